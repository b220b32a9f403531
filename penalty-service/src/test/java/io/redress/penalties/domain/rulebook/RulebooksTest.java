package io.redress.penalties.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.points.Reset;
import io.redress.penalties.domain.points.RollingExpiry;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which version holds when, and when each makes points cease to count. Everything is in Shanghai. */
class RulebooksTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JsonObject YEARLY = new JsonObject().put("at", "12-31T24:00");
    private static final JsonObject SUMMER = new JsonObject().put("at", "06-30T24:00");
    private static final JsonObject NINETY_DAYS =
            new JsonObject().put("at", "12-31T24:00").put("rolling", "P90D");

    private final Rulebook eleven = version(11, "2015-01-01", YEARLY);
    private final Rulebook twelve = version(12, "2018-02-01", YEARLY);
    private final Rulebook thirteen = version(13, "2019-07-01", YEARLY);
    private final Rulebooks three = new Rulebooks(List.of(thirteen, eleven, twelve));

    @Test
    void a_version_is_in_force_from_its_first_instant_until_the_next_one() {
        assertThat(three.inForceAt(at("2014-12-31"))).isEmpty();
        assertThat(three.inForceAt(at("2015-01-01"))).contains(eleven);
        assertThat(three.inForceAt(at("2018-02-01").minusNanos(1))).contains(eleven);
        assertThat(three.inForceAt(at("2018-02-01"))).contains(twelve);
        assertThat(three.inForceAt(at("2030-01-01"))).contains(thirteen);
    }

    @Test
    void later_versions_are_those_that_have_come_into_force_since() {
        assertThat(three.laterThan(eleven, at("2018-01-31"))).isEmpty();
        assertThat(three.laterThan(eleven, at("2018-02-01"))).containsExactly(twelve);
        assertThat(three.laterThan(eleven, at("2019-07-01"))).containsExactly(twelve, thirteen);
        assertThat(three.laterThan(twelve, at("2019-07-01"))).containsExactly(thirteen);
        assertThat(three.laterThan(thirteen, at("2030-01-01"))).isEmpty();
    }

    @Test
    void a_version_is_to_come_then_in_force_then_superseded() {
        assertThat(three.status(twelve, at("2018-01-31"))).isEqualTo(RulebookStatus.UPCOMING);
        assertThat(three.status(twelve, at("2018-02-01"))).isEqualTo(RulebookStatus.IN_FORCE);
        assertThat(three.status(twelve, at("2019-06-30"))).isEqualTo(RulebookStatus.IN_FORCE);
        assertThat(three.status(twelve, at("2019-07-01"))).isEqualTo(RulebookStatus.SUPERSEDED);
    }

    @Test
    void versions_are_found_by_number_and_listed_in_order_of_their_effect() {
        assertThat(three.version(12)).contains(twelve);
        assertThat(three.version(14)).isEmpty();
        assertThat(three.inOrder()).containsExactly(eleven, twelve, thirteen);
    }

    @Test
    void what_closes_a_shop_is_brought_without_an_end_by_as_many_points_as_close_it() {
        // LISTINGS_REMOVED has no end, but comes at 24 points; PAYOUT_HOLD of 48 points has an end
        JsonObject rules = SampleRulebooks.json(12);
        rules.getJsonArray("thresholds")
                .getJsonObject(4)
                .getJsonArray("measures")
                .add(new JsonObject().put("kind", "PAYOUT_HOLD").put("days", 90));
        Rulebook closing = RulebookDocument.parse(rules.encode());

        assertThat(new Rulebooks(List.of(closing)).closureKinds()).containsExactly("SHOP_CLOSURE");
        rules.getJsonObject("closureByAccumulation").put("points", 49);
        assertThat(new Rulebooks(List.of(RulebookDocument.parse(rules.encode()))).closureKinds())
                .isEmpty();
    }

    @Test
    void the_next_reset_is_that_of_the_version_in_force_just_before_it() {
        Rulebooks rulebooks =
                new Rulebooks(List.of(version(12, "2015-01-01", YEARLY), version(13, "2019-03-01", SUMMER)));

        assertThat(nextReset(rulebooks, at("2018-05-01"))).contains(at("2019-01-01"));
        assertThat(nextReset(rulebooks, at("2019-01-01"))).contains(at("2019-07-01"));
        assertThat(nextReset(rulebooks, at("2019-06-30"))).contains(at("2019-07-01"));
        assertThat(nextReset(rulebooks, at("2019-07-01"))).contains(at("2020-07-01"));
        assertThat(nextReset(rulebooks, at("2014-05-01"))).contains(at("2015-01-01"));
    }

    @Test
    void a_version_that_comes_at_the_very_instant_of_a_reset_does_not_put_it_off() {
        Rulebooks rulebooks =
                new Rulebooks(List.of(version(12, "2015-01-01", YEARLY), version(13, "2019-01-01", NINETY_DAYS)));

        assertThat(nextReset(rulebooks, at("2018-05-01"))).contains(at("2019-01-01"));
        assertThat(nextReset(rulebooks, at("2019-01-01"))).isEmpty();
        assertThat(rulebooks.nextClearing(at("2018-12-31"))).contains(at("2019-01-01"));
    }

    @Test
    void there_is_no_reset_to_come_where_entries_expire_one_by_one_and_one_where_that_ends() {
        Rulebook rolling = version(12, "2015-01-01", NINETY_DAYS);

        assertThat(nextReset(new Rulebooks(List.of(rolling)), at("2018-05-01"))).isEmpty();
        assertThat(nextReset(new Rulebooks(List.of(rolling, version(13, "2019-03-01", YEARLY))), at("2018-05-01")))
                .contains(at("2020-01-01"));
        assertThat(nextReset(new Rulebooks(List.of()), at("2018-05-01"))).isEmpty();
    }

    @Test
    void clearings_are_behind_the_first_instant_and_up_to_the_last() {
        assertThat(resets(at("2017-05-01"), at("2019-01-01"))).containsExactly(at("2018-01-01"), at("2019-01-01"));
        assertThat(resets(at("2017-05-01"), at("2019-01-01").minusNanos(1))).containsExactly(at("2018-01-01"));
        assertThat(resets(at("2018-01-01"), at("2019-01-01"))).containsExactly(at("2019-01-01"));
    }

    @Test
    void entries_expire_one_by_one_as_long_as_a_version_says_so() {
        Rulebook first = version(12, "2015-01-01", NINETY_DAYS);
        Rulebook second = version(13, "2018-01-01", YEARLY);
        Rulebook third = version(14, "2019-01-01", NINETY_DAYS);
        ResetRule.Rolling rule = new ResetRule.Rolling(Period.ofDays(90));

        Rulebooks rulebooks = new Rulebooks(List.of(first, second, third));

        assertThat(rulebooks.expiries())
                .containsExactly(
                        new RollingExpiry(rule, SHANGHAI, Instant.MIN, at("2018-01-01")),
                        new RollingExpiry(rule, SHANGHAI, at("2019-01-01"), Instant.MAX));
        assertThat(rulebooks.clearings(at("2018-05-01"), at("2018-06-01")).expiries())
                .hasSize(2);
    }

    @Test
    void an_entry_expires_at_the_end_of_its_days_or_when_the_rule_comes_but_not_after_it_has_gone() {
        RollingExpiry expiry = new RollingExpiry(
                new ResetRule.Rolling(Period.ofDays(90)), SHANGHAI, at("2018-01-01"), at("2019-01-01"));

        assertThat(expiry.of(at("2018-03-01"))).as("90 days and midnight").contains(at("2018-05-31"));
        assertThat(expiry.of(at("2017-03-01"))).as("too old when it came").contains(at("2018-01-01"));
        assertThat(expiry.of(at("2018-10-02")))
                .as("at the last instant of the rule")
                .contains(at("2019-01-01"));
        assertThat(expiry.of(at("2018-10-03"))).as("a day later").isEmpty();
        assertThat(expiry.of(at("2019-03-01"))).as("after it").isEmpty();
    }

    @Test
    void a_reset_clears_what_was_before_it_and_expiry_only_what_is_old() {
        Rulebooks yearly = new Rulebooks(List.of(eleven));
        Rulebooks rolling = new Rulebooks(List.of(version(12, "2015-01-01", NINETY_DAYS)));
        Rulebooks both =
                new Rulebooks(List.of(version(12, "2015-01-01", NINETY_DAYS), version(13, "2019-01-01", YEARLY)));

        assertThat(yearly.clearedBefore(at("2019-01-01"))).isEqualTo(at("2019-01-01"));
        // 90 days before 1 January is 3 October, and four days of grace
        assertThat(rolling.clearedBefore(at("2019-01-01"))).isEqualTo(at("2018-10-07"));
        assertThat(both.clearedBefore(at("2019-01-01")))
                .as("the version before and the one of the instant, whichever clears more")
                .isEqualTo(at("2019-01-01"));
        assertThat(both.clearedBefore(at("2018-12-31"))).isEqualTo(at("2018-10-06"));
        assertThat(new Rulebooks(List.of()).clearedBefore(at("2019-01-01"))).isEqualTo(at("2019-01-01"));
    }

    private List<Instant> resets(Instant from, Instant until) {
        return three.clearings(from, until).resets().stream().map(Reset::at).toList();
    }

    private static Optional<Instant> nextReset(Rulebooks rulebooks, Instant after) {
        return rulebooks.nextReset(after).map(Reset::at);
    }

    private static Instant at(String day) {
        return OffsetDateTime.parse(day + "T00:00:00+08:00").toInstant();
    }

    private static Rulebook version(int version, String effective, JsonObject reset) {
        return RulebookDocument.parse(SampleRulebooks.json(12)
                .put("version", version)
                .put("effectiveFrom", effective + "T00:00:00+08:00")
                .put("zone", SHANGHAI.getId())
                .put("reset", reset)
                .encode());
    }
}
