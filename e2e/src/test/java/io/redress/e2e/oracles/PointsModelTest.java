package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointsModelTest {

    private static final YearEnds YEAR_ENDS = new YearEnds(List.of(json("""
            {"effectiveFrom": "2018-01-01T00:00:00+08:00", "zone": "Asia/Shanghai",
             "reset": {"at": "12-31T24:00", "carryOver": {"bucket": "COUNTERFEIT", "whenTallyFrom": 24,
                       "whenTallyBelow": 48, "entriesSurvive": 1}}}""")));

    private final PointsModel model = new PointsModel();

    @Test
    void a_correction_takes_from_the_lightest_violation_first_and_a_refold_gives_back_to_it_last() {
        enter("pen_1", "2018-03-01T00:00:00Z", 24, violation("v1", "GENERAL", 12), violation("v2", "GENERAL", 12));
        correct("PenaltyReduced", "pen_1", 24, 15);
        correct("PenaltyRefolded", "pen_1", 15, 20);

        assertThat(model.contradictions()).isEmpty();
        assertThat(model.lots().get("v1").entries()).containsExactly(12);
        assertThat(model.lots().get("v2").entries()).containsExactly(12, -9, 5);
    }

    @Test
    void a_reversal_takes_everything() {
        enter("pen_1", "2018-03-01T00:00:00Z", 12, violation("v1", "GENERAL", 12));
        correct("PenaltyReversed", "pen_1", 12, 0);

        assertThat(tallies("2018-04-01T00:00:00Z")).isEqualTo(Map.of("s-1 GENERAL", 0));
        assertThat(model.lots().get("v1").entries()).containsExactly(12, -12);
    }

    @Test
    void events_that_contradict_each_other_are_told() {
        enter("pen_1", "2018-03-01T00:00:00Z", 12, violation("v1", "GENERAL", 12));
        enter("pen_1", "2018-03-01T00:00:00Z", 12, violation("v1", "GENERAL", 12));
        correct("PenaltyReduced", "pen_1", 11, 9);
        correct("PenaltyReversed", "pen_1", 9, 1);

        assertThat(model.contradictions())
                .containsExactly(
                        "pen_1 entered into force twice",
                        "pen_1: PenaltyReduced begins with 11 points, there were 12",
                        "pen_1 was reversed and keeps 1 points");
    }

    @Test
    void general_points_are_cleared_at_the_end_of_the_year_in_the_platforms_zone() {
        enter("pen_1", "2018-12-31T15:59:59Z", 12, violation("v1", "GENERAL", 12));

        assertThat(tallies("2018-12-31T15:59:59Z")).isEqualTo(Map.of("s-1 GENERAL", 12));
        assertThat(tallies("2018-12-31T16:00:00Z")).isEqualTo(Map.of("s-1 GENERAL", 0));
    }

    /** domain.md: 24 in year 1 → 24 in year 2 → 0 in year 3; 24 then 12 → 36 in year 2 → 12 in year 3 → 0. */
    @Test
    void a_counterfeit_entry_survives_one_reset_while_the_tally_is_in_the_band() {
        enter("pen_1", "2018-03-01T00:00:00Z", 24, violation("v1", "COUNTERFEIT", 24));
        assertThat(tallies("2019-06-01T00:00:00Z")).isEqualTo(Map.of("s-1 COUNTERFEIT", 24));
        assertThat(tallies("2020-06-01T00:00:00Z")).isEqualTo(Map.of("s-1 COUNTERFEIT", 0));

        enter("pen_2", "2019-07-01T00:00:00Z", 12, violation("v2", "COUNTERFEIT", 12));
        assertThat(tallies("2019-08-01T00:00:00Z")).isEqualTo(Map.of("s-1 COUNTERFEIT", 36));
        assertThat(tallies("2020-06-01T00:00:00Z")).isEqualTo(Map.of("s-1 COUNTERFEIT", 12));
        assertThat(tallies("2021-06-01T00:00:00Z")).isEqualTo(Map.of("s-1 COUNTERFEIT", 0));
    }

    @Test
    void a_credit_takes_the_points_it_finds_and_nothing_of_later_ones_and_the_reset_clears_what_is_left() {
        enter("pen_1", "2018-03-01T00:00:00Z", 4, violation("v1", "GENERAL", 4));
        credit("crd_1", 6, "2018-03-02T00:00:00Z");
        enter("pen_2", "2018-03-03T00:00:00Z", 5, violation("v2", "GENERAL", 5));
        credit("crd_2", 2, "2018-03-04T00:00:00Z");

        assertThat(tallies("2018-03-01T00:00:00Z")).isEqualTo(Map.of("s-1 GENERAL", 4));
        assertThat(tallies("2018-03-02T00:00:00Z")).isEqualTo(Map.of("s-1 GENERAL", 0));
        assertThat(tallies("2018-03-03T00:00:00Z")).isEqualTo(Map.of("s-1 GENERAL", 5));
        assertThat(tallies("2018-03-04T00:00:00Z")).isEqualTo(Map.of("s-1 GENERAL", 3));
        assertThat(tallies("2018-12-31T16:00:00Z")).isEqualTo(Map.of("s-1 GENERAL", 0));
    }

    @Test
    void a_credit_goes_to_the_other_points_of_its_time_when_those_it_took_are_reversed() {
        enter("pen_1", "2018-03-01T00:00:00Z", 4, violation("v1", "GENERAL", 4));
        enter("pen_2", "2018-03-02T00:00:00Z", 5, violation("v2", "GENERAL", 5));
        credit("crd_1", 4, "2018-03-03T00:00:00Z");
        correct("PenaltyReversed", "pen_1", 4, 0);

        assertThat(tallies("2018-03-03T00:00:00Z")).isEqualTo(Map.of("s-1 GENERAL", 1));
    }

    @Test
    void a_credit_told_twice_is_a_contradiction() {
        credit("crd_1", 4, "2018-03-03T00:00:00Z");
        credit("crd_1", 4, "2018-03-03T00:00:00Z");

        assertThat(model.contradictions()).containsExactly("crd_1 was credited twice");
    }

    private void credit(String id, int points, String at) {
        model.apply(
                "PointsCredited",
                "s-1:GENERAL",
                json("{\"creditId\":\"%s\",\"shopId\":\"s-1\",\"bucket\":\"GENERAL\",\"points\":%d,\"bookedAt\":\"%s\"}"
                        .formatted(id, points, at)));
    }

    private Map<String, Integer> tallies(String at) {
        return model.tallies(Instant.parse(at), YEAR_ENDS);
    }

    private void enter(String penaltyId, String at, int points, String... violations) {
        model.apply(
                "PenaltyInForce",
                penaltyId,
                json(
                        "{\"decisionId\":\"dec_%s\",\"shopId\":\"s-1\",\"effectiveAt\":\"%s\",\"points\":%d,\"violations\":[%s]}"
                                .formatted(penaltyId, at, points, String.join(",", violations))));
    }

    private void correct(String type, String penaltyId, int before, int after) {
        model.apply(type, penaltyId, json("{\"pointsBefore\":%d,\"pointsAfter\":%d}".formatted(before, after)));
    }

    private static String violation(String id, String bucket, int points) {
        return "{\"violationId\":\"%s\",\"bucket\":\"%s\",\"clauseId\":\"C\",\"points\":%d,\"tariff\":%d}"
                .formatted(id, bucket, points, points);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
