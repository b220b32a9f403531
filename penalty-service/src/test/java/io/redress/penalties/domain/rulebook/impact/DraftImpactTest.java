package io.redress.penalties.domain.rulebook.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The draft is version 12 with other tariffs: G-05 6 instead of 12, S-02 12 instead of 24, S-05 fixed at 24 instead of 6
 * to 24, S-03 from 4 instead of from 2, and without C-02. Looked back at from June to March.
 */
class DraftImpactTest {

    private static final Instant NOW = Instant.parse("2018-06-01T00:00:00Z");
    private static final Instant SINCE = Instant.parse("2018-03-03T00:00:00Z");
    private static final Rulebooks REGISTERED = new Rulebooks(List.of(
            RulebookDocument.parse(SampleRulebooks.json(11).encode()),
            RulebookDocument.parse(SampleRulebooks.json(12).encode())));

    private final AtomicInteger ids = new AtomicInteger();
    private final DraftImpact impact = new DraftImpact(draft(), REGISTERED, SINCE, NOW);

    @Test
    void fewer_points_fall_below_a_threshold() {
        assertThat(of(impact, List.of(booked("G-05", "GENERAL", 12))).stands())
                .containsExactly(
                        new Change("m-1", "s-1", "GENERAL", 12, 6, OptionalInt.of(12), OptionalInt.empty(), true));
    }

    @Test
    void more_points_reach_a_higher_threshold() {
        assertThat(of(impact, List.of(booked("S-05", "SERIOUS", 14))).stands())
                .containsExactly(
                        new Change("m-1", "s-1", "SERIOUS", 14, 24, OptionalInt.of(12), OptionalInt.of(24), true));
    }

    @Test
    void points_outside_the_new_range_go_to_its_nearest_end_and_within_a_threshold_measures_stay() {
        assertThat(of(impact, List.of(booked("S-03", "SERIOUS", 2))).stands())
                .containsExactly(
                        new Change("m-1", "s-1", "SERIOUS", 2, 4, OptionalInt.empty(), OptionalInt.empty(), false));
        assertThat(of(impact, List.of(booked("S-03", "SERIOUS", 9))).standingChanges())
                .isFalse();
    }

    @Test
    void what_the_draft_has_no_clause_for_is_not_punished() {
        ShopImpact shop = of(impact, List.of(booked("C-02", "COUNTERFEIT", 24)));

        assertThat(shop.unpunished()).isEqualTo(1);
        assertThat(shop.difference()).isEqualTo(-24);
    }

    @Test
    void what_was_proposed_before_the_period_and_what_was_imported_stays() {
        BookedViolation old = booked("C-02", "COUNTERFEIT", 24, 24, OptionalInt.empty(), false, "2018-03-02T23:59:59Z");
        BookedViolation imported =
                booked("C-02", "COUNTERFEIT", 48, 48, OptionalInt.empty(), true, "2018-04-01T00:00:00Z");

        assertThat(of(impact, List.of(old)).standingChanges()).isFalse();
        assertThat(of(impact, List.of(old)).violations()).isZero();
        assertThat(of(impact, List.of(imported)).standingChanges()).isFalse();
    }

    @Test
    void the_cap_of_a_decision_is_kept() {
        // now: 24, and nothing is left for the 20; under the draft 20 first, then 4 of the 12
        BookedViolation identity = inDecision("S-02", 24, 24);
        BookedViolation leak = inDecision("S-06", 20, 0);

        assertThat(of(impact, List.of(identity, leak)).stands())
                .containsExactly(
                        new Change("m-1", "s-1", "SERIOUS", 24, 24, OptionalInt.of(24), OptionalInt.of(24), false));
    }

    @Test
    void what_a_ruling_took_is_not_given_back() {
        BookedViolation ruled = booked("S-05", "SERIOUS", 14, 6, OptionalInt.of(6), false, "2018-04-01T00:00:00Z");

        assertThat(of(impact, List.of(ruled)).standingChanges()).isFalse();
    }

    @Test
    void points_that_a_reset_has_cleared_do_not_count_on_either_side() {
        DraftImpact overTheYear = new DraftImpact(draft(), REGISTERED, Instant.parse("2017-06-01T00:00:00Z"), NOW);
        BookedViolation lastYear =
                booked("G-05", "GENERAL", 12, 12, OptionalInt.empty(), false, "2017-12-31T15:59:59Z");

        assertThat(of(overTheYear, List.of(lastYear)).stands())
                .containsExactly(
                        new Change("m-1", "s-1", "GENERAL", 0, 0, OptionalInt.empty(), OptionalInt.empty(), false));
    }

    @Test
    void what_was_earned_back_is_taken_off_both_sides_and_never_more_than_there_is() {
        List<Credit> credits = List.of(
                new Credit("crd_1", "GENERAL", "prg", "ver_1", 4, Instant.parse("2018-04-02T00:00:00Z"), 1),
                new Credit("crd_2", "GENERAL", "prg", "ver_2", 3, Instant.parse("2018-04-03T00:00:00Z"), 1));

        assertThat(impact.of(List.of(booked("G-05", "GENERAL", 12)), credits).stands())
                .as("12 less 7 before; 6 less 4 and what is left after it")
                .containsExactly(
                        new Change("m-1", "s-1", "GENERAL", 5, 0, OptionalInt.empty(), OptionalInt.empty(), false));
        assertThat(impact.of(List.of(booked("S-05", "SERIOUS", 14)), credits).stands())
                .as("of another bucket")
                .containsExactly(
                        new Change("m-1", "s-1", "SERIOUS", 14, 24, OptionalInt.of(12), OptionalInt.of(24), true));
    }

