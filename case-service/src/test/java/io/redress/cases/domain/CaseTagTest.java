package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTagTest {

    @ParameterizedTest
    @CsvSource({
        "surge, surge",
        "' Surge June ', surge june",
        "ＳＵＲＧＥ－６, surge-6",
        "ﬁrst, first",
        "六月激增, 六月激增",
        "v1.2_b, v1.2_b",
        "7, 7"
    })
    void ways_to_write_a_tag_that_are_the_same(String written, String tag) {
        assertThat(CaseTag.of(written)).isEqualTo(Outcome.done(new CaseTag(tag)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", ".", "a/b", "<b>", "a\nb", "a\tb", "a\u0000", "😀", "{{7*7}}"})
    void no_tags(String written) {
        assertThat(CaseTag.of(written)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void forty_characters_are_the_longest() {
        assertThat(CaseTag.of("x".repeat(40))).isInstanceOf(Outcome.Done.class);
        assertThat(CaseTag.of("x".repeat(41))).isInstanceOf(Outcome.Refused.class);
        assertThat(CaseTag.of("激".repeat(40))).isInstanceOf(Outcome.Done.class);
        assertThat(CaseTag.of("激".repeat(41))).isInstanceOf(Outcome.Refused.class);
    }
}
