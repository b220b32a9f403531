package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OrderedStopIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();

    @Test
    void a_request_received_in_full_is_answered_and_no_new_one_is_taken() throws Exception {
        ServiceConfig config =
                ServiceConfig.from(new Env(INFRASTRUCTURE.environment("penalty-service", "gateway")), 8080);
        Migrations.run(config.pg(), "gateway");
        TallyService service = new TallyService(config, Runtime.production(INFRASTRUCTURE.vertx()));
        service.kit().start().await();
        ApiClient caller = ApiClient.of("http://127.0.0.1:" + service.kit().httpPort())
                .as(INFRASTRUCTURE.issuer().staff("anna", "counter", "operator"));
        JsonObject tally = new JsonObject().put("name", "four");
        service.holdOpenings();
        CompletableFuture<Answer> underWay = CompletableFuture.supplyAsync(() -> caller.post("/v1/tallies", tally));
        service.arrived().await();

        Future<Void> stopped = service.kit().stop();
        service.releaseOpenings();

        assertThat(underWay.get().status()).isEqualTo(201);
        stopped.await();
        assertThatThrownBy(() -> caller.post("/v1/tallies", tally)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_request_that_is_not_answered_in_time_is_rolled_back_at_once() throws Exception {
        Map<String, String> environment = new HashMap<>(INFRASTRUCTURE.environment("penalty-service", "gateway"));
        environment.put("REDRESS_DRAIN_MILLIS", "200");
        ServiceConfig config = ServiceConfig.from(new Env(environment), 8080);
        Migrations.run(config.pg(), "gateway");
        TallyService service = new TallyService(config, Runtime.production(INFRASTRUCTURE.vertx()));
        service.kit().start().await();
        ApiClient caller = ApiClient.of("http://127.0.0.1:" + service.kit().httpPort())
                .as(INFRASTRUCTURE.issuer().staff("anna", "counter", "operator"));
        service.holdOpenings();
        CompletableFuture<Answer> underWay = CompletableFuture.supplyAsync(
                () -> caller.post("/v1/tallies", new JsonObject().put("name", "forever")));
        service.arrived().await();
        assertThat(openTransactions()).isEqualTo(1);

        service.kit().stop().await();

        assertThat(openTransactions()).isZero();
        service.releaseOpenings();
        assertThatThrownBy(underWay::get).hasCauseInstanceOf(UncheckedIOException.class);
    }

    private static long openTransactions() throws SQLException {
        PgUrl superuser = INFRASTRUCTURE.postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
        try (Connection connection =
                        DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity "
                        + "WHERE application_name = 'redress-gateway' AND state = 'idle in transaction'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
