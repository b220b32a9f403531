package io.redress.penalties.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.rulebook.RulebookDiff.Change;
import io.redress.penalties.domain.rulebook.RulebookDiff.Field;
import io.redress.penalties.domain.rulebook.RulebookDiff.Kind;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The policies of measures: as a document has them, as a rulebook has them, and what differs. */
class MeasureRulesTest {

    private static final String NO_TITLE = "/measures/PILLORY/title";

    private final JsonObject rules = SampleRulebooks.json(12);

    @Test
    void a_policy_is_what_the_document_says() {
        Rulebook rulebook = RulebookDocument.parse(rules.encode());

        assertThat(rulebook.policy("SHOP_CLOSURE"))
                .contains(new MeasurePolicy(
                        Optional.of(new Text("查封店铺", "Shop closed")),
                        MeasurePolicy.OnAppeal.SUSPENDED_UNTIL_RULED,
                        Optional.of(Duration.ofDays(30)),
                        Map.of(
                                "LEGAL_OBLIGATION",
                                new Text(
                                        "法律或主管机关要求平台立即查封店铺。",
                                        "the law or an authority obliges the platform to close the shop without notice."),
                                "OVERRIDING_REASON",
                                new Text(
                                        "存在法律规定的优先事由,不容提前通知。",
                                        "an overriding reason under the law does not allow notice."),
                                "REPEATED_INFRINGEMENT",
                                new Text("店铺屡次违反规则。", "the shop has repeatedly broken the rules.")),
                        true,
                        Set.of("SHOP_HIDDEN", "LISTINGS_REMOVED", "PROMOTION_BAN", "NEW_LISTING_BAN", "PAYOUT_HOLD")));
        assertThat(rulebook.policy("SHOP_HIDDEN"))
                .contains(new MeasurePolicy(
                        Optional.of(new Text("屏蔽店铺", "Shop hidden")),
                        MeasurePolicy.OnAppeal.SUSPENDED_ON_ORDER,
                        Optional.empty(),
                        Map.of(),
                        false,
                        Set.of()));
        assertThat(rulebook.policy("PILLORY")).isEmpty();
    }

    @Test
    void a_policy_has_a_title_in_both_languages() {
        Object title =
                rules.getJsonObject("measures").getJsonObject("PAYOUT_HOLD").remove("title");
        assertThat(pointers()).containsExactly("/measures/PAYOUT_HOLD/title");

        rules.getJsonObject("measures").getJsonObject("PAYOUT_HOLD").put("title", title);
        rules.getJsonObject("measures")
                .put(
                        "PILLORY",
                        new JsonObject()
                                .put("title", new JsonObject().put("zh", " ").put("en", ""))
                                .put("onAppeal", "CONTINUES"));
        assertThat(pointers()).containsExactly(NO_TITLE + "/zh", NO_TITLE + "/en");
    }

    @Test
    void the_reasons_for_leaving_out_notice_are_in_both_languages() {
        exceptions().getJsonObject("LEGAL_OBLIGATION").put("en", " ");
        exceptions().getJsonObject("REPEATED_INFRINGEMENT").put("zh", "");

        assertThat(pointers())
                .containsExactly(
                        "/measures/SHOP_CLOSURE/withoutNotice/LEGAL_OBLIGATION/en",
                        "/measures/SHOP_CLOSURE/withoutNotice/REPEATED_INFRINGEMENT/zh");
    }

    @Test
    void a_reason_for_leaving_out_notice_and_a_title_differ_language_by_language() {
        RulebookForm before = form();
        exceptions().getJsonObject("LEGAL_OBLIGATION").put("en", "the law demands it.");
        exceptions().remove("REPEATED_INFRINGEMENT");
        rules.getJsonObject("measures").getJsonObject("PAYOUT_HOLD").remove("title");

        assertThat(RulebookDiff.between(before, form()).measures())
                .containsExactly(
                        new Change(
                                "PAYOUT_HOLD",
                                Kind.CHANGED,
                                List.of(gone("title.zh", "暂缓货款提现"), gone("title.en", "Payouts held"))),
                        new Change(
                                "SHOP_CLOSURE",
                                Kind.CHANGED,
                                List.of(
                                        new Field(
                                                "withoutNotice.LEGAL_OBLIGATION.en",
                                                Optional.of(
                                                        "the law or an authority obliges the platform to close the shop"
                                                                + " without notice."),
                                                Optional.of("the law demands it.")),
                                        gone("withoutNotice.REPEATED_INFRINGEMENT.zh", "店铺屡次违反规则。"),
                                        gone(
                                                "withoutNotice.REPEATED_INFRINGEMENT.en",
                                                "the shop has repeatedly broken the rules."))));
    }

    private JsonObject exceptions() {
        return rules.getJsonObject("measures").getJsonObject("SHOP_CLOSURE").getJsonObject("withoutNotice");
    }

    private List<String> pointers() {
        return RulebookCheck.ofContent(form()).stream()
                .map(RulebookProblem::pointer)
                .toList();
    }

    private RulebookForm form() {
        return RulebookDocument.read(rules.encode());
    }

    private static Field gone(String name, String before) {
        return new Field(name, Optional.of(before), Optional.empty());
    }
}
