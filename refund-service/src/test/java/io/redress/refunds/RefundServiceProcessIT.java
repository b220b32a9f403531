package io.redress.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.FreePorts;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ChildProcess;
import io.redress.testkit.TestInfrastructure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, with nothing but its environment variables. */
class RefundServiceProcessIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();

    @TempDir
    private Path directory;

    @Test
    void without_its_settings_it_names_all_of_them_and_ends_with_2() {
        try (ChildProcess process = start(Map.of())) {
            assertThat(process.exit()).isEqualTo(2);
            assertThat(process.out())
                    .contains("REDRESS_PG_URL is missing")
                    .contains("REDRESS_KAFKA_BOOTSTRAP is missing")
                    .contains("REDRESS_CLIENT_SECRET is missing");
        }
    }

    @Test
    void it_migrates_becomes_ready_and_stops_in_order() {
        Map<String, String> environment = environment(FreePorts.next());
        migrate(environment);

        try (ChildProcess service = start(environment)) {
            service.awaitReady(Integer.parseInt(environment.get("REDRESS_MANAGEMENT_PORT")));
            service.terminate();

            assertThat(service.exit()).isEqualTo(ChildProcess.ENDED_BY_SIGTERM);
            assertThat(service.out()).contains("ready").doesNotContain("did not stop in order");
        }
    }

    @Test
    void its_log_can_be_one_json_object_a_line_that_names_the_service_and_the_request() {
        int port = FreePorts.next();
        Map<String, String> environment = environment(FreePorts.next());
        environment.put("REDRESS_HTTP_PORT", Integer.toString(port));
        environment.put("REDRESS_LOG_FORMAT", "json");
        migrate(environment);

        try (ChildProcess service = start(environment)) {
            service.awaitReady(Integer.parseInt(environment.get("REDRESS_MANAGEMENT_PORT")));
            ApiClient.of("http://127.0.0.1:" + port)
                    .as(INFRASTRUCTURE.issuer().staff("fin-1", "finance"))
                    .with("X-Request-Id", "req-of-the-log-test")
                    .get("/v1/claims/none");
            service.terminate();
            service.exit();

            assertThat(service.jsonLines())
                    .isNotEmpty()
                    .allMatch(line -> "refund-service".equals(line.getString("service")))
                    .allMatch(line -> line.containsKey("@timestamp") && line.containsKey("level"))
                    .filteredOn(line -> "req-of-the-log-test".equals(line.getString("requestId")))
                    .isNotEmpty();
            assertThat(service.out().lines())
                    .as("each key once")
                    .allMatch(line -> line.split("\"service\":", -1).length == 2);
        }
    }

    private void migrate(Map<String, String> environment) {
        try (ChildProcess migration = start(environment, "migrate")) {
            assertThat(migration.exit()).as(migration.out()).isZero();
        }
    }

    private static Map<String, String> environment(int managementPort) {
        Map<String, String> environment = INFRASTRUCTURE.environment("refund-service", "refunds");
        environment.put("REDRESS_MANAGEMENT_PORT", Integer.toString(managementPort));
        return environment;
    }

    private ChildProcess start(Map<String, String> environment, String... arguments) {
        return ChildProcess.java(directory, RefundServiceMain.class, environment, List.of("-Xmx256m"), arguments);
    }
}
