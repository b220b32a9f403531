package io.redress.penalties.domain.penalty;

import static io.redress.penalties.domain.ShopScenario.RULEBOOKS;
import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static io.redress.penalties.domain.ShopScenario.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.Threshold;
import io.redress.penalties.domain.shop.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The statement of reasons, word by word. */
class StatementComposerTest {

    private static final Facts EVERYTHING = new Facts(
            Optional.of(new Text("事实", "a fact")),
            List.of("o-1", "o-2"),
            List.of("l-1"),
            Optional.of(new Facts.Amount(123_456, "CNY")),
            OptionalInt.of(7));

    private final ShopScenario shop = new ShopScenario();

    @Test
    void it_tells_everything_that_was_decided_and_on_what() {
        Penalty penalty = penalty(EVERYTHING, "2018-03-04", true, false);

        Text text = compose(
                penalty,
                new Threshold.Order("SHOP_HIDDEN", OptionalInt.of(14)),
                new Threshold.Order("LISTINGS_REMOVED", OptionalInt.empty()));

        assertThat(text.en().replace(penalty.id(), "pen")).isEqualTo("""
                        Statement of reasons pen (shop s-1): 24 points in all.
                        an explanation
                        Rulebook version 12, clause C-01 "Selling counterfeit goods": Goods were sold under a trade mark without the consent of its owner. 24 points.
                        Time of the act: 2018-03-01 00:00:00 +08:00 Asia/Shanghai to 2018-03-04 00:00:00 +08:00 Asia/Shanghai
                        Facts: a fact
                        Orders concerned: o-1, o-2
                        Listings concerned: l-1
                        Objects of the penalty: l-1
                        Amount concerned: 1234.56 CNY
                        Number concerned: 7
                        Measure: Shop hidden, 14 days
                        Measure: Listings removed, without a fixed end
                        Territory: CN
                        Automated means: for detection: yes; for the decision: no
                        Redress: you may appeal at Redress within 14 days of the delivery of this statement.""");
        assertThat(text.zh().replace(penalty.id(), "pen")).isEqualTo("""
                        处罚告知书 pen(店铺 s-1):共扣 24 分。
                        说明
                        依据规则第 12 版 C-01《出售假冒商品》:未经商标权人许可,销售使用其商标的商品。 扣 24 分。
                        行为时间:2018-03-01 00:00:00 +08:00 Asia/Shanghai 至 2018-03-04 00:00:00 +08:00 Asia/Shanghai
                        事实:事实
                        涉及订单:o-1, o-2
                        涉及商品:l-1
                        处罚对象:l-1
                        涉及金额:1234.56 CNY
                        涉及数量:7
                        措施:屏蔽店铺,14 天
                        措施:商品下架,无固定期限
                        适用地域:CN
                        自动化手段:用于发现:是;用于决定:否
                        救济:如有异议,可自本告知书送达之日起 14 天内在 Redress 提出申诉。""");
    }

    @Test
    void what_there_is_nothing_of_has_no_line() {
        Facts count = new Facts(Optional.empty(), List.of(), List.of(), Optional.empty(), OptionalInt.of(7));
        Penalty penalty = penalty(count, "2018-03-01", false, true);

        Text text = compose(penalty);

        assertThat(text.en().lines().skip(3))
                .containsExactly(
                        "Time of the act: 2018-03-01 00:00:00 +08:00 Asia/Shanghai",
                        "Objects of the penalty: l-1",
                        "Number concerned: 7",
                        "Measures: none",
                        "Territory: CN",
                        "Automated means: for detection: no; for the decision: yes",
                        "Redress: you may appeal at Redress within 14 days of the delivery of this statement.");
        assertThat(text.zh().lines().skip(3))
                .containsExactly(
                        "行为时间:2018-03-01 00:00:00 +08:00 Asia/Shanghai",
                        "处罚对象:l-1",
                        "涉及数量:7",
                        "措施:无",
                        "适用地域:CN",
                        "自动化手段:用于发现:否;用于决定:是",
                        "救济:如有异议,可自本告知书送达之日起 14 天内在 Redress 提出申诉。");
    }

    @Test
    void an_imported_penalty_says_that_its_statement_comes_late() {
        String id = shop.imported("2018-04-20", "2018-04-01", "C-02", 24, "SHOP_HIDDEN", OptionalInt.of(14));

        Text text = compose(shop.penalty(id));

        assertThat(text.en().lines().findFirst())
                .contains("Statement of reasons " + id
                        + " (shop s-1): 24 points in all. This penalty was in force before it was taken into this system;"
                        + " the statement is issued now.");
        assertThat(text.zh().lines().findFirst()).contains("处罚告知书 " + id + "(店铺 s-1):共扣 24 分。本处罚在接入本系统之前已经生效,现补发告知书。");
    }

    @Test
    void an_amount_has_the_decimals_of_its_currency_and_none_where_that_is_not_known() {
        assertThat(new Facts.Amount(5, "CNY").text()).isEqualTo("0.05 CNY");
        assertThat(new Facts.Amount(500, "JPY").text()).isEqualTo("500 JPY");
        assertThat(new Facts.Amount(1_500, "KWD").text()).isEqualTo("1.500 KWD");
        assertThat(new Facts.Amount(500, "QQQ").text()).isEqualTo("500 QQQ");
        assertThat(new Facts.Amount(500, "XAU").text()).isEqualTo("500 XAU");
    }

    @Test
    void facts_are_empty_only_when_none_of_them_is_there() {
        Optional<Text> noText = Optional.empty();
        Optional<Facts.Amount> noAmount = Optional.empty();
        OptionalInt noCount = OptionalInt.empty();

        assertThat(new Facts(noText, List.of(), List.of(), noAmount, noCount).empty())
                .isTrue();
        assertThat(new Facts(EVERYTHING.description(), List.of(), List.of(), noAmount, noCount).empty())
                .isFalse();
        assertThat(new Facts(noText, List.of("o-1"), List.of(), noAmount, noCount).empty())
                .isFalse();
        assertThat(new Facts(noText, List.of(), List.of("l-1"), noAmount, noCount).empty())
                .isFalse();
        assertThat(new Facts(noText, List.of(), List.of(), EVERYTHING.amount(), noCount).empty())
                .isFalse();
        assertThat(new Facts(noText, List.of(), List.of(), noAmount, OptionalInt.of(0)).empty())
                .isFalse();
    }

    private Penalty penalty(Facts facts, String actTo, boolean detectedByMachine, boolean decidedByMachine) {
        Proposal.Charge base = charge("C-01", "l-1", "2018-03-01");
        Proposal.Charge charge = new Proposal.Charge(base.request(), at(actTo), base.objects(), facts);
        Proposal usual = proposal(Optional.empty(), charge);
        String id = shop.propose(
                "2018-04-01",
                new Proposal(
                        usual.proposedBy(),
                        usual.investigationId(),
                        usual.departmentId(),
                        usual.explanation(),
                        detectedByMachine,
                        decidedByMachine,
                        "CN",
                        usual.charges(),
                        Optional.empty()));
        return shop.penalty(id);
    }

    private static Text compose(Penalty penalty, Threshold.Order... orders) {
        return StatementComposer.compose(penalty, RULEBOOKS, List.of(orders));
    }
}
