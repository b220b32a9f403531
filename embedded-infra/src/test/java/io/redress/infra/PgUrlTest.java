package io.redress.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PgUrlTest {
    @Test
    void decodes_user_and_password_and_gives_the_jdbc_form() {
        PgUrl url = PgUrl.parse("postgresql://ad%40min:p%3Aw+1@db.example:5433/main");

        assertThat(url).isEqualTo(new PgUrl("db.example", 5433, "main", "ad@min", "p:w+1"));
        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:5433/main");
        assertThat(url.withCredentials()).isEqualTo("postgresql://ad%40min:p%3Aw%2B1@db.example:5433/main");
    }

    @Test
    void takes_the_usual_port_and_database_when_none_is_given() {
        assertThat(PgUrl.parse("postgresql://db.example")).isEqualTo(new PgUrl("db.example", 5432, "postgres", "", ""));
    }

    @Test
    void prints_no_password() {
        assertThat(PgUrl.parse("postgresql://u:secret@h/d")).hasToString("postgresql://u:***@h:5432/d");
    }

    @Test
    void refuses_another_kind_of_address() {
        assertThatThrownBy(() -> PgUrl.parse("mysql://h/d")).isInstanceOf(IllegalArgumentException.class);
    }
}
