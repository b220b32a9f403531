package io.redress.penalties.domain.penalty;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.rulebook.Assessment;
import io.redress.penalties.domain.rulebook.MeasurePolicy;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.rulebook.Threshold;
import io.redress.penalties.domain.shop.Proposal;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a statement of reasons tells the merchant, and what it cannot tell. */
class StatementComposerTest {

    private static final String NOW = "2018-04-20T10:00:00+08:00";

    private final ShopScenario shop = new ShopScenario();

    /** Every fact that can be disclosed, a factor with reasons, and marks on everything that is not the merchant's. */
    private static Proposal marked() {
        return new Proposal(
                "MARK-proposer",
                Optional.of("MARK-investigation"),
                Optional.of("MARK-department"),
                new Text("店铺刷单。", "The shop inflated its sales."),
                true,
                false,
                "CN",
                List.of(new Proposal.Charge(
                        new Assessment.Request(
                                "S-03",
                                at("2018-03-01T12:00:00+08:00"),
                                OptionalInt.of(12),
                                Map.of("volume", "MARK-factor"),
                                Optional.of("MARK-reasons")),
                        at("2018-03-01T13:30:00+08:00"),
                        List.of(new ObjectRef(ObjectRef.Type.LISTING, "l-1")),
                        new Facts(
                                Optional.of(new Text("四十笔交易没有真实买家。", "Forty sales had no genuine buyer.")),
                                List.of("o-1", "o-2"),
                                List.of("l-1"),
                                Optional.of(new Facts.Amount(123_450, "CNY")),
                                OptionalInt.of(40)),
                        Optional.empty())),
                Optional.empty());
    }

    @Test
    void the_statement_tells_facts_clause_measures_territory_automation_and_redress() {
        Penalty penalty = shop.penalty(shop.propose(NOW, marked()));

        assertThat(text(penalty).en()).isEqualTo("""
                Statement of reasons %s (shop s-1): 12 points in all.
                The shop inflated its sales.
                Rulebook version 12, clause S-03 "Inflated sales or reviews": Sales or reviews were produced without a genuine purchase. 12 points.
                Time of the act: 2018-03-01 12:00:00 +08:00 Asia/Shanghai to 2018-03-01 13:30:00 +08:00 Asia/Shanghai
                Facts: Forty sales had no genuine buyer.
                Orders concerned: o-1, o-2
                Listings concerned: l-1
                Objects of the penalty: l-1
                Amount concerned: 1234.50 CNY
                Number concerned: 40
                Measure: Ban on new listings, 7 days
                Territory: CN
                Automated means: for detection: yes; for the decision: no
                Redress: you may appeal at Redress within 14 days of the delivery of this statement.""".formatted(penalty.id()));
        assertThat(text(penalty).zh().lines())
                .contains(
                        "店铺刷单。",
                        "依据规则第 12 版 S-03《虚假交易》:在没有真实交易的情况下制造销量或评价。 扣 12 分。",
                        "事实:四十笔交易没有真实买家。",
                        "措施:禁止发布新商品,7 天",
                        "自动化手段:用于发现:是;用于决定:否",
                        "救济:如有异议,可自本告知书送达之日起 14 天内在 Redress 提出申诉。")
                .hasSize(14);
    }

    @Test
    void nothing_but_what_is_listed_gets_into_it() {
        Penalty penalty = shop.penalty(shop.propose(NOW, marked()));

        assertThat(text(penalty).en())
                .doesNotContain("MARK", "INFLATED_SALES", penalty.basis().decisionId());
        assertThat(text(penalty).zh())
                .doesNotContain("MARK", "INFLATED_SALES", penalty.basis().decisionId());
        assertThat(Stream.of(Facts.class.getRecordComponents()).map(RecordComponent::getName))
                .as("a fact that is added needs its words in the statement, or a reason why it has none")
                .containsExactly("description", "orders", "listings", "amount", "count");
    }

    @Test
    void the_clause_is_quoted_as_the_version_in_force_at_the_act_has_it() {
        Penalty penalty = shop.penalty(shop.propose(NOW, charge("C-01", "l-1", "2018-01-20")));
        JsonObject later = SampleRulebooks.json(12);
        later.getJsonArray("clauses").stream()
                .map(JsonObject.class::cast)
                .filter(clause -> clause.getString("id").equals("C-01"))
                .forEach(clause ->
                        clause.put("text", new JsonObject().put("zh", "后来的文字。").put("en", "Later words.")));
        Rulebooks rulebooks = new Rulebooks(List.of(
                RulebookDocument.parse(SampleRulebooks.json(11).encode()), RulebookDocument.parse(later.encode())));

        Text text = StatementComposer.compose(penalty, rulebooks, List.of());

        assertThat(text.en())
                .contains(
                        "Rulebook version 11, clause C-01 \"Selling counterfeit goods\": Goods were sold under a trade mark")
                .doesNotContain("Later words.");
        assertThat(text.zh()).contains("依据规则第 11 版 C-01《出售假冒商品》").doesNotContain("后来的文字。");
    }

    @Test
    void the_time_to_appeal_is_that_of_the_rules_which_judge() {
        Penalty penalty = shop.penalty(shop.propose(NOW, charge("C-01", "l-1", "2018-03-01")));
        Rulebooks rulebooks = new Rulebooks(List.of(RulebookDocument.parse(
                SampleRulebooks.json(12).put("appealWindow", "P183D").encode())));

        Text text = StatementComposer.compose(penalty, rulebooks, List.of());

        assertThat(text.en()).contains("within 183 days of the delivery").contains("Measures: none");
        assertThat(text.zh()).contains("送达之日起 183 天内").contains("措施:无");
    }

