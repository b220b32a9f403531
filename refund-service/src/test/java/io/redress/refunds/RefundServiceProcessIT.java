package io.redress.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.FreePorts;
import io.redress.testkit.ApiClient;
import io.redress.testkit.TestInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, with nothing but its environment variables. */
class RefundServiceProcessIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path directory;

    @Test
    void without_its_settings_it_names_all_of_them_and_ends_with_2() throws Exception {
        Process process = start(Map.of(), List.of());

        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(log())
                .contains("REDRESS_PG_URL is missing")
                .contains("REDRESS_KAFKA_BOOTSTRAP is missing")
                .contains("REDRESS_CLIENT_SECRET is missing");
    }

    @Test
    void it_migrates_becomes_ready_and_stops_in_order() throws Exception {
        Map<String, String> environment = TestInfrastructure.get().environment("refund-service", "refunds");
        int management = FreePorts.next();
        environment.put("REDRESS_MANAGEMENT_PORT", Integer.toString(management));
        Process migration = start(environment, List.of("migrate"));
        assertThat(migration.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(migration.exitValue()).as(log()).isZero();

        Process service = start(environment, List.of());
        try {
            Awaitility.await().atMost(LIMIT).until(() -> ready(management));
        } finally {
            service.destroy();
        }

        assertThat(service.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(service.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(log()).contains("ready").doesNotContain("did not stop in order");
    }

    private Process start(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RefundServiceMain.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("REDRESS_"));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    private String log() throws IOException {
        return java.nio.file.Files.readString(directory.resolve("log"));
    }

    private static boolean ready(int management) {
        try {
            return ApiClient.of("http://127.0.0.1:" + management).get("/readyz").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
