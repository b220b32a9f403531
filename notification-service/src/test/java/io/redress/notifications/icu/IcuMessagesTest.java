package io.redress.notifications.icu;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NotificationRefusal;
import io.redress.notifications.domain.template.MessageSyntax.Form;
import io.redress.notifications.domain.template.MessageSyntax.Use;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcuMessagesTest {
    private static final Instant SUMMER = Instant.parse("2018-07-01T12:00:00Z");
    private static final Instant WINTER = Instant.parse("2018-01-01T12:00:00Z");

    private final IcuMessages berlin = new IcuMessages(ZoneId.of("Europe/Berlin"));

    @Test
    void a_time_is_shown_in_the_zone_by_its_name_of_that_day() {
        assertThat(filled("{at}", Language.EN, Map.of("at", SUMMER)))
                .isEqualTo("1 July 2018 at 14:00 Central European Summer Time");
        assertThat(filled("{at}", Language.EN, Map.of("at", WINTER)))
                .isEqualTo("1 January 2018 at 13:00 Central European Standard Time");
        assertThat(filled("{at}", Language.ZH, Map.of("at", SUMMER))).isEqualTo("2018年7月1日 中欧夏令时间 14:00");
    }

    @Test
    void a_time_in_a_style_of_its_own_is_in_the_zone_too() {
        assertThat(filled("{at, date, long} {at, time, ::HHmm} {zone}", Language.EN, Map.of("at", SUMMER)))
                .isEqualTo("1 July 2018 14:00 Central European Time");
    }

    @Test
    void a_time_inside_a_choice_is_shown_in_full_as_well() {
        Map<String, Object> values = Map.of("ends", "true", "endsAt", SUMMER, "n", 2L);

        assertThat(filled(
                        "{ends, select, true {{n, plural, one {# day} other {# days, until {endsAt}}}} other {open}}",
                        Language.EN,
                        values))
                .isEqualTo("2 days, until 1 July 2018 at 14:00 Central European Summer Time");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 notices", "1, 1 notice", "2, 2 notices", "24000, '24,000 notices'"})
    void plurals_follow_the_language(long count, String expected) {
        assertThat(filled("{n, plural, one {# notice} other {# notices}}", Language.EN, Map.of("n", count)))
                .isEqualTo(expected);
    }

    @Test
    void a_value_is_never_syntax() {
        String hostile = "{at} '{' {n, plural, other {#}} ''";

        assertThat(filled(
                        "it''s {name}: {kind, select, other {{name}}}",
                        Language.EN,
                        Map.of("name", hostile, "kind", "x")))
                .isEqualTo("it's " + hostile + ": " + hostile);
    }

    @Test
    void only_what_the_text_reaches_has_to_have_a_value() {
        String pattern = "{ends, select, true {until {endsAt}} other {open}}";

        assertThat(filled(pattern, Language.EN, Map.of("ends", "false"))).isEqualTo("open");
        assertThat(code(berlin.fill(pattern, Language.EN, Map.of("ends", "true"))))
                .isEqualTo(NotificationRefusal.NOTICE_INCOMPLETE);
    }

    @Test
    void what_a_pattern_names_is_found_wherever_it_stands() {
        assertThat(berlin.uses("{a} {b, plural, other {# {c}}} {d, select, other {{e, date, short}}} {f, time, full}"))
                .isEqualTo(Outcome.done(List.of(
                        new Use("a", Form.PLAIN),
                        new Use("b", Form.NUMBER),
                        new Use("c", Form.PLAIN),
                        new Use("d", Form.CHOICE),
                        new Use("e", Form.TIME_WITHOUT_ZONE),
                        new Use("f", Form.TIME))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{a",
                "{a, plural, one {x}}",
                "{a, choice, 0#none}",
                "{a, spellout}",
                "{a, select, other}",
                "{a b}"
            })
    void what_is_not_the_syntax_is_refused(String pattern) {
        assertThat(code(berlin.uses(pattern))).isEqualTo(NotificationRefusal.TEMPLATE_MALFORMED);
    }

    @Test
    void nesting_and_the_number_of_placeholders_have_an_end() {
        String nested = "{a, select, other {".repeat(700) + "}}".repeat(700);

        assertThat(code(berlin.uses(nested))).isEqualTo(NotificationRefusal.TEMPLATE_MALFORMED);
        assertThat(code(berlin.uses("{a}".repeat(101)))).isEqualTo(NotificationRefusal.TEMPLATE_MALFORMED);
        assertThat(berlin.uses("{a}".repeat(100))).isInstanceOf(Outcome.Done.class);
    }

    private String filled(String pattern, Language language, Map<String, Object> values) {
        Outcome<String> outcome = berlin.fill(pattern, language, values);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<String>) outcome).value();
    }

    private static Object code(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal().code();
    }
}
