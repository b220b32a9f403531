package io.redress.kit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ShownTimeTest {

    @Test
    void an_instant_is_shown_to_the_minute_with_its_offset_and_its_zone() {
        assertThat(ShownTime.of(Instant.parse("2018-04-20T02:00:59.999Z"), ZoneId.of("Asia/Shanghai")))
                .isEqualTo("2018-04-20 10:00 +08:00 (Asia/Shanghai)");
    }

    @Test
    void the_offset_is_that_of_the_day() {
        assertThat(ShownTime.of(Instant.parse("2018-07-01T10:00:00Z"), ZoneId.of("Europe/Berlin")))
                .isEqualTo("2018-07-01 12:00 +02:00 (Europe/Berlin)");
    }
}
