package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeEvent;
import io.redress.notifications.domain.NoticePolicy;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.Unsendable;
import io.redress.notifications.domain.template.TemplateRef;
import io.redress.notifications.domain.template.Wording;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The delivered templates, filled from events as they arrive. */
class WordingsTest {
    private static final Instant MIDNIGHT_IN_SHANGHAI = Instant.parse("2018-04-30T16:00:00Z");

    private static final Map<String, String> EVERYTHING = Map.ofEntries(
            Map.entry("merchantId", "m-1004"),
            Map.entry("shopId", "s-2004"),
            Map.entry("penaltyId", "pen_1"),
            Map.entry("statementId", "sta_1"),
            Map.entry("caseId", "cas_1"),
            Map.entry("measureId", "mea_1"),
            Map.entry("rulingId", "rul_1"),
            Map.entry("advocateId", "adv-1"),
            Map.entry("respondentId", "enf-2"),
            Map.entry("statement.zh", "您的店铺……"),
            Map.entry("statement.en", "Your shop …"),
            Map.entry("reasons.zh", "已过期限"),
            Map.entry("reasons.en", "out of time"),
            Map.entry("subject.zh", "处罚告知书"),
            Map.entry("subject.en", "Statement of reasons"),
            Map.entry("deskId", "operator-1"),
            Map.entry("integrityId", "integrity-lead"),
            Map.entry("dutyId", "duty-1"),
            Map.entry("approversId", "enf-lead"),
            Map.entry("disclosure.zh", "两名买家于三月十日投诉。"),
            Map.entry("disclosure.en", "Two buyers complained on 10 March."),
            Map.entry("answerBy", "2018-04-26T10:00:00+08:00"),
            Map.entry("origin", "IMPOSED"),
            Map.entry("kind", "SHOP_HIDDEN"),
            Map.entry("ownMotion", "true"),
            Map.entry("outcome", "PARTIAL"),
            Map.entry("pointsBefore", "48"),
            Map.entry("pointsAfter", "24"),
            Map.entry("startsAt", "2018-04-19T10:00:00+08:00"),
            Map.entry("endsAt", "2018-05-03T02:00:00Z"),
            Map.entry("violations.0.violationId", "vio_1"),
            Map.entry("violations.0.outcome", "UPHOLD"),
            Map.entry("violations.0.reasons.zh", "事实成立。"),
            Map.entry("violations.0.reasons.en", "The act is proven."),
            Map.entry("violations.1.violationId", "vio_2"),
            Map.entry("violations.1.outcome", "OVERTURN"),
            Map.entry("violations.1.reasons.zh", "证据不足。"),
            Map.entry("violations.1.reasons.en", "Too little evidence."),
            Map.entry("effects.0.kind", "POINTS"),
            Map.entry("effects.0.subject", "pen_1"),
            Map.entry("effects.0.target.points", "24"),
            Map.entry("effects.1.kind", "MEASURE"),
            Map.entry("effects.1.subject", "mea_1"),
            Map.entry("effects.1.target.state", "LIFTED"),
            Map.entry("effects.2.kind", "CLAIM"),
            Map.entry("effects.2.subject", "clm_1"),
            Map.entry("effects.2.target.amountMinor", "123456"),
            Map.entry("effects.2.target.currency", "CNY"),
            Map.entry("title.zh", "发货课程"),
            Map.entry("title.en", "Dispatch course"),
            Map.entry("purpose", "EARN_BACK"),
            Map.entry("credited", "2"),
            Map.entry("limitedBy", "NONE"),
            Map.entry("adjudicatorId", "adj-1"),
            Map.entry("holderId", "adj-2"),
            Map.entry("headId", "adj-lead"),
            Map.entry("clock", "RULING"),
            Map.entry("percent", "80"),
            Map.entry("cause", "ABSENCE"),
            Map.entry("question.zh", "优惠券叠加是否属于虚假交易？"),
            Map.entry("question.en", "Is stacking coupons a sham sale?"),
            Map.entry("formerAdvocateId", "adv-2"),
            Map.entry("cases", "4"),
            Map.entry("ofCases", "10"),
            Map.entry("dueAt", "2018-05-03T10:00:00+08:00"),
            Map.entry("decideBy", "2018-04-28T10:00:00+08:00"),
            Map.entry("ground", "NEW_EVIDENCE"),
            Map.entry("condition.zh", "完成发货课程。"),
            Map.entry("condition.en", "Pass the dispatch course."),
            Map.entry("fulfilBy", "2018-05-31T16:00:00Z"),
            Map.entry("repliesBy", "2018-04-28T10:00:00+08:00"));

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EARN_BACK | 2 | NONE | 2 points are credited for it. Measures | 本次抵扣 2 分。正在",
                "EARN_BACK | 1 | YEARLY_CAP | 1 point is credited for it: with that, all that this programme lets a shop earn back in a year is earned. | 本次抵扣 1 分:至此已达该计划准许店铺每年抵扣的上限。",
                "EARN_BACK | 0 | YEARLY_CAP | No points are credited for it: with that, all that this programme lets a shop earn back in a year is earned. | 本次未抵扣分数:至此已达该计划准许店铺每年抵扣的上限。",
                "EARN_BACK | 0 | POINTS | No points are credited for it: your shop had no more points that can be earned back. | 本次未抵扣分数:您的店铺已无可抵扣的分数。",
                "UNDERTAKING | 0 | NONE | It earns back no points; what follows from it | 该里程碑不抵扣分数,"
            })
    void a_verified_milestone_is_told_with_what_was_credited_and_what_limited_it(
            String purpose, String credited, String limitedBy, String english, String chinese) {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.putAll(Map.of("purpose", purpose, "credited", credited, "limitedBy", limitedBy));

        Notice notice = written(NoticeType.MILESTONE_VERIFIED, Addressee.MERCHANT, event("MilestoneVerified", values));

        assertThat(notice.title().en()).isEqualTo("Milestone \"Dispatch course\" of shop s-2004 verified");
        assertThat(notice.body().en()).contains(english);
        assertThat(notice.body().zh()).contains(chinese);
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_RESPONSE, the first response, 首次回应",
        "ANSWER, the department's answer, 部门答复",
        "REPLY, the replies to the draft ruling, 对裁决草案的回复",
        "RULING, the ruling, 裁决"
    })
    void a_warning_says_what_the_time_is_for_how_much_is_used_and_until_when(
            String clock, String english, String chinese) {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("clock", clock);

        Notice notice = written(NoticeType.CLOCK_WARNING, Addressee.HOLDER, event("ClockWarning", values));

        assertThat(notice.title().en()).isEqualTo("Case cas_1: 80% of the time for " + english + " is used");
        assertThat(notice.title().zh()).isEqualTo("案件 cas_1：" + chinese + "的时限已用去 80%");
        assertThat(notice.body().en()).endsWith("its time is up at 3 May 2018 at 10:00 China Standard Time.");
        assertThat(notice.recipient().id()).isEqualTo("adj-2");
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER, The case goes on without the answer: you may draft the ruling.",
        "REPLY, The case goes on without what has not come: you may rule."
    })
    void the_adjudicator_learns_that_the_case_goes_on_without_what_did_not_come(String clock, String english) {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("clock", clock);

        Notice notice = written(NoticeType.CLOCK_LAPSED, Addressee.ADJUDICATOR, event("ClockLapsed", values));

        assertThat(notice.body().en()).endsWith(english);
    }

    @Test
    void the_body_of_a_statement_is_the_statement_itself() {
        Notice notice = written(NoticeType.STATEMENT_ISSUED, Addressee.MERCHANT, event("StatementIssued", EVERYTHING));

        assertThat(notice.body().zh()).isEqualTo("您的店铺……");
        assertThat(notice.body().en()).isEqualTo("Your shop …");
        assertThat(notice.about().statementId()).contains("sta_1");
    }

    @ParameterizedTest
    @EnumSource(NoticeType.class)
    void every_type_has_a_wording_for_each_of_its_addressees(NoticeType type) {
        PartyEvent event = event(type.wireName(), EVERYTHING);

        for (Addressee addressee : NoticePolicy.addressees(type, event)) {
            Notice notice = written(type, addressee, event);
            assertThat(List.of(
                            notice.title().zh(),
                            notice.title().en(),
                            notice.body().zh(),
                            notice.body().en()))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "}"));
        }
        assertThat(NoticePolicy.addressees(type, event)).isNotEmpty();
    }

    @Test
    void a_notice_that_would_have_a_gap_is_not_written() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.remove("repliesBy");

        Unsendable why = unsendable(NoticeType.DRAFT_RULING_ISSUED, Addressee.ADVOCATE, values);

        assertThat(why.reason()).isEqualTo(Unsendable.Reason.PLACEHOLDER_MISSING);
        assertThat(why.detail()).contains("repliesBy");
    }

    @Test
    void a_statement_in_one_language_only_is_not_written() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.remove("statement.en");

        assertThat(unsendable(NoticeType.STATEMENT_ISSUED, Addressee.MERCHANT, values)
                        .detail())
                .contains("statement");
    }

    @Test
    void a_time_that_is_none_is_a_gap() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("repliesBy", "soon");

        assertThat(unsendable(NoticeType.DRAFT_RULING_ISSUED, Addressee.MERCHANT, values)
                        .reason())
                .isEqualTo(Unsendable.Reason.PLACEHOLDER_MISSING);
    }

    @Test
    void one_point_is_a_point_and_several_are_points() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("pointsAfter", "1");

        Notice notice = written(NoticeType.PENALTY_REDUCED, Addressee.MERCHANT, event("PenaltyReduced", values));

        assertThat(notice.title().en()).isEqualTo("Penalty pen_1 reduced from 48 points to 1 point");
        assertThat(notice.title().zh()).isEqualTo("处罚 pen_1 由 48 分减为 1 分");
    }

    @Test
    void a_value_is_never_read_as_wording() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("reasons.zh", "{caseId} $1 '{' {kind, select, other {x}} #");

        Notice notice = written(NoticeType.INADMISSIBLE, Addressee.MERCHANT, event("CaseInadmissible", values));

        assertThat(notice.body().zh()).endsWith("{caseId} $1 '{' {kind, select, other {x}} #");
    }

    @Test
    void a_kind_of_measure_that_nobody_translated_stands_for_itself() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("kind", "COUPON_BAN");

        Notice notice = written(NoticeType.MEASURE_LIFTED, Addressee.MERCHANT, event("MeasureLifted", values));

        assertThat(notice.title().en()).isEqualTo("COUPON_BAN of shop s-2004 lifted");
    }

    @Test
    void a_case_that_is_heard_with_others_is_told_the_question_and_that_it_stays_its_own() {
        Notice notice = written(NoticeType.CASE_JOINED, Addressee.MERCHANT, event("CaseJoined", EVERYTHING));

        assertThat(notice.body().en())
                .contains("heard together with others on the same question: Is stacking coupons a sham sale?")
                .contains("Your reasons stay your own")
                .contains("that it be heard alone");
        assertThat(notice.body().zh()).contains("优惠券叠加是否属于虚假交易？").contains("要求单独审理");
    }

    @ParameterizedTest
    @CsvSource({"ADJUDICATOR, true", "MERCHANT_SIDE, false"})
    void the_adjudicators_reasons_for_hearing_a_case_alone_are_told_and_the_merchants_need_not_be(
            String cause, boolean told) {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("cause", cause);
        if (!told) {
            values.keySet().removeIf(name -> name.startsWith("reasons."));
        }

        for (Addressee addressee : List.of(Addressee.MERCHANT, Addressee.ADVOCATE)) {
            Notice notice = written(NoticeType.CASE_LEFT, addressee, event("CaseLeft", values));
            assertThat(notice.body().en().contains("Reasons:\nout of time")).isEqualTo(told);
            assertThat(notice.body().zh().contains("理由：\n已过期限")).isEqualTo(told);
            assertThat(notice.body().en().contains("asked. Nobody joins it")).isEqualTo(!told);
        }
    }

    @Test
    void a_measure_without_an_end_is_told_without_one() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("kind", "LISTINGS_REMOVED");
        values.remove("endsAt");

        Notice notice = written(NoticeType.MEASURE_IN_FORCE, Addressee.MERCHANT, event("MeasureInForce", values));

        assertThat(notice.body().en())
                .isEqualTo(
                        "Since 19 April 2018 at 10:00 China Standard Time the measure \"Removal of listings\" is in force"
                                + " for your shop s-2004. It has no end of its own.");
    }

    @Test
    void a_notice_is_read_once_and_keeps_the_time_of_the_first_reading() {
        Notice notice = written(NoticeType.CASE_OPENED, Addressee.MERCHANT, event("CaseOpened", EVERYTHING));
        Instant first = Instant.parse("2018-05-01T00:00:00Z");

        Notice.Change once = notice.read(first);
        Notice.Change twice = once.notice().read(first.plusSeconds(60));

        assertThat(once.events()).containsExactly(new NoticeEvent.Read(once.notice(), first));
        assertThat(twice.events()).isEmpty();
        assertThat(twice.notice().readAt()).isEqualTo(Optional.of(first));
    }

    private static Notice written(NoticeType type, Addressee addressee, PartyEvent event) {
        Wording.Result result = NotificationServiceFixture.words(type, addressee, event);
        assertThat(result).isInstanceOf(Wording.Result.Words.class);
        Wording.Result.Words words = (Wording.Result.Words) result;
        return Notice.write(
                        "not_1",
                        type,
                        addressee.of(event).orElseThrow(),
                        event,
                        Language.ZH,
                        NotificationServiceFixture.shipped(type, addressee).reference(),
                        words.title(),
                        words.body(),
                        MIDNIGHT_IN_SHANGHAI)
                .notice();
    }

    private static Unsendable unsendable(NoticeType type, Addressee addressee, Map<String, String> values) {
        Wording.Result result = NotificationServiceFixture.words(type, addressee, event(type.wireName(), values));
        assertThat(result).isInstanceOf(Wording.Result.None.class);
        return ((Wording.Result.None) result).why();
    }

    private static PartyEvent event(String type, Map<String, String> values) {
        return new PartyEvent("evt_1", type, MIDNIGHT_IN_SHANGHAI, values);
    }
}
