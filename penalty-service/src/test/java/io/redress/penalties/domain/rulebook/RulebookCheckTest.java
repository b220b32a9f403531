package io.redress.penalties.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.PenaltyRefusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Version 12 of the sample, spoilt in one place at a time; what is found and where is worked out by hand. */
class RulebookCheckTest {

    static Stream<Arguments> spoilt() {
        return Stream.of(
                one("two clauses of one id", "/clauses/1/id", rules -> clause(rules, 1)
                        .put("id", "G-01")),
                one("no Chinese text", "/clauses/0/text/zh", rules -> clause(rules, 0)
                        .getJsonObject("text")
                        .put("zh", " ")),
                one("no English text", "/clauses/0/text/en", rules -> clause(rules, 0)
                        .getJsonObject("text")
                        .put("en", "")),
                one("no Chinese title", "/clauses/2/title/zh", rules -> clause(rules, 2)
                        .getJsonObject("title")
                        .put("zh", "")),
                one("no English name of a measure", "/measures/PAYOUT_HOLD/title/en", rules -> measure(
                                rules, "PAYOUT_HOLD")
                        .getJsonObject("title")
                        .put("en", "")),
                one("a measure without a name", "/measures/PAYOUT_HOLD/title", rules -> measure(rules, "PAYOUT_HOLD")
                        .remove("title")),
                one("a threshold as high as the one before", "/thresholds/2/points", rules -> threshold(rules, 2)
                        .put("points", 12)),
                one("a threshold below the one before", "/thresholds/3/points", rules -> threshold(rules, 3)
                        .put("points", 23)),
                one("a milder measure at a higher threshold", "/thresholds/3/measures/0/days", rules -> order(
                                rules, 3, 0)
                        .put("days", 13)),
                one("a measure with an end where it had none", "/thresholds/6/measures/0/days", rules -> {
                    order(rules, 5, 0).remove("days");
                    order(rules, 6, 0).put("days", 365);
                }),
                one("a measure ordered twice", "/thresholds/0/measures/1/kind", rules -> order(rules, 0, 1)
                        .put("kind", "PROMOTION_BAN")),
                one("a measure without a policy", "/thresholds/1/measures/0/kind", rules -> order(rules, 1, 0)
                        .put("kind", "PILLORY")),
                one("a threshold in a bucket of no clause", "/thresholds/0/bucket", rules -> threshold(rules, 0)
                        .put("bucket", "TRIFLES")),
                one("a carry-over in a bucket of no clause", "/reset/carryOver/bucket", rules -> carry(rules)
                        .put("bucket", "TRIFLES")),
                one("a carry-over of nothing", "/reset/carryOver/whenTallyBelow", rules -> carry(rules)
                        .put("whenTallyBelow", 24)),
                one("a reset on no day", "/reset/at", rules -> rules.getJsonObject("reset")
                        .put("at", "13-31T24:00")),
                one("a carry-over where each entry expires by itself", "/reset/carryOver", rules -> rules.getJsonObject(
                                "reset")
                        .put("rolling", "P365D")),
                one("entries that never count", "/reset/rolling", rules -> {
                    rules.getJsonObject("reset").remove("carryOver");
                    rules.getJsonObject("reset").put("rolling", "P0D");
                }),
                one(
                        "earlier breaches that are not remembered",
                        "/cureLookBack",
                        rules -> rules.put("cureLookBack", "P0D")),
                one("a zone that is none", "/zone", rules -> rules.put("zone", "Asia/Atlantis")),
                one(
                        "a closure by accumulation at once",
                        "/closureByAccumulation/advanceNotice",
                        rules -> rules.getJsonObject("closureByAccumulation").put("advanceNotice", "P0D")),
                one("a measure that contains an unknown one", "/measures/SHOP_CLOSURE/includes/1", rules -> measure(
                                rules, "SHOP_CLOSURE")
                        .getJsonArray("includes")
                        .set(1, "PILLORY")),
                one("a measure that contains itself", "/measures/SHOP_CLOSURE/includes/0", rules -> measure(
                                rules, "SHOP_CLOSURE")
                        .getJsonArray("includes")
                        .set(0, "SHOP_CLOSURE")),
                one("a range without factors", "/clauses/1/tariff/factors", rules -> tariff(rules, 1)
                        .remove("factors")),
                one("a range with no factor", "/clauses/1/tariff/factors", rules -> tariff(rules, 1)
                        .put("factors", new JsonArray())),
                one("a range upside down", "/clauses/1/tariff/max", rules -> tariff(rules, 1)
                        .put("max", 2)),
                one("a tariff both fixed and a range", "/clauses/1/tariff", rules -> tariff(rules, 1)
                        .put("fixed", 3)),
                one("no tariff", "/clauses/0/tariff", rules -> clause(rules, 0).put("tariff", new JsonObject())),
                one("more than the cap off the closed list", "/clauses/0/tariff", rules -> tariff(rules, 0)
                        .put("fixed", 25)),
                one("a range beyond the cap off the closed list", "/clauses/6/tariff", rules -> tariff(rules, 6)
                        .put("max", 25)),
                one("curable without a window", "/clauses/0/cure", rules -> clause(rules, 0)
                        .remove("cure")),
                one("a window without being curable", "/clauses/4/cure", rules -> clause(rules, 4)
                        .put("cure", "P3D")),
                one("a closure clause whose measures are not announced", "/clauses/4/closureEligible", rules -> clause(
                                rules, 4)
                        .put("closureEligible", true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void what_contradicts_itself_is_found_where_it_is(String what, String pointer, Consumer<JsonObject> spoil) {
        JsonObject rules = SampleRulebooks.json(12);
        spoil.accept(rules);

        assertThat(pointers(rules)).containsExactly(pointer);
    }

    @Test
    void a_closure_that_is_not_announced_is_found_at_its_thresholds_and_its_clauses() {
        JsonObject rules = SampleRulebooks.json(12);
        measure(rules, "SHOP_CLOSURE").remove("advanceNotice");

        // thresholds 48 of SERIOUS and COUNTERFEIT; S-91, S-92, C-91, C-92
        assertThat(pointers(rules))
                .containsExactly(
                        "/thresholds/4/measures/0/kind",
                        "/thresholds/7/measures/0/kind",
                        "/clauses/12/closureEligible",
                        "/clauses/13/closureEligible",
                        "/clauses/17/closureEligible",
                        "/clauses/18/closureEligible");
    }

    @Test
    void everything_is_found_at_once_and_refused_under_one_code() {
        JsonObject rules = SampleRulebooks.json(12);
        rules.put("zone", "Nowhere");
        clause(rules, 0).getJsonObject("text").put("en", "");
        clause(rules, 1).put("id", "G-01");
        threshold(rules, 2).put("points", 6);

        List<RulebookProblem> problems = RulebookCheck.ofContent(form(rules));

        assertThat(problems)
                .extracting(RulebookProblem::pointer)
                .containsExactly("/zone", "/thresholds/2/points", "/clauses/0/text/en", "/clauses/1/id");
        var refusal = RulebookProblem.refusal(problems).orElseThrow();
        assertThat(refusal.code()).isEqualTo(PenaltyRefusal.RULEBOOK_INVALID);
        assertThat(refusal.wrong()).hasSize(4);
        assertThat(RulebookProblem.refusal(List.of())).isEmpty();
    }

    @ParameterizedTest(name = "version {0} published {1} effective {2}")
    @MethodSource("dates")
    void dates_keep_the_notice_period_and_the_order_of_the_numbers(
            int version, String published, String effective, List<PenaltyRefusal> expected) {
        JsonObject rules = SampleRulebooks.json(12)
                .put("version", version)
                .put("publishedAt", published)
                .put("effectiveFrom", effective);

        assertThat(RulebookCheck.ofDates(form(rules), SAMPLES))
                .extracting(RulebookProblem::kind)
                .isEqualTo(expected);
    }

    /** Version 11 is effective from 2015-01-01, version 12 from 2018-02-01, both 00:00+08:00; 15 days of notice. */
    static Stream<Arguments> dates() {
        return Stream.of(
                dated(13, "2018-03-01T00:00:00+08:00", "2018-03-16T00:00:00+08:00"),
                dated(
                        13,
                        "2018-03-01T00:00:00+08:00",
                        "2018-03-15T23:59:59.999+08:00",
                        PenaltyRefusal.NOTICE_PERIOD_TOO_SHORT),
                dated(
                        13,
                        "2018-01-01T00:00:00+08:00",
                        "2018-02-01T00:00:00+08:00",
                        PenaltyRefusal.EFFECTIVE_DATES_OVERLAP),
                dated(
                        13,
                        "2018-01-01T00:00:00+08:00",
                        "2018-01-31T23:59:59+08:00",
                        PenaltyRefusal.EFFECTIVE_DATES_OVERLAP),
                dated(13, "2018-01-01T00:00:00+08:00", "2018-02-01T00:00:01+08:00"),
                dated(
                        10,
                        "2014-01-01T00:00:00+08:00",
                        "2015-01-01T00:00:00+08:00",
                        PenaltyRefusal.EFFECTIVE_DATES_OVERLAP),
                dated(10, "2014-01-01T00:00:00+08:00", "2014-12-31T23:59:59+08:00"),
                dated(
                        13,
                        "2014-12-30T00:00:00+08:00",
                        "2014-12-31T00:00:00+08:00",
                        PenaltyRefusal.NOTICE_PERIOD_TOO_SHORT,
                        PenaltyRefusal.EFFECTIVE_DATES_OVERLAP,
                        PenaltyRefusal.EFFECTIVE_DATES_OVERLAP));
    }

    @Test
    void problems_of_one_kind_have_their_own_code_and_of_several_the_general_one() {
        var notice = new RulebookProblem(PenaltyRefusal.NOTICE_PERIOD_TOO_SHORT, "/effectiveFrom", "too early");
        var overlap = new RulebookProblem(PenaltyRefusal.EFFECTIVE_DATES_OVERLAP, "/effectiveFrom", "too early");

        assertThat(RulebookProblem.refusal(List.of(notice, notice))
                        .orElseThrow()
                        .code())
                .isEqualTo(PenaltyRefusal.NOTICE_PERIOD_TOO_SHORT);
        assertThat(RulebookProblem.refusal(List.of(notice, overlap))
                        .orElseThrow()
                        .code())
                .isEqualTo(PenaltyRefusal.RULEBOOK_INVALID);
    }

    private static final Rulebooks SAMPLES = new Rulebooks(List.of(
            RulebookDocument.parse(SampleRulebooks.json(11).encode()),
            RulebookDocument.parse(SampleRulebooks.json(12).encode())));

    private static Arguments one(String what, String pointer, Consumer<JsonObject> spoil) {
        return Arguments.of(what, pointer, spoil);
    }

    private static Arguments dated(int version, String published, String effective, PenaltyRefusal... expected) {
        return Arguments.of(version, published, effective, List.of(expected));
    }

    private static List<String> pointers(JsonObject rules) {
        return RulebookCheck.ofContent(form(rules)).stream()
                .map(RulebookProblem::pointer)
                .toList();
    }

    private static RulebookForm form(JsonObject rules) {
        return RulebookDocument.read(rules.encode());
    }

    private static JsonObject clause(JsonObject rules, int index) {
        return rules.getJsonArray("clauses").getJsonObject(index);
    }

    private static JsonObject tariff(JsonObject rules, int index) {
        return clause(rules, index).getJsonObject("tariff");
    }

    private static JsonObject threshold(JsonObject rules, int index) {
        return rules.getJsonArray("thresholds").getJsonObject(index);
    }

    private static JsonObject order(JsonObject rules, int threshold, int index) {
        return threshold(rules, threshold).getJsonArray("measures").getJsonObject(index);
    }

    private static JsonObject measure(JsonObject rules, String kind) {
        return rules.getJsonObject("measures").getJsonObject(kind);
    }

    private static JsonObject carry(JsonObject rules) {
        return rules.getJsonObject("reset").getJsonObject("carryOver");
    }
}
