package io.redress.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.pg.GuardMissed;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefectsTest {

    @ParameterizedTest(name = "SQL state {0}: {1}")
    @CsvSource({
        "22P02, true",
        "23505, true",
        "42501, true",
        "40001, false",
        "40P01, false",
        "55P03, false",
        "57P01, false",
        "08006, false",
        "53300, false"
    })
    void a_failure_of_the_database_is_a_defect_if_the_data_or_the_statement_are_wrong(String state, boolean defect) {
        assertThat(Defects.isDefect(new PgException("failed", "ERROR", state, "")))
                .isEqualTo(defect);
    }

    @Test
    void a_programming_error_is_a_defect() {
        assertThat(Defects.isDefect(new NullPointerException())).isTrue();
        assertThat(Defects.isDefect(new ClassCastException())).isTrue();
        assertThat(Defects.isDefect(new IllegalArgumentException())).isTrue();
    }

    @Test
    void what_passes_by_itself_is_none() {
        assertThat(Defects.isDefect(new IOException())).isFalse();
        assertThat(Defects.isDefect(new TimeoutException())).isFalse();
        assertThat(Defects.isDefect(new GuardMissed())).isFalse();
    }
}
