package io.redress.quickstart.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.PgUrl;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteConfigTest {

    @TempDir
    private Path directory;

    @Test
    void what_the_command_line_sets_reaches_the_process_of_the_suite() {
        Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            http.put(service, 20_000 + service.ordinal());
        }
        SuiteConfig config = new SuiteConfig(
                directory,
                SuitePorts.of(22_000, 22_001, 22_002, 22_003, http),
                Optional.of(new PgUrl("db.test", 5433, "postgres", "super", "p@ss:word/")),
                Optional.of(new ExternalKafka("broker.test:9092", directory.resolve("passwords"))));

        assertThat(SuiteConfig.fromEnvironment(config.toEnvironment())).isEqualTo(config);
    }

    @Test
    void management_ports_are_a_thousand_higher() {
        assertThat(SuitePorts.defaults().management(ServiceName.GATEWAY)).isEqualTo(9080);
        assertThat(SuitePorts.defaults().management(ServiceName.CASES)).isEqualTo(9081);
    }

    @Test
    void the_file_of_a_running_suite_says_what_was_written() {
        SuiteFile file = new SuiteFile(ProcessHandle.current().pid(), SuitePorts.defaults());

        file.write(directory);

        assertThat(SuiteFile.read(directory)).hasValue(file);
        assertThat(file.alive()).isTrue();
        SuiteFile.remove(directory);
        assertThat(SuiteFile.read(directory)).isEmpty();
    }

    @Test
    void secrets_are_made_once_and_kept_from_others() throws Exception {
        Path kept = directory.resolve("secrets.properties");
        String first = new SuiteSecrets(kept).of("kafka.admin");

        assertThat(new SuiteSecrets(kept).of("kafka.admin")).isEqualTo(first).hasSizeGreaterThan(20);
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                        java.nio.file.Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
    }
}
