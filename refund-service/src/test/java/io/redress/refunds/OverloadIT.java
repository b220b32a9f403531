package io.redress.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.TestInfrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The service when more is asked than it can answer: nobody moves on in its database while the test holds a lock. */
class OverloadIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Map<String, String> PATIENT = Map.of(
            "REDRESS_PG_LOCK_TIMEOUT_MILLIS", "60000",
            "REDRESS_PG_STATEMENT_TIMEOUT_MILLIS", "60000",
            "REDRESS_PG_ACQUIRE_TIMEOUT_MILLIS", "60000");

    @Test
    void above_its_limit_it_sheds_at_once_answers_what_is_under_way_and_takes_more_afterwards() throws SQLException {
        try (Running service = Running.with(Map.of("REDRESS_MAX_UNDER_WAY", "2"))) {
            List<CompletableFuture<Answer>> underWay;
            try (Connection lock = ledgerLocked()) {
                underWay = List.of(service.ask(), service.ask());
                await().atMost(LONG).until(() -> service.metric("redress_requests_under_way") == 2);

                Answer shed = service.ask().join();
                assertThat(shed.status()).isEqualTo(503);
                assertThat(shed.code()).isEqualTo("overloaded");
                assertThat(shed.header("retry-after")).contains("1");
                assertThat(service.metric("redress_requests_shed_total")).isEqualTo(1);
                assertThat(underWay).noneMatch(CompletableFuture::isDone);
                lock.rollback();
            }
            assertThat(underWay).allMatch(answer -> answer.join().status() == 200);
            assertThat(service.ask().join().status()).isEqualTo(200);
            await().atMost(LONG).until(() -> service.metric("redress_requests_under_way") == 0);
        }
    }

    @Test
    void a_full_pool_refuses_at_once_and_loses_no_connection() throws SQLException {
        try (Running service = Running.with(Map.of("REDRESS_PG_POOL_SIZE", "2", "REDRESS_PG_MAX_WAITING", "4"))) {
            List<CompletableFuture<Answer>> asked;
            try (Connection lock = ledgerLocked()) {
                asked = IntStream.range(0, 12).mapToObj(each -> service.ask()).toList();
                await().atMost(LONG)
                        .until(() ->
                                asked.stream().filter(CompletableFuture::isDone).count() >= 6);
                asked.stream()
                        .filter(CompletableFuture::isDone)
                        .map(CompletableFuture::join)
                        .forEach(answer -> {
                            assertThat(answer.status()).isEqualTo(503);
                            assertThat(answer.code()).isEqualTo("dependency-unavailable");
                            assertThat(answer.header("retry-after")).isPresent();
                        });
                lock.rollback();
            }
            assertThat(asked)
                    .allMatch(answer -> List.of(200, 503).contains(answer.join().status()));
            // one at a time a pool of two is enough for as many as you like, if each connection came back
            assertThat(IntStream.range(0, 10))
                    .allMatch(each -> service.ask().join().status() == 200);
        }
    }

    @Test
    void when_the_server_ends_its_connections_it_gets_new_ones() throws SQLException {
        try (Running service = Running.with(Map.of())) {
            assertThat(service.ask().join().status()).isEqualTo(200);
            try (Connection superuser = TestSql.superuser();
                    Statement statement = superuser.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = 'redress-refunds'");
            }
            await().atMost(LONG).until(() -> service.ask().join().status() == 200);
            assertThat(IntStream.range(0, 10))
                    .allMatch(each -> service.ask().join().status() == 200);
        }
    }

    private static Connection ledgerLocked() throws SQLException {
        Connection connection = TestSql.superuser();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE refunds.account IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    /** One service with these settings, asked by somebody of finance. */
    private record Running(RunnableService service, ApiClient finance, ApiClient management) implements AutoCloseable {

        static Running with(Map<String, String> settings) {
            Map<String, String> environment = INFRASTRUCTURE.environment("refund-service", "refunds");
            environment.putAll(PATIENT);
            environment.putAll(settings);
            RefundServiceConfig config = RefundServiceConfig.from(new Env(environment));
            RefundService.migrate(config);
            RunnableService service = RefundService.create(config, Runtime.production(INFRASTRUCTURE.vertx()));
            service.start().await();
            return new Running(
                    service,
                    ApiClient.of("http://127.0.0.1:" + service.httpPort())
                            .as(INFRASTRUCTURE.issuer().staff("fin-tech-1", "finance")),
                    ApiClient.of("http://127.0.0.1:" + service.managementPort()));
        }

        CompletableFuture<Answer> ask() {
            return CompletableFuture.supplyAsync(
                    () -> finance.get("/v1/ledger/trial-balance"), command -> new Thread(command, "caller").start());
        }

        double metric(String name) {
            return management
                    .get("/metrics")
                    .text()
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            service.stop().await();
        }
    }
}
