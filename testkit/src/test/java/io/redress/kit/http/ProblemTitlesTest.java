package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.http.ProblemTitles.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTitlesTest {

    private static final String ENGLISH = "There is no such resource";

    @ParameterizedTest
    @ValueSource(
            strings = {"zh", "zh-CN", "ZH-Hans-CN, en;q=0.8", "fr, zh;q=0.5, en;q=0.2", "en;q=0, zh", "*;q=0.1, zh"})
    void who_reads_chinese_first_gets_the_chinese_title(String acceptLanguage) {
        assertThat(ProblemTitles.of(acceptLanguage, "not-found", ENGLISH)).isEqualTo(new Title("资源不存在", "zh, en"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "en", "en, zh", "zh;q=0", "fr", "*", "zh;q=0.1, *", ";;;", "zh;q=x"})
    void everybody_else_gets_the_english_one(String acceptLanguage) {
        assertThat(ProblemTitles.of(acceptLanguage, "not-found", ENGLISH)).isEqualTo(new Title(ENGLISH, "en"));
    }

    @Test
    void an_endless_wish_and_a_code_without_a_wording_are_answered_in_english() {
        assertThat(ProblemTitles.of("zh," + "x".repeat(300), "not-found", ENGLISH)
                        .text())
                .isEqualTo(ENGLISH);
        assertThat(ProblemTitles.of("zh", "below-zero", "Below zero")).isEqualTo(new Title("Below zero", "en"));
    }
}
