package io.redress.penalties.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.PenaltyRefusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Which version judges S-05 and to how many points. Version 12 is in force at the act, 13 and 14 come later; what each
 * gives for the clause is written in the test.
 */
class AssessmentTest {

    private static final Instant ACT = Instant.parse("2018-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2018-12-01T00:00:00Z");
    private static final JsonObject SIX_TO_TWENTY_FOUR = range(6, 24, "volume", "harm");

    @Test
    void points_inside_the_range_are_those_asked_for() {
        assertThat(assessed(asking(14), SIX_TO_TWENTY_FOUR)).isEqualTo("version 12: 14");
        assertThat(assessed(asking(12), fixed(12))).isEqualTo("version 12: 12");
    }

    @Test
    void a_later_version_judges_where_it_gives_less_and_only_there() {
        assertThat(assessed(asking(14), SIX_TO_TWENTY_FOUR, fixed(13))).isEqualTo("version 13: 13");
        assertThat(assessed(asking(14), SIX_TO_TWENTY_FOUR, fixed(14))).isEqualTo("version 12: 14");
        assertThat(assessed(asking(14), SIX_TO_TWENTY_FOUR, fixed(15))).isEqualTo("version 12: 14");
    }

    @Test
    void of_several_later_versions_the_mildest_judges_and_of_equals_the_older() {
        assertThat(assessed(asking(14), SIX_TO_TWENTY_FOUR, fixed(6), fixed(9))).isEqualTo("version 13: 6");
        assertThat(assessed(asking(14), SIX_TO_TWENTY_FOUR, fixed(9), fixed(6))).isEqualTo("version 14: 6");
        assertThat(assessed(asking(14), SIX_TO_TWENTY_FOUR, fixed(9), fixed(9))).isEqualTo("version 13: 9");
    }

    @Test
    void a_later_range_gives_its_nearest_points() {
        assertThat(assessed(asking(20), SIX_TO_TWENTY_FOUR, range(3, 10, "volume")))
                .isEqualTo("version 13: 10");
        assertThat(assessed(asking(8), SIX_TO_TWENTY_FOUR, range(3, 10, "volume")))
                .isEqualTo("version 12: 8");
        assertThat(assessed(asking(6), SIX_TO_TWENTY_FOUR, range(8, 10, "volume")))
                .isEqualTo("version 12: 6");
        assertThat(assessed(asking(20), SIX_TO_TWENTY_FOUR, range(20, 24, "volume"), range(10, 12, "volume")))
                .isEqualTo("version 14: 12");
    }

    @Test
    void a_later_range_judges_only_what_was_weighed_by_its_own_factors() {
        assertThat(assessed(asking(20), SIX_TO_TWENTY_FOUR, range(3, 10, "victims")))
                .isEqualTo("version 12: 20");
        Assessment.Request bare = new Assessment.Request("S-05", ACT, OptionalInt.empty(), Map.of(), Optional.empty());
        assertThat(assessed(bare, fixed(12), range(3, 10, "volume"))).isEqualTo("version 12: 12");
    }

    @Test
    void a_version_without_the_clause_is_passed_over() {
        assertThat(assessed(asking(14), SIX_TO_TWENTY_FOUR, null, fixed(6))).isEqualTo("version 14: 6");
        assertThat(assessed(asking(14), SIX_TO_TWENTY_FOUR, null)).isEqualTo("version 12: 14");
    }

    @Test
    void what_the_older_version_refuses_a_later_one_may_take_below_the_most_that_the_older_gives() {
        JsonObject byVictims = range(2, 24, "victims");

        assertThat(assessed(asking(11, "victims"), range(2, 12, "volume"), byVictims))
                .isEqualTo("version 13: 11");
        assertThat(refusal(asking(12, "victims"), range(2, 12, "volume"), byVictims)
                        .code())
                .isEqualTo(PenaltyRefusal.UNKNOWN_FACTOR);
        assertThat(refusal(asking(13, "volume"), range(2, 12, "volume"), byVictims)
                        .code())
                .isEqualTo(PenaltyRefusal.TARIFF_MISMATCH);
    }

    @Test
    void a_later_version_that_is_not_in_force_yet_does_not_judge() {
        Rulebooks rulebooks = rulebooks(SIX_TO_TWENTY_FOUR, fixed(6));

        assertThat(said(Assessment.of(rulebooks, asking(14), Instant.parse("2018-03-31T23:59:59Z"))))
                .isEqualTo("version 12: 14");
        assertThat(said(Assessment.of(rulebooks, asking(14), Instant.parse("2018-04-01T00:00:00Z"))))
                .isEqualTo("version 13: 6");
    }

    @Test
    void factors_that_the_clause_does_not_name_are_pointed_at_in_order() {
        Map<String, String> factors = new LinkedHashMap<>();
        factors.put("zeal", "high");
        factors.put("volume", "high");
        factors.put("a/b~c", "high");

        Refusal refusal = refusal(
                new Assessment.Request("S-05", ACT, OptionalInt.of(14), factors, Optional.of("weighed")),
                SIX_TO_TWENTY_FOUR);

        assertThat(refusal.code()).isEqualTo(PenaltyRefusal.UNKNOWN_FACTOR);
        assertThat(refusal.wrong())
                .containsExactly(
                        new Refusal.Wrong("/factors/a~1b~0c", "no factor of this clause"),
                        new Refusal.Wrong("/factors/zeal", "no factor of this clause"));
    }