    static Stream<Rulebook> samples() {
        return ShopScenario.RULEBOOKS.inOrder().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_measure_that_the_sample_rules_order_is_named_in_both_languages(Rulebook rulebook) {
        String act = rulebook.version() == 11 ? "2018-01-20" : "2018-03-01";
        Penalty penalty = shop.penalty(shop.propose(NOW, charge("C-01", "l-1", act)));
        List<Threshold.Order> orders = rulebook.thresholds().stream()
                .flatMap(threshold -> threshold.orders().stream())
                .toList();

        assertThat(orders.stream().map(Threshold.Order::kind))
                .containsAll(rulebook.measures().keySet());
        for (Threshold.Order order : orders) {
            Text title =
                    rulebook.policy(order.kind()).flatMap(MeasurePolicy::title).orElseThrow();
            Text text = StatementComposer.compose(penalty, ShopScenario.RULEBOOKS, List.of(order));
            String days = order.days().isPresent() ? ", " + order.days().getAsInt() + " days" : ", without a fixed end";
            String tian = order.days().isPresent() ? "," + order.days().getAsInt() + " 天" : ",无固定期限";
            assertThat(text.en().lines()).contains("Measure: " + title.en() + days);
            assertThat(text.zh().lines()).contains("措施:" + title.zh() + tian);
            assertThat(text.en() + text.zh()).doesNotContain(order.kind());
        }
    }

    @Test
    void every_reason_for_leaving_out_the_notice_is_told_in_both_languages_with_the_approvers_own() {
        Penalty closing = shop.penalty(shop.propose(NOW, charge("C-91", "l-1", "2018-03-01")));
        Map<String, Text> listed = ShopScenario.RULEBOOKS
                .version(12)
                .flatMap(rules -> rules.policy("SHOP_CLOSURE"))
                .orElseThrow()
                .withoutNotice();

        assertThat(listed).hasSize(3);
        listed.forEach((kind, words) -> {
            WithoutNotice stated = new WithoutNotice(kind, new Text("法院已有裁定。", "A court has ordered it."));
            Text text = StatementComposer.compose(
                    closing.change(change -> change.hearing(Hearing.NONE.with(stated))),
                    ShopScenario.RULEBOOKS,
                    List.of());
            assertThat(text.en().lines())
                    .contains("There is no advance notice, because: " + words.en() + " A court has ordered it.");
            assertThat(text.zh().lines()).contains("不提前通知,理由:" + words.zh() + " 法院已有裁定。");
            assertThat(text.en() + text.zh()).doesNotContain(kind);
        });
    }

    @Test
    void every_clause_of_the_sample_rules_is_quoted_in_both_languages() {
        for (Rulebook rulebook : ShopScenario.RULEBOOKS.inOrder()) {
            rulebook.clauses().forEach(clause -> {
                Penalty penalty = judgedBy(rulebook.version(), clause.id());
                Text text = StatementComposer.compose(penalty, ShopScenario.RULEBOOKS, List.of());
                assertThat(text.en())
                        .contains(
                                clause.id(), clause.title().en(), clause.text().en());
                assertThat(text.zh())
                        .contains(
                                clause.id(), clause.title().zh(), clause.text().zh());
            });
        }
    }

    /** A penalty whose one violation is of this clause and version. */
    private static Penalty judgedBy(int version, String clauseId) {
        ShopScenario other = new ShopScenario();
        Penalty any = other.penalty(other.propose(NOW, charge("C-01", "l-1", "2018-03-01")));
        Violation one = any.violations().get(0);
        return any.change(change -> change.violations(List.of(new Violation(
                one.id(),
                clauseId,
                version,
                one.bucket(),
                one.tariff(),
                one.assessed(),
                one.points(),
                one.closureEligible(),
                one.actKind(),
                one.actFrom(),
                one.actTo(),
                one.objects(),
                one.facts(),
                one.factors(),
                one.factorReasons(),
                one.unintentional()))));
    }

    @Test
    void every_way_into_force_goes_through_a_statement() {
        String plain = shop.propose(NOW, charge("G-05", "l-1", "2018-03-01"));
        String withoutPoints = shop.propose(NOW, proposalOfOneInvestigation());
        String legacy = shop.imported(NOW, "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());
        ShopScenario second = new ShopScenario();
        String held = second.propose(NOW, charge("C-91", "l-1", "2018-03-01"));

        assertThat(shop.penalty(plain).statement().orElseThrow().text().en())
                .contains("12 points in all.", "Measure: Ban from promotions, 7 days", "Measure: Shop hidden, 7 days");
        assertThat(shop.penalty(withoutPoints).statement()).isPresent();
        assertThat(shop.penalty(legacy).statement().orElseThrow().text().en())
                .contains("This penalty was in force before", "Measure: Shop closed, without a fixed end");
        assertThat(second.penalty(held).status()).isEqualTo(PenaltyStatus.HELD);
        assertThat(second.penalty(held).statement()).isEmpty();
        second.approve(held, "lead-1", NOW);
        assertThat(second.penalty(held).status()).isEqualTo(PenaltyStatus.ANNOUNCED);
        assertThat(second.penalty(held).statement().orElseThrow().text().zh()).contains("措施:查封店铺,无固定期限");
    }

    private static Proposal proposalOfOneInvestigation() {
        return ShopScenario.proposal(Optional.of("inv-1"), charge("G-01", "l-9", "2018-03-01"));
    }

    private static Text text(Penalty penalty) {
        return penalty.statement().orElseThrow().text();
    }
}