    @Test
    void shops_add_up_to_thresholds_and_a_histogram() {
        ImpactTally tally = impact.tally();
        tally.add("m-1", of(impact, List.of(booked("G-05", "GENERAL", 12))));
        tally.add("m-1", of(impact, List.of(booked("S-05", "SERIOUS", 14))));
        tally.add("m-2", of(impact, List.of(booked("C-02", "COUNTERFEIT", 24))));
        tally.add("m-3", of(impact, List.of(booked("S-03", "SERIOUS", 9))));

        assertThat(tally.merchants()).isEqualTo(3);
        assertThat(tally.merchantsChanged()).isEqualTo(2);
        assertThat(tally.shops()).isEqualTo(4);
        assertThat(tally.standingChanged()).isEqualTo(3);
        assertThat(tally.measuresChanged()).isEqualTo(3);
        assertThat(tally.violations()).isEqualTo(4);
        assertThat(tally.unpunished()).isEqualTo(1);
        assertThat(tally.listed()).hasSize(3);
        assertThat(tally.thresholds())
                .containsExactly(
                        new ImpactTally.AtThreshold("COUNTERFEIT", 24, 1, 0),
                        new ImpactTally.AtThreshold("COUNTERFEIT", 36, 0, 0),
                        new ImpactTally.AtThreshold("COUNTERFEIT", 48, 0, 0),
                        new ImpactTally.AtThreshold("GENERAL", 12, 1, 0),
                        new ImpactTally.AtThreshold("SERIOUS", 12, 1, 1),
                        new ImpactTally.AtThreshold("SERIOUS", 24, 0, 1),
                        new ImpactTally.AtThreshold("SERIOUS", 36, 0, 0),
                        new ImpactTally.AtThreshold("SERIOUS", 48, 0, 0));
        // -24, -6, 0 and +10
        assertThat(tally.histogram())
                .containsExactly(
                        new ImpactTally.Band(OptionalInt.empty(), OptionalInt.of(-24), 1),
                        new ImpactTally.Band(OptionalInt.of(-23), OptionalInt.of(-12), 0),
                        new ImpactTally.Band(OptionalInt.of(-11), OptionalInt.of(-6), 1),
                        new ImpactTally.Band(OptionalInt.of(-5), OptionalInt.of(-1), 0),
                        new ImpactTally.Band(OptionalInt.of(0), OptionalInt.of(0), 1),
                        new ImpactTally.Band(OptionalInt.of(1), OptionalInt.of(5), 0),
                        new ImpactTally.Band(OptionalInt.of(6), OptionalInt.of(11), 1),
                        new ImpactTally.Band(OptionalInt.of(12), OptionalInt.of(23), 0),
                        new ImpactTally.Band(OptionalInt.of(24), OptionalInt.empty(), 0));
    }

    @Test
    void what_is_listed_has_an_end() {
        ImpactTally tally = impact.tally();
        for (int i = 0; i < 201; i++) {
            tally.add("m-" + i, of(impact, List.of(booked("G-05", "GENERAL", 12))));
        }

        assertThat(tally.listed()).hasSize(200);
        assertThat(tally.merchantsChanged()).isEqualTo(201);
    }

    private static ShopImpact of(DraftImpact impact, List<BookedViolation> ofShop) {
        return impact.of(ofShop, List.of());
    }

    private static Rulebook draft() {
        JsonObject rules = SampleRulebooks.json(12).put("version", 13);
        var clauses = rules.getJsonArray("clauses");
        clauses.getJsonObject(4).put("tariff", new JsonObject().put("fixed", 6));
        clauses.getJsonObject(7).put("tariff", new JsonObject().put("fixed", 12));
        clauses.getJsonObject(8).getJsonObject("tariff").put("min", 4);
        clauses.getJsonObject(10).put("tariff", new JsonObject().put("fixed", 24));
        clauses.remove(15);
        Rulebook draft = RulebookDocument.parse(rules.encode());
        assertThat(draft.clause("C-02")).isEmpty();
        return draft;
    }

    private BookedViolation booked(String clauseId, String bucket, int points) {
        return booked(clauseId, bucket, points, points, OptionalInt.empty(), false, "2018-04-01T00:00:00Z");
    }

    private BookedViolation inDecision(String clauseId, int assessed, int points) {
        return new BookedViolation(
                "m-1",
                "s-1",
                "dec_1",
                "pen_1",
                1,
                false,
                OptionalInt.empty(),
                "vio_" + ids.incrementAndGet(),
                clauseId,
                "SERIOUS",
                false,
                assessed,
                assessed,
                points,
                Instant.parse("2018-04-01T00:00:00Z"),
                Instant.parse("2018-04-01T00:00:00Z"));
    }

    private BookedViolation booked(
            String clauseId,
            String bucket,
            int assessed,
            int points,
            OptionalInt ceiling,
            boolean imported,
            String at) {
        int id = ids.incrementAndGet();
        return new BookedViolation(
                "m-1",
                "s-1",
                "dec_" + id,
                "pen_" + id,
                id,
                imported,
                ceiling,
                "vio_" + id,
                clauseId,
                bucket,
                false,
                assessed,
                assessed,
                points,
                Instant.parse(at),
                Instant.parse(at));
    }
}
