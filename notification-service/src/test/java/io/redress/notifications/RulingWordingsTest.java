package io.redress.notifications;

import static io.redress.notifications.WordedEvents.EVERYTHING;
import static io.redress.notifications.WordedEvents.event;
import static io.redress.notifications.WordedEvents.unsendable;
import static io.redress.notifications.WordedEvents.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.Unsendable;
import io.redress.notifications.domain.template.TemplateRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words in which rulings and drafts are told. */
class RulingWordingsTest {

    @Test
    void a_fee_that_is_returned_in_part_is_told_as_goodwill_without_admission() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.keySet().removeIf(name -> name.startsWith("violations.1.") || name.matches("effects\\.[01]\\..*"));
        values.putAll(Map.of(
                "kind", "FEE_RELIEF",
                "outcome", "PARTLY_GRANT",
                "violations.0.violationId", "fee",
                "violations.0.outcome", "PARTLY_GRANT",
                "effects.0.kind", "CLAIM",
                "effects.0.subject", "clm_1",
                "effects.0.target.amountMinor", "6200000",
                "effects.0.target.currency", "CNY"));

        Notice notice = written(NoticeType.RULING_ISSUED, Addressee.MERCHANT, event("RulingIssued", values));

        assertThat(notice.title().en()).isEqualTo("Ruling in case cas_1: the request is granted in part");
        assertThat(notice.title().zh()).isEqualTo("案件 cas_1 裁决:部分准予申请");
        assertThat(notice.body().en())
                .contains("fee (granted in part): The act is proven.")
                .contains("Payment clm_1: CNY 62000.00 (goodwill, without admission of liability)");
        assertThat(notice.body().zh()).contains("款项 clm_1：CNY 62000.00（通融退款，不构成对责任的承认）");
    }

    @Test
    void a_draft_and_a_ruling_say_so_where_the_case_went_on_without_the_departments_answer() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        String en = "The responding department had not answered in time; the case went on without its answer.";
        String zh = "答辩部门未在期限内答辩,本案未待其答辩即继续进行。";
        Notice answered = written(NoticeType.RULING_ISSUED, Addressee.MERCHANT, event("RulingIssued", values));
        assertThat(answered.body().en()).doesNotContain(en);
        assertThat(answered.body().zh()).doesNotContain(zh);

        values.put("unanswered", "true");

        Notice ruled = written(NoticeType.RULING_ISSUED, Addressee.MERCHANT, event("RulingIssued", values));
        assertThat(ruled.body().en()).contains(en);
        assertThat(ruled.body().zh()).contains(zh);
        for (Addressee addressee : List.of(Addressee.MERCHANT, Addressee.ADVOCATE)) {
            Notice draft = written(NoticeType.DRAFT_RULING_ISSUED, addressee, event("DraftRulingIssued", values));
            assertThat(draft.body().en()).contains(en);
            assertThat(draft.body().zh()).contains(zh);
        }
    }

    @Test
    void a_shop_that_is_transferred_is_told_with_its_new_owner() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.keySet().removeIf(name -> name.startsWith("effects."));
        values.putAll(Map.of(
                "outcome", "GRANT",
                "effects.0.kind", "TRANSFER",
                "effects.0.subject", "s-2002",
                "effects.0.target.ownerId", "grandchild-1"));

        Notice notice = written(NoticeType.RULING_ISSUED, Addressee.MERCHANT, event("RulingIssued", values));

        assertThat(notice.body().en()).contains("Shop s-2002: transferred to grandchild-1");
        assertThat(notice.body().zh()).contains("店铺 s-2002：转让给 grandchild-1");
    }

    @Test
    void a_ruling_is_told_in_both_languages_with_the_time_in_the_platforms_zone() {
        Notice notice = written(NoticeType.RULING_ISSUED, Addressee.MERCHANT, event("RulingIssued", EVERYTHING));

        assertThat(notice.title().en()).isEqualTo("Ruling in case cas_1: the penalty is reduced");
        assertThat(notice.body().en()).isEqualTo("""
                        On 1 May 2018 at 00:00 China Standard Time case cas_1 was ruled: the penalty is reduced.

                        Reasons:
                        vio_1 (upheld): The act is proven.
                        vio_2 (overturned): Too little evidence.

                        Redress:
                        Penalty pen_1: stands at points 24
                        Measure mea_1: lifted
                        Payment clm_1: CNY 1234.56

                        This is the ruling rul_1.""");
        assertThat(notice.body().zh()).isEqualTo("""
                        2018年5月1日 中国标准时间 00:00,案件 cas_1 已作出裁决:减轻处罚。

                        逐项理由：
                        vio_1（维持）：事实成立。
                        vio_2（撤销）：证据不足。

                        救济：
                        处罚 pen_1：扣分为 24 分
                        措施 mea_1：解除
                        款项 clm_1：CNY 1234.56

                        裁决编号 rul_1。""");
        assertThat(notice.recipient()).isEqualTo(Recipient.merchant("m-1004"));
        assertThat(notice.template()).contains(new TemplateRef("tpl_1", 1));
    }

    @Test
    void a_ruling_without_reasons_is_not_told() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.remove("violations.1.reasons.en");

        assertThat(unsendable(NoticeType.RULING_ISSUED, Addressee.MERCHANT, values)
                        .reason())
                .isEqualTo(Unsendable.Reason.PLACEHOLDER_MISSING);
    }

    @Test
    void a_conditional_ruling_tells_its_conditions_and_either_end() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.keySet().removeIf(name -> name.startsWith("effects."));
        values.putAll(Map.ofEntries(
                Map.entry("outcome", "CONDITIONAL"),
                Map.entry("fulfilBy", "2018-05-31T16:00:00Z"),
                Map.entry("conditions.0.conditionId", "cnd_1"),
                Map.entry("conditions.0.kind", "CONDITION"),
                Map.entry("conditions.0.text.zh", "完成发货课程。"),
                Map.entry("conditions.0.text.en", "Pass the dispatch course."),
                Map.entry("conditions.1.conditionId", "cnd_2"),
                Map.entry("conditions.1.kind", "UNDERTAKING"),
                Map.entry("conditions.1.text.zh", "按时发货。"),
                Map.entry("conditions.1.text.en", "Dispatch in time."),
                Map.entry("ifFulfilled.outcome", "PARTIAL"),
                Map.entry("ifFulfilled.effects.0.kind", "POINTS"),
                Map.entry("ifFulfilled.effects.0.subject", "pen_1"),
                Map.entry("ifFulfilled.effects.0.target.points", "24"),
                Map.entry("otherwise.outcome", "UPHOLD")));

        Notice notice = written(NoticeType.RULING_ISSUED, Addressee.MERCHANT, event("RulingIssued", values));

        assertThat(notice.title().en())
                .isEqualTo("Ruling in case cas_1: what becomes of the penalty depends on conditions");
        assertThat(notice.body().en()).contains("""
                        Condition: Pass the dispatch course.
                        Your undertaking: Dispatch in time.

                        The first date: 1 June 2018 at 00:00 China Standard Time.""").contains("""
                        If all conditions are met:
                        Penalty pen_1: stands at points 24
                        If one is not:
                        Nothing is to be changed.""");
        assertThat(notice.body().zh()).contains("""
                        条件：完成发货课程。
                        您的承诺：按时发货。

                        最早期限:2018年6月1日 中国标准时间 00:00。""").contains("""
                        全部条件成就时：
                        处罚 pen_1：扣分为 24 分
                        任一条件未成就时：
                        无须变更。""");
    }

    @Test
    void a_ruling_says_why_it_is_otherwise_than_usual_and_which_earlier_ones_it_follows() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.putAll(Map.of(
                "violations.1.deviationReasons.en", "It was somebody else.",
                "violations.1.deviationReasons.zh", "系他人所为。",
                "precedents.0.rulingId", "rul_7",
                "precedents.0.stance", "FOLLOWED",
                "precedents.1.rulingId", "rul_8",
                "precedents.1.stance", "DISTINGUISHED"));

        Notice notice = written(NoticeType.RULING_ISSUED, Addressee.MERCHANT, event("RulingIssued", values));

        assertThat(notice.body().en()).contains("""
                        vio_1 (upheld): The act is proven.
                        vio_2 (overturned): Too little evidence. Why it is decided otherwise than comparable cases usually \
                        are: It was somebody else.
                        Earlier rulings: rul_7 (followed), rul_8 (distinguished)

                        Redress:""");
        assertThat(notice.body().zh()).contains("""
                        vio_2（撤销）：证据不足。 与同类裁定通常结果不同的理由：系他人所为。
                        在先裁定：rul_7（遵循）、rul_8（区别于本案）

                        救济：""");
    }

    @Test
    void a_ruling_that_orders_nothing_says_so() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.keySet().removeIf(name -> name.startsWith("effects."));

        Notice notice = written(NoticeType.RULING_ISSUED, Addressee.MERCHANT, event("RulingIssued", values));

        assertThat(notice.body().en()).contains("Redress:\nNothing is to be changed.");
        assertThat(notice.body().zh()).contains("救济：\n无须变更。");
    }

    @Test
    void reasons_longer_than_a_notice_can_be_are_left_to_the_ruling_and_that_is_said() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("violations.1.reasons.en", "x".repeat(100_000));

        Notice notice = written(NoticeType.RULING_ISSUED, Addressee.MERCHANT, event("RulingIssued", values));

        assertThat(notice.body().en())
                .contains("vio_1 (upheld): The act is proven.\nThe rest is in the ruling itself.");
    }
}
