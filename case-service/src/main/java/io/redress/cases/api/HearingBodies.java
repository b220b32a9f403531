package io.redress.cases.api;

import io.redress.cases.app.joint.AnswerTogether;
import io.redress.cases.app.joint.DraftTogether;
import io.redress.cases.app.joint.JoinCases;
import io.redress.cases.app.joint.RuleTogether;
import io.redress.cases.domain.RulingOutcome;
import java.util.List;
import java.util.Optional;

/** Request bodies about cases that are heard together, as the contract has validated them. */
final class HearingBodies {

    record JoinBody(List<String> caseIds, Bodies.Text question) {

        JoinCases.Command asCommand(String leadId) {
            return new JoinCases.Command(leadId, caseIds, question.asDomain());
        }
    }

    record JointAnswerBody(Bodies.Text text, Optional<String> after) {

        AnswerTogether.Command asCommand(String leadId) {
            return new AnswerTogether.Command(leadId, text.asDomain(), after);
        }
    }

    record MemberDraftBody(
            String caseId,
            long version,
            RulingOutcome outcome,
            Optional<Integer> points,
            Optional<Bodies.Amount> moneyBack,
            List<Bodies.ViolationRulingBody> violations,
            Optional<TermsBody> terms,
            Optional<List<Bodies.PrecedentAnswerBody>> precedents,
            Optional<List<String>> measuresLifted) {

        DraftTogether.Member asDomain() {
            Bodies.DraftRulingBody draft = new Bodies.DraftRulingBody(
                    outcome, points, moneyBack, violations, terms, precedents, measuresLifted);
            return new DraftTogether.Member(caseId, version, draft.asDomain());
        }
    }

    record JointDraftsBody(Optional<Bodies.Text> commonReasons, List<MemberDraftBody> members) {

        DraftTogether.Command asCommand(String leadId) {
            return new DraftTogether.Command(
                    leadId,
                    Bodies.text(commonReasons),
                    members.stream().map(MemberDraftBody::asDomain).toList());
        }
    }

    record MemberRulingBody(String caseId, long version, String draftId, List<Bodies.ViolationRulingBody> violations) {

        RuleTogether.Member asDomain() {
            return new RuleTogether.Member(caseId, version, draftId, Bodies.rulings(violations));
        }
    }

    record JointRulingsBody(Optional<Bodies.Text> commonReasons, List<MemberRulingBody> members) {

        RuleTogether.Command asCommand(String leadId) {
            return new RuleTogether.Command(
                    leadId,
                    Bodies.text(commonReasons),
                    members.stream().map(MemberRulingBody::asDomain).toList());
        }
    }

    private HearingBodies() {}
}
