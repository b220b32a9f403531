package io.redress.kit.pg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

class WriteStatementTest {

    @Test
    void the_parts_of_a_write_become_one_statement_with_parameters_in_a_row() {
        Write write = Write.guarded("UPDATE a SET x = $2 WHERE id = $1", Tuple.of("a1", 7))
                .with("INSERT INTO b VALUES ($1, $2, $1)", Tuple.of("b1", 8))
                .and(Write.guarded("DELETE FROM c WHERE id = $1", Tuple.of("c1")));

        WriteStatement statement = WriteStatement.of(write);

        assertThat(statement.sql())
                .isEqualTo("WITH w0 AS (UPDATE a SET x = $2 WHERE id = $1 RETURNING 1), "
                        + "w1 AS (INSERT INTO b VALUES ($3, $4, $3)), "
                        + "w2 AS (DELETE FROM c WHERE id = $5 RETURNING 1) "
                        + "SELECT (SELECT count(*) FROM w0), (SELECT count(*) FROM w2)");
        assertThat(statement.guards()).isEqualTo(2);
        assertThat(statement.arguments().size()).isEqualTo(5);
        assertThat(statement.arguments().getValue(2)).isEqualTo("b1");
    }

    @Test
    void two_digit_parameters_are_renumbered_whole() {
        Tuple ten =
                Tuple.of(1, 2, 3, 4, 5, 6).addValue(7).addValue(8).addValue(9).addValue(10);
        Write write =
                Write.guarded("INSERT INTO a VALUES ($1)", Tuple.of("x")).with("INSERT INTO b VALUES ($1, $10)", ten);

        assertThat(WriteStatement.of(write).sql()).contains("INSERT INTO b VALUES ($2, $11)");
    }

    @Test
    void however_many_shapes_there_are_the_texts_kept_are_bounded_and_a_forgotten_one_is_made_again() {
        String first = WriteStatement.of(longWrite(0)).sql();

        for (int shape = 1; shape < 500; shape++) {
            WriteStatement.of(longWrite(shape));
        }

        // 500 shapes of more than 10,000 characters each would be 5 million
        assertThat(WriteStatement.charactersKept()).isBetween(1_000_000L, 4_194_304L);
        assertThat(WriteStatement.of(longWrite(0)).sql()).isEqualTo(first);
    }

    private static Write longWrite(int shape) {
        return Write.guarded(
                "DELETE FROM a WHERE id = $1 AND '" + "x".repeat(10_000) + "' = '" + shape + "'", Tuple.of(1));
    }
}
