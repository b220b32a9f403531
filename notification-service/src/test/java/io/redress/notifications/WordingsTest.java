package io.redress.notifications;

import static io.redress.notifications.WordedEvents.EVERYTHING;
import static io.redress.notifications.WordedEvents.event;
import static io.redress.notifications.WordedEvents.unsendable;
import static io.redress.notifications.WordedEvents.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeEvent;
import io.redress.notifications.domain.NoticePolicy;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.Unsendable;
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

    @ParameterizedTest
    @CsvSource({
        "DUE, That time has come., 该时间已到。",
        "STEP, 'It is back before that time, because somebody else has taken a step in it.', 因他人在案件中采取了行动，案件提前恢复。"
    })
    void who_had_laid_a_case_aside_learns_why_it_is_back(String cause, String english, String chinese) {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("cause", cause);

        Notice notice = written(NoticeType.SNOOZE_ENDED, Addressee.HOLDER, event("SnoozeEnded", values));

        assertThat(notice.title().en()).isEqualTo("Case cas_1 is back on your desk");
        assertThat(notice.body().en())
                .contains(" aside until 3 May 2018 at 10:00 China Standard Time. " + english)
                .endsWith("Its clocks did not pause.");
        assertThat(notice.body().zh()).contains(chinese);
        assertThat(notice.recipient().id()).isEqualTo("adj-2");
    }

    @Test
    void whoever_has_to_act_in_a_hearing_is_told_what_and_by_when() {
        Notice claimed = written(NoticeType.CASE_CLAIMED, Addressee.HEAD, event("CaseClaimed", EVERYTHING));
        Notice unanswered =
                written(NoticeType.DRAFT_RULING_ISSUED, Addressee.HEAD, event("DraftRulingIssued", EVERYTHING));
        Notice answered = written(NoticeType.ANSWER_FILED, Addressee.ADJUDICATOR, event("AnswerFiled", EVERYTHING));
        Notice replied = written(NoticeType.REPLY_FILED, Addressee.ADJUDICATOR, event("ReplyFiled", EVERYTHING));

        assertThat(claimed.title().en())
                .isEqualTo("Case cas_1: your department's answer is due by 26 April 2018 at 10:00 China Standard Time");
        assertThat(claimed.recipient().id()).isEqualTo("adj-lead");
        assertThat(unanswered.body().en())
                .endsWith(
                        "Your department has not answered in it, and may still reply to the draft until 28 April 2018 at"
                                + " 10:00 China Standard Time.");
        assertThat(answered.body().en()).endsWith("It lies with you: you may draft the ruling.");
        assertThat(replied.body().en()).endsWith("It lies with you: you may rule, or draft anew.");
    }

    @Test
    void a_request_to_reopen_is_told_without_its_words_and_its_refusal_with_the_reasons() {
        Notice received =
                written(NoticeType.REOPENING_REQUESTED, Addressee.MERCHANT, event("ReopeningRequested", EVERYTHING));
        Notice desk = written(NoticeType.REOPENING_REQUESTED, Addressee.HEAD, event("ReopeningRequested", EVERYTHING));
        Notice late = written(
                NoticeType.REOPENING_REQUEST_OVERDUE, Addressee.HEAD, event("ReopeningRequestOverdue", EVERYTHING));
        Notice refused = written(
                NoticeType.REOPENING_REQUEST_REFUSED, Addressee.MERCHANT, event("ReopeningRequestRefused", EVERYTHING));

        assertThat(received.title().en()).isEqualTo("Your advocate has asked that case cas_1 be decided anew");
        assertThat(received.body().zh()).contains("您的辩护人以新证据为由,申请重新审理案件 cas_1。");
        assertThat(received.body().en()).doesNotContain("out of time");
        assertThat(desk.body().en()).endsWith("or refuses with reasons, by 3 May 2018 at 10:00 China Standard Time.");
        assertThat(desk.recipient().id()).isEqualTo("adj-lead");
        assertThat(late.title().en()).isEqualTo("Case cas_1: the request to decide it anew is overdue");
        assertThat(late.body().en()).contains("Nothing is decided by that");
        assertThat(refused.body().en()).endsWith("The ruling stands.\n\nReasons:\nout of time");
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
    void a_message_is_announced_without_its_words_to_whoever_did_not_write_it() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("asks", "false");
        values.put("from", "MERCHANT");

        Notice asked = written(NoticeType.MESSAGE_SENT, Addressee.MERCHANT, event("MessageSent", EVERYTHING));
        Notice told = written(NoticeType.MESSAGE_SENT, Addressee.ADVOCATE, event("MessageSent", values));

        assertThat(asked.title().en()).isEqualTo("Your advocate needs your answer in case cas_1");
        assertThat(asked.title().zh()).isEqualTo("您的辩护人在案件 cas_1 中需要您的答复");
        assertThat(asked.body().zh()).contains("需要您的答复才能继续办理");
        assertThat(told.title().en()).isEqualTo("The merchant wrote to you in case cas_1");
        assertThat(told.body().zh()).contains("商家 m-1004 在案件 cas_1 中给您留言");
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
    void who_is_given_a_case_and_who_had_it_are_told_why() {
        PartyEvent event = adjudicatorChanged();

        Notice now = written(NoticeType.ADJUDICATOR_CHANGED, Addressee.ADJUDICATOR, event);
        Notice former = written(NoticeType.ADJUDICATOR_CHANGED, Addressee.FORMER_ADJUDICATOR, event);

        assertThat(now.title().en()).isEqualTo("Case cas_1 lies with you to decide");
        assertThat(now.body().en())
                .contains("stays. It was heard together with others, and is heard alone now.")
                .endsWith("Reasons:\nout of time");
        assertThat(now.body().zh()).contains("已交由您裁决").endsWith("理由：\n已过期限");
        assertThat(former.recipient().id()).isEqualTo("adj-3");
        assertThat(former.body().en())
                .contains("of merchant m-1004 was given to the adjudicator adj-1.\n\nReasons:\nout of time\n\n")
                .endsWith("The others that were heard together with it stay with you.");
        assertThat(former.body().zh()).contains("商家 m-1004", "裁判 adj-1", "理由：\n已过期限");
    }

    @Test
    void from_whom_the_case_is_hidden_learns_neither_why_it_went_nor_to_whom() {
        PartyEvent event = adjudicatorChanged().with("formerOutside", "true");

        Notice former = written(NoticeType.ADJUDICATOR_CHANGED, Addressee.FORMER_ADJUDICATOR, event);

        assertThat(former.body().en())
                .contains("was given to another adjudicator. It lies in a queue that is not yours.")
                .doesNotContain("adj-1", "m-1004", "out of time");
        assertThat(former.body().zh()).contains("其他裁判").doesNotContain("adj-1", "m-1004", "已过期限");
    }

    private static PartyEvent adjudicatorChanged() {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        values.put("cause", "REASSIGNED");
        return event("AdjudicatorChanged", values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | , whose advocate adv-4 is absent. | 的辩护人 adv-4 不在岗",
                "false | , which has no advocate. | 尚无辩护人"
            })
    void that_nobody_is_free_says_whether_the_advocate_is_absent_or_there_is_none(
            boolean away, String english, String chinese) {
        Map<String, String> values = new HashMap<>(EVERYTHING);
        if (!away) {
            values.remove("absentId");
        }

        Notice notice = written(NoticeType.NO_ADVOCATE_FREE, Addressee.HEAD, event("NoAdvocateFree", values));

        assertThat(notice.recipient().id()).isEqualTo("adj-lead");
        assertThat(notice.body().en()).contains("in case cas_1 of merchant m-1004" + english);
        assertThat(notice.body().zh()).contains(chinese);
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
}
