package io.redress.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line where no suite runs. */
class RedressTest {

    private static final int HELD = 0;
    private static final int UNUSABLE = 2;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "status --json",
                "token advocate --as adv-1",
                "clock now",
                "clock set 2031-02-01T09:00:00+08:00",
                "clock advance",
                "verify-audit",
                "trace pen_1",
                "dead-letters",
                "dead-letters list --json",
                "dead-letters show dlt_cases_1",
                "dead-letters parked --service penalties",
                "dead-letters replay --all",
                "dead-letters replay --topic cases.events.v1 --key cas_1",
                "dead-letters discard dlt_cases_1 --reason known",
                "story S4",
                "demo penalties",
                "demo advocacy",
                "logs",
                "logs case-service"
            })
    void a_command_to_a_suite_that_does_not_run_says_so_and_ends_with_2(String command) {
        assertThat(run(command)).isEqualTo(UNUSABLE);
        assertThat(printed()).contains("no suite is running in " + directory, "./redress up");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nonsense                                              | nonsense
                    status --loud                                         | --loud
                    token                                                 | ROLE
                    story                                                 | ID
                    demo                                                  | NAME
                    demo S4                                               | no demonstration S4
                    story penalties                                       | no story penalties
                    trace                                                 | ID
                    dead-letters show                                     | ID
                    dead-letters show pen_1                               | no id such as dlt_penalties_17
                    dead-letters show dlt_gateway_1                       | no id such as dlt_penalties_17
                    dead-letters list --service tax-service               | no service tax-service reads events
                    dead-letters parked --service gateway                 | no service gateway reads events
                    dead-letters replay                                   | either --topic and --key, or --all
                    dead-letters replay --key cas_1                       | either --topic and --key, or --all
                    dead-letters replay --all --key cas_1                 | either --topic and --key, or --all
                    dead-letters discard dlt_cases_1                      | --reason
                    clock                                                 | usage: redress clock
                    clock set                                             | T
                    clock advance P1D --until 2031-02-01T09:00:00+08:00   | not both
                    up --port-gateway http                                | --port-gateway
                    up --port-gateway 0                                   | there is no port 0
                    up --port-gateway 65000                               | there is no port 66000
                    up --port-gateway 9000 --port-cases 9000              | port 9000 would be used twice
                    up --port-gateway 9000 --port-cases 8000              | port 9000 would be used twice
                    up --pg-url mysql://u:p@localhost/d                   | postgresql://
                    up --kafka localhost:9092                             | --kafka-passwords
                    up --kafka-passwords file                             | --kafka-passwords
                    up --fresh --pg-url postgresql://u:p@localhost/d      | --fresh does not empty
                    up --fresh --kafka localhost:9092 --kafka-passwords f | --fresh does not empty
                    """)
    void wrong_usage_is_explained_and_ends_with_2(String command, String explanation) {
        assertThat(run(command)).isEqualTo(UNUSABLE);
        assertThat(printed()).contains(explanation);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void without_a_command_the_usage_is_shown() {
        assertThat(call(List.of())).isEqualTo(UNUSABLE);
        assertThat(printed()).contains("Usage: redress", "verify-audit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "up --help", "clock advance --help", "down"})
    void help_and_the_end_of_what_does_not_run_are_no_failures(String command) {
        assertThat(run(command)).isEqualTo(HELD);
    }

    @Test
    void what_an_earlier_suite_kept_is_forgotten_and_nothing_else() throws Exception {
        for (String kept : List.of("postgres/base", "kafka/topic", "audit", "clock", "logs", "app")) {
            Files.createDirectories(directory.resolve(kept));
        }
        Files.writeString(directory.resolve("audit").resolve("cases.checkpoints"), "signed");
        Files.writeString(directory.resolve("mine.txt"), "not the suite's");

        DataDirectory.empty(directory);

        assertThat(directory).isDirectoryContaining("glob:**mine.txt");
        try (var left = Files.list(directory)) {
            assertThat(left).hasSize(1);
        }
    }

    private int run(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--data-dir", directory.toString()));
        return call(arguments);
    }

    private int call(List<String> arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return Redress.run(arguments.toArray(String[]::new));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
