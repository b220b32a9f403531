package io.redress.penalties.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Version 12 of the sample with other thresholds of its serious points, and with other tariffs. */
class ThresholdCheckTest {

    private final JsonObject rules = SampleRulebooks.json(12);

    @Test
    void a_measure_may_last_as_long_as_at_a_lower_threshold() {
        days(2, 21);

        assertThat(pointers()).isEmpty();
    }

    @Test
    void every_one_that_is_shorter_than_the_longest_below_it_is_found() {
        // hidden for 14 days at 24 points, for 10 at 36, for 12 at 48
        days(3, 10);
        threshold(4)
                .getJsonArray("measures")
                .add(new JsonObject().put("kind", "SHOP_HIDDEN").put("days", 12));

        assertThat(pointers()).containsExactly("/thresholds/3/measures/0/days", "/thresholds/4/measures/1/days");
    }

    @Test
    void buckets_are_compared_with_themselves_alone() {
        // 36 of the counterfeits come after the 48 of the serious ones, and with fewer days of hiding
        threshold(4)
                .getJsonArray("measures")
                .add(new JsonObject().put("kind", "SHOP_HIDDEN").put("days", 90));

        assertThat(pointers()).isEmpty();
    }

    @Test
    void what_closes_a_shop_is_announced_and_what_ends_by_itself_or_comes_earlier_is_not() {
        threshold(4)
                .getJsonArray("measures")
                .add(new JsonObject().put("kind", "PAYOUT_HOLD").put("days", 90));
        threshold(3).getJsonArray("measures").add(new JsonObject().put("kind", "NEW_LISTING_BAN"));
        assertThat(pointers()).isEmpty();

        threshold(4).getJsonArray("measures").add(new JsonObject().put("kind", "LISTINGS_REMOVED"));
        assertThat(pointers()).containsExactly("/thresholds/4/measures/2/kind");

        rules.getJsonObject("closureByAccumulation").put("points", 49);
        assertThat(pointers()).isEmpty();
        rules.getJsonObject("closureByAccumulation").put("points", 36);
        assertThat(pointers()).containsExactly("/thresholds/3/measures/2/kind", "/thresholds/4/measures/2/kind");
    }

    @Test
    void a_notice_of_no_days_announces_nothing() {
        rules.getJsonObject("measures").getJsonObject("SHOP_CLOSURE").put("advanceNotice", "P0D");

        assertThat(pointers())
                .as("the thresholds of 48 points, and S-91, S-92, C-91, C-92")
                .containsExactly(
                        "/thresholds/4/measures/0/kind",
                        "/thresholds/7/measures/0/kind",
                        "/clauses/12/closureEligible",
                        "/clauses/13/closureEligible",
                        "/clauses/17/closureEligible",
                        "/clauses/18/closureEligible");
    }

    @Test
    void a_clause_of_the_closed_list_needs_notice_at_the_highest_threshold_that_it_reaches() {
        JsonObject closing = clause("S-91");
        closing.put("tariff", new JsonObject().put("fixed", 47));
        assertThat(pointers()).containsExactly("/clauses/12/closureEligible");

        closing.put("tariff", new JsonObject().put("fixed", 48));
        assertThat(pointers()).isEmpty();
        closing.put("tariff", new JsonObject().put("fixed", 11));
        assertThat(pointers()).as("it reaches none").containsExactly("/clauses/12/closureEligible");
    }

    @Test
    void a_clause_of_the_closed_list_without_a_tariff_reaches_no_threshold() {
        clause("S-91").put("tariff", new JsonObject());

        assertThat(pointers()).containsExactly("/clauses/12/tariff", "/clauses/12/closureEligible");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'fixed': 6} | ",
                "{'min': 6, 'max': 6, 'factors': ['harm']} | ",
                "{'min': 6, 'max': 24, 'factors': ['harm']} | ",
                "{'min': 6, 'max': 5, 'factors': ['harm']} | /clauses/4/tariff/max",
                "{'min': 6, 'max': 25, 'factors': ['harm']} | /clauses/4/tariff",
                "{'fixed': 6, 'min': 6} | /clauses/4/tariff",
                "{'fixed': 6, 'max': 6} | /clauses/4/tariff",
                "{'fixed': 6, 'factors': ['harm']} | /clauses/4/tariff",
                "{'fixed': 6, 'min': 6, 'max': 6, 'factors': ['harm']} | /clauses/4/tariff",
                "{'min': 6, 'factors': ['harm']} | /clauses/4/tariff",
                "{'max': 6, 'factors': ['harm']} | /clauses/4/tariff",
                "{'factors': ['harm']} | /clauses/4/tariff"
            })
    void a_tariff_is_either_fixed_or_a_range_within_the_cap(String tariff, String pointer) {
        clause("G-05").put("tariff", new JsonObject(tariff.replace('\'', '"')));

        assertThat(pointers()).isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    private void days(int threshold, int days) {
        threshold(threshold).getJsonArray("measures").getJsonObject(0).put("days", days);
    }

    private JsonObject threshold(int index) {
        return rules.getJsonArray("thresholds").getJsonObject(index);
    }

    private JsonObject clause(String id) {
        JsonArray clauses = rules.getJsonArray("clauses");
        return clauses.stream()
                .map(JsonObject.class::cast)
                .filter(clause -> clause.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> pointers() {
        return RulebookCheck.ofContent(RulebookDocument.read(rules.encode())).stream()
                .map(RulebookProblem::pointer)
                .toList();
    }
}