    @Test
    void a_range_is_reasoned_by_points_a_factor_and_words() {
        Map<String, String> volume = Map.of("volume", "high");
        Optional<String> words = Optional.of("weighed");

        assertThat(List.of(
                        new Assessment.Request("S-05", ACT, OptionalInt.empty(), volume, words),
                        new Assessment.Request("S-05", ACT, OptionalInt.of(14), Map.of(), words),
                        new Assessment.Request("S-05", ACT, OptionalInt.of(14), volume, Optional.empty()),
                        new Assessment.Request("S-05", ACT, OptionalInt.of(14), volume, Optional.of(" "))))
                .allSatisfy(request -> assertThat(
                                refusal(request, SIX_TO_TWENTY_FOUR).code())
                        .isEqualTo(PenaltyRefusal.POINTS_NOT_REASONED));
    }

    @Test
    void the_bounds_of_a_range_are_inside() {
        assertThat(assessed(asking(6), range(6, 20, "volume"))).isEqualTo("version 12: 6");
        assertThat(assessed(asking(20), range(6, 20, "volume"))).isEqualTo("version 12: 20");
        assertThat(refusal(asking(5), range(6, 20, "volume")).code()).isEqualTo(PenaltyRefusal.TARIFF_MISMATCH);
        assertThat(refusal(asking(21), range(6, 20, "volume")).code()).isEqualTo(PenaltyRefusal.TARIFF_MISMATCH);
    }

    @Test
    void more_than_the_cap_is_refused_for_itself_off_the_closed_list_and_measured_by_the_tariff_on_it() {
        Rulebooks rulebooks = rulebooks(SIX_TO_TWENTY_FOUR);

        assertThat(code(Assessment.of(rulebooks, asking(25), NOW))).isEqualTo(PenaltyRefusal.CLOSURE_NOT_ENUMERATED);
        assertThat(code(Assessment.of(rulebooks, of("C-91", 25), NOW))).isEqualTo(PenaltyRefusal.TARIFF_MISMATCH);
        assertThat(said(Assessment.of(rulebooks, of("C-91", 48), NOW))).isEqualTo("version 12: 48");
    }

    @Test
    void an_import_cites_the_clause_at_the_act_with_the_most_it_gives_whatever_points_it_carries() {
        assertThat(said(Assessment.clauseAtAct(rulebooks(SIX_TO_TWENTY_FOUR, fixed(6)), asking(48))))
                .isEqualTo("version 12: 24");
        assertThat(code(Assessment.clauseAtAct(rulebooks(new JsonObject[] {null}), asking(48))))
                .isEqualTo(PenaltyRefusal.CLAUSE_NOT_IN_FORCE);
    }

    private static String assessed(Assessment.Request request, JsonObject... tariffs) {
        return said(Assessment.of(rulebooks(tariffs), request, NOW));
    }

    private static Refusal refusal(Assessment.Request request, JsonObject... tariffs) {
        return refused(Assessment.of(rulebooks(tariffs), request, NOW));
    }

    private static String said(Outcome<Assessment> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        Assessment assessment = ((Outcome.Done<Assessment>) outcome).value();
        assertThat(assessment.rulebook().clause(assessment.clause().id())).contains(assessment.clause());
        return "version " + assessment.rulebook().version() + ": " + assessment.points();
    }

    private static Object code(Outcome<Assessment> outcome) {
        return refused(outcome).code();
    }

    private static Refusal refused(Outcome<Assessment> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Assessment>) outcome).refusal();
    }

    private static Assessment.Request asking(int points) {
        return asking(points, "volume");
    }

    private static Assessment.Request asking(int points, String factor) {
        return new Assessment.Request(
                "S-05", ACT, OptionalInt.of(points), Map.of(factor, "high"), Optional.of("weighed"));
    }

    private static Assessment.Request of(String clauseId, int points) {
        return new Assessment.Request(clauseId, ACT, OptionalInt.of(points), Map.of(), Optional.empty());
    }

    private static JsonObject fixed(int points) {
        return new JsonObject().put("fixed", points);
    }

    private static JsonObject range(int min, int max, String... factors) {
        return new JsonObject().put("min", min).put("max", max).put("factors", new JsonArray(List.of(factors)));
    }

    /** Version 12 from February, 13 from April, 14 from May; a version without a tariff is one without S-05. */
    private static Rulebooks rulebooks(JsonObject... tariffs) {
        List<String> effective = List.of("2018-02-01", "2018-04-01", "2018-05-01");
        return new Rulebooks(IntStream.range(0, tariffs.length)
                .mapToObj(i -> version(12 + i, effective.get(i), tariffs[i]))
                .toList());
    }

    private static Rulebook version(int version, String effective, JsonObject tariff) {
        JsonObject rules =
                SampleRulebooks.json(12).put("version", version).put("effectiveFrom", effective + "T00:00:00Z");
        JsonArray clauses = rules.getJsonArray("clauses");
        for (int i = clauses.size() - 1; i >= 0; i--) {
            if (clauses.getJsonObject(i).getString("id").equals("S-05")) {
                if (tariff == null) {
                    clauses.remove(i);
                } else {
                    clauses.getJsonObject(i).put("tariff", tariff.copy());
                }
            }
        }
        return RulebookDocument.parse(rules.encode());
    }
}
