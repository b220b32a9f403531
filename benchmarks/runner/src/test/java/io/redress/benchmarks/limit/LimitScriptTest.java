package io.redress.benchmarks.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitScriptTest {

    private static final String WRITE = "WITH w0 AS (INSERT INTO case_file VALUES ($1, $2, $3) RETURNING 1), w1 AS"
            + " (INSERT INTO history\n    SELECT * FROM unnest($4::text[], $5::text[])) SELECT count(*) FROM w0";

    @Test
    void a_command_is_what_its_backend_sent_and_its_write_comes_with_its_parameters() {
        List<String> log = List.of(
                line(7, "execute S_1: SELECT 'the poller of another backend'", ""),
                line(8, "execute S_4: SELECT 'what came before on the same backend'", ""),
                line(8, "statement: BEGIN", ""),
                line(8, "execute S_2: SELECT standing\n  FROM penalty_view", "Parameters: $1 = 'pen_1'"),
                line(8, "execute S_3: INSERT INTO case_file VALUES ($1, $2)", "Parameters: $1 = 'it''s', $2 = NULL"),
                line(8, "statement: COMMIT", ""),
                line(8, "execute S_4: SELECT 'what came after'", ""));

        LoggedCommand command = LoggedCommand.in(log, "INSERT INTO case_file");

        assertThat(command.statements())
                .containsExactly(
                        "BEGIN",
                        "SELECT standing FROM penalty_view",
                        "INSERT INTO case_file VALUES ($1, $2)",
                        "COMMIT");
        assertThat(command.write()).isEqualTo("INSERT INTO case_file VALUES ($1, $2)");
        assertThat(command.parameters()).containsExactly(Optional.of("it's"), Optional.empty());
    }

    @Test
    void what_looks_like_a_parameter_inside_a_value_is_none() {
        assertThat(LoggedCommand.parameters("Parameters: $1 = 'a, $2 = ''b''', $2 = 'c'"))
                .containsExactly(Optional.of("a, $2 = 'b'"), Optional.of("c"));
    }

    @Test
    void a_parameter_may_be_as_long_as_a_statement_of_reasons() {
        String text = "It's. ".repeat(20_000);

        assertThat(LoggedCommand.parameters("Parameters: $1 = '" + text.replace("'", "''") + "'"))
                .containsExactly(Optional.of(text));
    }

    @Test
    void ids_are_made_of_the_number_and_everything_else_stays_a_parameter() {
        LimitScript script = LimitScript.of(
                List.of(new LoggedCommand(
                        List.of(),
                        WRITE,
                        List.of(
                                Optional.of("cas_019b0000-aaaa-7000-8000-00000000000a"),
                                Optional.empty(),
                                Optional.of("m-1"),
                                Optional.of("{evt_019b0000-aaaa-7000-8000-00000000000b,"
                                        + "evt_019b0000-aaaa-7000-8000-00000000000c}"),
                                Optional.of(
                                        "{\"{\\\"specversion\\\":\\\"1.0\\\",\\\"subject\\\":\\\"cas_abc\\\"}\"}")))),
                Map.of(),
                "9000");

        assertThat(script.text()).isEqualTo("""
                        \\set n :n + 1
                        \\set k :base + :client_id * :per_client + :n - 1
                        WITH w0 AS (INSERT INTO case_file VALUES (('cas_0190a8c1-0000-7000-9000-' || lpad(CAST(:k AS text), 12, '0') || ''), NULL, :p3) RETURNING 1), \
                        w1 AS (INSERT INTO history SELECT * FROM unnest(('{evt_0190a8c1-0001-7000-9000-' || lpad(CAST(:k AS text), 12, '0') || ',\
                        evt_0190a8c1-0002-7000-9000-' || lpad(CAST(:k AS text), 12, '0') || '}')::text[], :p5::text[])) SELECT count(*) FROM w0;
                        """);
        assertThat(script.values())
                .isEqualTo(Map.of(
                        "p3", "m-1", "p5", "{\"{\\\"specversion\\\":\\\"1.0\\\",\\\"subject\\\":\\\"cas_abc\\\"}\"}"));
    }

    @Test
    void what_is_named_becomes_what_it_is_named_for_and_a_colon_makes_no_variable() {
        LimitScript script = LimitScript.of(
                List.of(new LoggedCommand(
                        List.of(),
                        "UPDATE t SET k = $2 WHERE id = $1",
                        List.of(Optional.of("pen-0:window"), Optional.of("key-0")))),
                Map.of("pen-0", "pen-" + LimitScript.NUMBER, "key-0", "key-" + LimitScript.NUMBER),
                "9000");

        assertThat(script.text())
                .contains("id = ('pen-' || lpad(CAST(:k AS text), 12, '0') || '' || chr(58) || 'window')")
                .contains("k = ('key-' || lpad(CAST(:k AS text), 12, '0') || '')");
    }

    @Test
    void an_id_is_the_same_in_all_statements_and_their_parameters_are_told_apart() {
        LoggedCommand first = new LoggedCommand(
                List.of(),
                "INSERT INTO t VALUES ($1, $2)",
                List.of(Optional.of("pen_019b0000aaaa7000800000000000000a"), Optional.of("PROPOSED")));
        LoggedCommand second = new LoggedCommand(
                List.of(),
                "UPDATE t SET s = $1 WHERE id = $2",
                List.of(Optional.of("IN_FORCE"), Optional.of("pen_019b0000aaaa7000800000000000000a")));

        LimitScript script = LimitScript.of(List.of(first, second), Map.of(), "9000");

        String id = "('pen_0190a8c1-0000-7000-9000-' || lpad(CAST(:k AS text), 12, '0') || '')";
        assertThat(script.text())
                .endsWith("INSERT INTO t VALUES (" + id + ", :p2);\nUPDATE t SET s = :p1_1 WHERE id = " + id + ";\n");
        assertThat(script.values()).isEqualTo(Map.of("p2", "PROPOSED", "p1_1", "IN_FORCE"));
    }

    private static String line(int backend, String message, String detail) {
        return new JsonObject()
                .put("pid", backend)
                .put("message", message)
                .put("detail", detail)
                .encode();
    }
}
