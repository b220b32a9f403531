package io.redress.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void a_line_stays_one_line() {
        assertThat(PlainText.line("Orchard\r\nBcc: all@example.org\u2028x\u0085y\tz\u000b"))
                .isEqualTo("Orchard Bcc: all@example.org x y z");
    }

    @Test
    void nothing_turns_the_reading_direction() {
        assertThat(PlainText.line("a\u202eb\u2066c\u2069d\u200fe\u061cf")).isEqualTo("abcdef");
        assertThat(PlainText.lines("a\u202eb\u0007c\u0000")).isEqualTo("abc");
    }

    @Test
    void lines_keep_their_breaks_in_one_form() {
        assertThat(PlainText.lines("一\r\n二\r三\n\n四\u2029五")).isEqualTo("一\n二\n三\n\n四\n五");
    }
}
