package io.redress.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "StatementIssued, MERCHANT",
        "MeasureLifted, MERCHANT",
        "PenaltyReduced, MERCHANT",
        "PenaltyReversed, MERCHANT",
        "DisclosureIssued, MERCHANT",
        "SealChallengeAnswered, ADVOCATE",
        "SealChallengeLapsed, INTEGRITY",
        "ClarificationAnswered, MERCHANT",
        "ProofOfCureAnswered, MERCHANT",
        "InterimReliefDecided, MERCHANT ADVOCATE",
        "InterimReliefAsked, DUTY",
        "InterimReliefLapsed, ADVOCATE INTEGRITY",
        "ShopEnrolled, MERCHANT",
        "MilestoneVerified, MERCHANT",
        "CaseOpened, MERCHANT",
        "AdvocateAssigned, MERCHANT ADVOCATE",
        "AdvocateChanged, MERCHANT ADVOCATE FORMER",
        "AdvocateReportingMoved, ADVOCATE",
        "AdvocateConcentrated, INTEGRITY",
        "NoAdvocateFree, HEAD",
        "BriefFiled, MERCHANT",
        "CaseClaimed, HEAD",
        "AnswerFiled, ADVOCATE ADJUDICATOR",
        "DraftRulingIssued, MERCHANT ADVOCATE HEAD",
        "RulingIssued, MERCHANT",
        "ConditionalRulingFulfilled, MERCHANT ADVOCATE",
        "ConditionalRulingLapsed, MERCHANT ADVOCATE",
        "EffectOverdue, ADVOCATE OPERATORS",
        "CaseClosed, MERCHANT",
        "ReopeningRequested, ADVOCATE HEAD",
        "ReopeningRequestRefused, MERCHANT ADVOCATE",
        "ReopeningRequestOverdue, ADVOCATE HEAD",
        "CaseReopeningProposed, MERCHANT ADVOCATE",
        "CaseReopened, MERCHANT ADVOCATE",
        "CaseReopeningRefused, MERCHANT ADVOCATE",
        "CaseContinued, MERCHANT",
        "CaseJoined, MERCHANT ADVOCATE",
        "CaseLeft, MERCHANT ADVOCATE",
        "CaseWithdrawn, MERCHANT",
        "CaseInadmissible, MERCHANT",
        "MessageSent, ADVOCATE",
        "ClockWarning, HOLDER ADVOCATE",
        "ClockLapsed, HOLDER HEAD ADVOCATE ADJUDICATOR",
        "SnoozeEnded, HOLDER"
    })
    void each_event_tells_those_whom_it_concerns(String eventType, String expected) {
        NoticeType type = NoticeType.causedBy(eventType).orElseThrow();

        assertThat(NoticePolicy.addressees(
                        type,
                        event(
                                eventType,
                                Map.of(
                                        "advocateId",
                                        "adv-1",
                                        "integrityId",
                                        "int-1",
                                        "dutyId",
                                        "duty-1",
                                        "operatorsId",
                                        "ops-1",
                                        "holderId",
                                        "adj-2",
                                        "headId",
                                        "adj-lead",
                                        "adjudicatorId",
                                        "adj-1"))))
                .extracting(Addressee::name)
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"IMPOSED, true", "IMPORTED, false", "CONTINUED, false"})
    void only_an_imposed_measure_is_told_to_the_merchant(String origin, boolean told) {
        PartyEvent event = event("MeasureInForce", Map.of("origin", origin));

        assertThat(NoticePolicy.addressees(NoticeType.MEASURE_IN_FORCE, event).contains(Addressee.MERCHANT))
                .isEqualTo(told);
    }

    @Test
    void a_draft_is_told_to_the_respondent_when_there_is_one() {
        PartyEvent event = event("DraftRulingIssued", Map.of("advocateId", "adv-1", "respondentId", "enf-2"));

        assertThat(NoticePolicy.addressees(NoticeType.DRAFT_RULING_ISSUED, event))
                .containsExactly(Addressee.MERCHANT, Addressee.ADVOCATE, Addressee.RESPONDENT);
    }

    @ParameterizedTest
    @CsvSource({
        "CLARIFICATION_FILED, ClarificationFiled",
        "CLARIFICATION_ESCALATED, ClarificationEscalated",
        "PROOF_OF_CURE_FILED, ProofOfCureFiled",
        "PROOF_OF_CURE_ESCALATED, ProofOfCureEscalated"
    })
    void what_a_merchant_says_before_a_penalty_is_told_to_whoever_answers_it(NoticeType type, String eventType) {
        assertThat(NoticePolicy.addressees(type, event(eventType, Map.of("respondentId", "enf-lead"))))
                .containsExactly(Addressee.RESPONDENT);
    }

    @Test
    void a_message_is_told_to_the_one_who_did_not_write_it() {
        PartyEvent byTheAdvocate = event("MessageSent", Map.of("from", "ADVOCATE", "advocateId", "adv-1"));
        PartyEvent withoutAdvocate = event("MessageSent", Map.of("from", "MERCHANT"));

        assertThat(NoticePolicy.addressees(NoticeType.MESSAGE_SENT, byTheAdvocate))
                .containsExactly(Addressee.MERCHANT);
        assertThat(NoticePolicy.addressees(NoticeType.MESSAGE_SENT, withoutAdvocate))
                .isEmpty();
    }

    @Test
    void a_request_to_reopen_is_told_to_the_one_who_did_not_write_it_and_to_who_answers() {
        PartyEvent byTheAdvocate =
                event("ReopeningRequested", Map.of("from", "ADVOCATE", "advocateId", "adv-1", "headId", "adj-lead"));
        PartyEvent withoutAdvocate = event("ReopeningRequested", Map.of("from", "MERCHANT"));

        assertThat(NoticePolicy.addressees(NoticeType.REOPENING_REQUESTED, byTheAdvocate))
                .containsExactly(Addressee.MERCHANT, Addressee.HEAD);
        assertThat(NoticePolicy.addressees(NoticeType.REOPENING_REQUESTED, withoutAdvocate))
                .isEmpty();
    }

    @Test
    void a_merchant_learns_that_his_advocate_filed_his_own_words_and_of_no_other_filing() {
        assertThat(NoticePolicy.addressees(
                        NoticeType.MESSAGE_FILED, event("MessageFiled", Map.of("byTheOther", "true"))))
                .containsExactly(Addressee.MERCHANT);
        assertThat(NoticePolicy.addressees(NoticeType.MESSAGE_FILED, event("MessageFiled", Map.of("from", "MERCHANT"))))
                .isEmpty();
    }

    @Test
    void a_reply_is_told_to_the_other_sides_advocate_and_to_the_adjudicator_once_both_have_replied() {
        PartyEvent first = event("ReplyFiled", Map.of("side", "DEPARTMENT", "advocateId", "adv-1"));
        PartyEvent last =
                event("ReplyFiled", Map.of("side", "MERCHANT", "advocateId", "adv-1", "adjudicatorId", "adj-1"));

        assertThat(NoticePolicy.addressees(NoticeType.REPLY_FILED, first)).containsExactly(Addressee.ADVOCATE);
        assertThat(NoticePolicy.addressees(NoticeType.REPLY_FILED, last)).containsExactly(Addressee.ADJUDICATOR);
    }

    @Test
    void a_claim_whose_department_has_no_known_head_is_told_to_nobody() {
        assertThat(NoticePolicy.addressees(NoticeType.CASE_CLAIMED, event("CaseClaimed", Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REASSIGNED, false, ADJUDICATOR FORMER_ADJUDICATOR",
        "REASSIGNED, true, MERCHANT ADVOCATE ADJUDICATOR FORMER_ADJUDICATOR",
        "RELEASED, true, MERCHANT ADVOCATE"
    })
    void who_is_given_a_case_and_who_had_it_are_told_and_its_sides_where_it_is_heard_alone(
            String cause, String heardAlone, String expected) {
        assertThat(adjudicatorChanged(cause, heardAlone))
                .extracting(Addressee::name)
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RELEASED", "CLAIMED"})
    void who_gives_a_case_back_and_who_takes_it_know_it_themselves(String cause) {
        assertThat(adjudicatorChanged(cause, "false")).isEmpty();
    }

    private static List<Addressee> adjudicatorChanged(String cause, String heardAlone) {
        return NoticePolicy.addressees(
                NoticeType.ADJUDICATOR_CHANGED,
                event(
                        "AdjudicatorChanged",
                        Map.of(
                                "cause", cause,
                                "heardAlone", heardAlone,
                                "advocateId", "adv-1",
                                "adjudicatorId", "adj-2",
                                "formerAdjudicatorId", "adj-1")));
    }

    @Test
    void that_nobody_is_free_is_told_to_integrity_where_no_head_may_know() {
        assertThat(NoticePolicy.addressees(
                        NoticeType.NO_ADVOCATE_FREE, event("NoAdvocateFree", Map.of("integrityId", "int-1"))))
                .containsExactly(Addressee.INTEGRITY);
    }

    @Test
    void a_case_without_an_advocate_tells_none() {
        assertThat(NoticePolicy.addressees(NoticeType.ANSWER_FILED, event("AnswerFiled", Map.of())))
                .isEmpty();
        assertThat(NoticePolicy.addressees(NoticeType.DRAFT_RULING_ISSUED, event("DraftRulingIssued", Map.of())))
                .containsExactly(Addressee.MERCHANT);
    }

    @Test
    void a_clarification_that_nobody_answered_is_told_to_the_approvers_desk_too() {
        PartyEvent event = event("ClarificationEscalated", Map.of("respondentId", "enf-1", "approversId", "enf-lead"));

        assertThat(NoticePolicy.addressees(NoticeType.CLARIFICATION_ESCALATED, event))
                .containsExactly(Addressee.RESPONDENT, Addressee.APPROVERS);
    }

    @Test
    void without_a_desk_of_integrity_a_lapse_is_told_to_nobody() {
        assertThat(NoticePolicy.addressees(
                        NoticeType.SEAL_CHALLENGE_LAPSED, event("SealChallengeLapsed", Map.of("merchantId", "m-1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PenaltyProposed",
                "PenaltyInForce",
                "EffectAnswered",
                "CaseMoved",
                "EffectConfirmed",
                "EffectSettlementProposed",
                "ShopTransferOrdered",
                "MeasureConfirmed"
            })
    void other_events_tell_nobody(String eventType) {
        assertThat(NoticeType.causedBy(eventType)).isEmpty();
    }

    private static PartyEvent event(String type, Map<String, String> values) {
        return new PartyEvent("evt_1", type, Instant.EPOCH, values);
    }
}
