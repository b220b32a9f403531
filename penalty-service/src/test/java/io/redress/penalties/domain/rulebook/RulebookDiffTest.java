package io.redress.penalties.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.rulebook.RulebookDiff.Change;
import io.redress.penalties.domain.rulebook.RulebookDiff.Field;
import io.redress.penalties.domain.rulebook.RulebookDiff.Kind;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class RulebookDiffTest {

    private final JsonObject eleven = SampleRulebooks.json(11);
    private final JsonObject twelve = SampleRulebooks.json(12);

    @Test
    void twelve_made_the_lure_a_range_and_added_fakes_off_the_platform() {
        RulebookDiff diff = RulebookDiff.between(form(eleven), form(twelve));

        assertThat(diff.settings()).isEmpty();
        assertThat(diff.thresholds()).isEmpty();
        assertThat(diff.measures()).isEmpty();
        assertThat(diff.clauses())
                .containsExactly(
                        new Change(
                                "S-05",
                                Kind.CHANGED,
                                List.of(
                                        gone("tariff.fixed", "12"),
                                        come("tariff.min", "6"),
                                        come("tariff.max", "24"),
                                        come("tariff.factors", "volume, harm"))),
                        new Change(
                                "C-02",
                                Kind.ADDED,
                                List.of(
                                        come("bucket", "COUNTERFEIT"),
                                        come("title.zh", "引流站外售假"),
                                        come("title.en", "Selling counterfeits outside the platform to its buyers"),
                                        come("text.zh", "通过平台之外的渠道向平台买家出售假冒商品。"),
                                        come(
                                                "text.en",
                                                "Buyers of the platform were sold counterfeit goods through a channel outside it."),
                                        come("actKind", "COUNTERFEIT_SALE_OFF_PLATFORM"),
                                        come("tariff.fixed", "24"),
                                        come("curable", "false"),
                                        come("closureEligible", "false"))));
    }

    @Test
    void back_from_twelve_to_eleven_the_clause_is_removed() {
        RulebookDiff diff = RulebookDiff.between(form(twelve), form(eleven));

        assertThat(diff.clauses())
                .extracting(Change::key, Change::kind)
                .containsExactly(tuple("S-05", Kind.CHANGED), tuple("C-02", Kind.REMOVED));
        assertThat(diff.clauses().get(1).fields().get(0)).isEqualTo(gone("bucket", "COUNTERFEIT"));
    }

    @Test
    void a_version_does_not_differ_from_itself_and_dates_are_not_compared() {
        JsonObject later = twelve.copy().put("version", 13).put("effectiveFrom", "2019-01-01T00:00:00+08:00");

        RulebookDiff diff = RulebookDiff.between(form(twelve), form(later));

        assertThat(diff).isEqualTo(new RulebookDiff(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void each_language_each_threshold_each_policy_and_each_setting_is_told_apart() {
        JsonObject later = twelve.copy().put("appealWindow", "P30D");
        later.getJsonObject("reset").remove("carryOver");
        later.getJsonArray("clauses").getJsonObject(0).getJsonObject("text").put("zh", "未按时发货。");
        later.getJsonObject("measures").getJsonObject("SHOP_HIDDEN").put("advanceNotice", "P3D");
        later.getJsonArray("thresholds").getJsonObject(1).put("points", 14);
        later.getJsonArray("thresholds")
                .getJsonObject(2)
                .getJsonArray("measures")
                .getJsonObject(0)
                .remove("days");

        RulebookDiff diff = RulebookDiff.between(form(twelve), form(later));

        assertThat(diff.settings())
                .containsExactly(
                        new Field("appealWindow", Optional.of("P14D"), Optional.of("P30D")),
                        gone("reset.carryOver.bucket", "COUNTERFEIT"),
                        gone("reset.carryOver.whenTallyFrom", "24"),
                        gone("reset.carryOver.whenTallyBelow", "48"),
                        gone("reset.carryOver.entriesSurvive", "1"));
        assertThat(diff.clauses())
                .containsExactly(new Change(
                        "G-01",
                        Kind.CHANGED,
                        List.of(new Field("text.zh", Optional.of("未在商品页面承诺的时间内将订单交付承运人。"), Optional.of("未按时发货。")))));
        assertThat(diff.measures())
                .containsExactly(new Change("SHOP_HIDDEN", Kind.CHANGED, List.of(come("advanceNotice", "P3D"))));
        assertThat(diff.thresholds())
                .containsExactly(
                        new Change("SERIOUS 12", Kind.REMOVED, List.of(gone("measures.NEW_LISTING_BAN", "P7D"))),
                        new Change(
                                "SERIOUS 24",
                                Kind.CHANGED,
                                List.of(new Field(
                                        "measures.SHOP_HIDDEN", Optional.of("P14D"), Optional.of("open-ended")))),
                        new Change("SERIOUS 14", Kind.ADDED, List.of(come("measures.NEW_LISTING_BAN", "P7D"))));
    }

    private static Tuple tuple(Object... values) {
        return new Tuple(values);
    }

    private static Field come(String name, String after) {
        return new Field(name, Optional.empty(), Optional.of(after));
    }

    private static Field gone(String name, String before) {
        return new Field(name, Optional.of(before), Optional.empty());
    }

    private static RulebookForm form(JsonObject rules) {
        return RulebookDocument.read(rules.encode());
    }
}
