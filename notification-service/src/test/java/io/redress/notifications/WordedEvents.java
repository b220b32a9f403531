package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.notifications.domain.Addressee;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.Unsendable;
import io.redress.notifications.domain.template.Wording;
import java.time.Instant;
import java.util.Map;

/** Events with everything that a notice may tell, and the notices that come of them. */
final class WordedEvents {

    static final Instant MIDNIGHT_IN_SHANGHAI = Instant.parse("2018-04-30T16:00:00Z");

    /** By placeholder. */
    static final Map<String, String> EVERYTHING = Map.ofEntries(
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
            Map.entry("operatorsId", "operator-1"),
            Map.entry("effectId", "eff_1"),
            Map.entry("effectKind", "CLAIM"),
            Map.entry("effectOwner", "refunds"),
            Map.entry("state", "PENDING"),
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
            Map.entry("from", "ADVOCATE"),
            Map.entry("asks", "true"),
            Map.entry("byTheOther", "true"),
            Map.entry("question.zh", "优惠券叠加是否属于虚假交易？"),
            Map.entry("question.en", "Is stacking coupons a sham sale?"),
            Map.entry("formerAdvocateId", "adv-2"),
            Map.entry("formerAdjudicatorId", "adj-3"),
            Map.entry("heardAlone", "true"),
            Map.entry("absentId", "adv-4"),
            Map.entry("cases", "4"),
            Map.entry("ofCases", "10"),
            Map.entry("dueAt", "2018-05-03T10:00:00+08:00"),
            Map.entry("since", "2018-04-20T10:00:00+08:00"),
            Map.entry("until", "2018-05-03T10:00:00+08:00"),
            Map.entry("decideBy", "2018-04-28T10:00:00+08:00"),
            Map.entry("ground", "NEW_EVIDENCE"),
            Map.entry("condition.zh", "完成发货课程。"),
            Map.entry("condition.en", "Pass the dispatch course."),
            Map.entry("fulfilBy", "2018-05-31T16:00:00Z"),
            Map.entry("repliesBy", "2018-04-28T10:00:00+08:00"));

    static Notice written(NoticeType type, Addressee addressee, PartyEvent event) {
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

    static Unsendable unsendable(NoticeType type, Addressee addressee, Map<String, String> values) {
        Wording.Result result = NotificationServiceFixture.words(type, addressee, event(type.wireName(), values));
        assertThat(result).isInstanceOf(Wording.Result.None.class);
        return ((Wording.Result.None) result).why();
    }

    static PartyEvent event(String type, Map<String, String> values) {
        return new PartyEvent("evt_1", type, MIDNIGHT_IN_SHANGHAI, values);
    }

    private WordedEvents() {}
}
