package io.redress.penalties.domain.transparency;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The texts of a filed statement; explanations have 2,000 characters at most. */
class FactsWordingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Facts NOTHING_COUNTED = facts(List.of(), List.of(), OptionalInt.empty());

    @Test
    void each_clause_is_named_once() {
        assertThat(FactsWording.clauses(List.of(violation("C-01"), violation("S-03"), violation("C-01"))))
                .isEqualTo("C-01@12, S-03@12");
    }

    @Test
    void each_clause_is_explained_once() {
        assertThat(FactsWording.explanation(
                        List.of(violation("C-01"), violation("S-03"), violation("C-01")), ShopScenario.RULEBOOKS))
                .isEqualTo(
                        "Selling counterfeit goods: Goods were sold under a trade mark without the consent of its owner."
                                + " Inflated sales or reviews: Sales or reviews were produced without a genuine purchase.");
    }

    @Test
    void an_explanation_that_has_exactly_the_room_there_is_is_told_whole() {
        // "G-01: " and 1,994 letters are 2,000 characters
        Rulebooks rulebooks = texts(Map.of("G-01", 1_994));

        assertThat(FactsWording.explanation(List.of(violation("G-01")), rulebooks))
                .isEqualTo("G-01: " + "x".repeat(1_994));
    }

    @Test
    void an_explanation_that_would_never_fit_is_cut() {
        Rulebooks rulebooks = texts(Map.of("G-01", 1_995));

        assertThat(FactsWording.explanation(List.of(violation("G-01")), rulebooks))
                .isEqualTo("G-01: " + "x".repeat(1_993) + "…")
                .hasSize(2_000);
    }

    @Test
    void what_does_not_fit_behind_the_others_is_left_out_and_what_does_is_not() {
        // 1,006 characters, a blank, and 993 or 994
        List<Violation> three = List.of(violation("G-01"), violation("G-02"), violation("G-03"));

        assertThat(FactsWording.explanation(three, texts(Map.of("G-01", 1_000, "G-02", 987, "G-03", 1))))
                .isEqualTo("G-01: " + "x".repeat(1_000) + " G-02: " + "x".repeat(987))
                .hasSize(2_000);
        assertThat(FactsWording.explanation(three, texts(Map.of("G-01", 1_000, "G-02", 988, "G-03", 1))))
                .isEqualTo("G-01: " + "x".repeat(1_000) + " G-03: x");
    }

    @Test
    void facts_are_days_numbers_and_amounts() {
        Violation several = violation(
                "G-01", "2018-03-01", "2018-03-04", 3, facts(List.of("o-1", "o-2"), List.of("l-1"), OptionalInt.of(7)));

        assertThat(facts(several))
                .isEqualTo("G-01@12 Late dispatch, acts from 2018-03-01 to 2018-03-04, 1 listing, 2 orders, number"
                        + " concerned 7, 3 points.");
    }

    @Test
    void what_was_not_counted_is_not_told() {
        Violation bare = violation("G-03", "2018-03-01", "2018-03-01", 0, NOTHING_COUNTED);
        Violation one = violation("G-03", "2018-03-01", "2018-03-01", 1, NOTHING_COUNTED);

        assertThat(facts(bare, one))
                .isEqualTo("G-03@12 Wrong category or duplicate listing, act of 2018-03-01. "
                        + "G-03@12 Wrong category or duplicate listing, act of 2018-03-01, 1 point.");
    }

    @Test
    void days_are_those_of_the_platforms_zone() {
        Violation overMidnight =
                violation("G-03", "2018-03-01T23:59:59+08:00", "2018-03-02T00:00:00+08:00", 0, NOTHING_COUNTED);

        assertThat(facts(overMidnight))
                .isEqualTo("G-03@12 Wrong category or duplicate listing, acts from 2018-03-01 to 2018-03-02.");
    }

    private static String facts(Violation... violations) {
        ShopScenario shop = new ShopScenario();
        Penalty penalty = shop.penalty(shop.propose("2018-04-19", charge("G-05", "l-1", "2018-03-01")));
        return FactsWording.facts(
                penalty.change(change -> change.violations(List.of(violations))), ShopScenario.RULEBOOKS, SHANGHAI);
    }

    /** Version 12 in which the titles of these clauses are their ids, and their texts so many letters. */
    private static Rulebooks texts(Map<String, Integer> lengths) {
        JsonObject rules = SampleRulebooks.json(12);
        for (int i = 0; i < rules.getJsonArray("clauses").size(); i++) {
            JsonObject clause = rules.getJsonArray("clauses").getJsonObject(i);
            Optional.ofNullable(lengths.get(clause.getString("id"))).ifPresent(length -> {
                clause.getJsonObject("title").put("en", clause.getString("id"));
                clause.getJsonObject("text").put("en", "x".repeat(length));
            });
        }
        return new Rulebooks(List.of(RulebookDocument.parse(rules.encode())));
    }

    private static Violation violation(String clauseId) {
        return violation(clauseId, "2018-03-01", "2018-03-01", 6, NOTHING_COUNTED);
    }

    private static Violation violation(String clauseId, String from, String to, int points, Facts facts) {
        return new Violation(
                "vio_1",
                clauseId,
                12,
                "GENERAL",
                points,
                points,
                points,
                false,
                "HARASSMENT",
                at(from),
                at(to),
                List.of(),
                facts,
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Facts facts(List<String> orders, List<String> listings, OptionalInt count) {
        return new Facts(Optional.empty(), orders, listings, Optional.empty(), count);
    }
}
