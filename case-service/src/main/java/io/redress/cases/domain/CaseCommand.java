package io.redress.cases.domain;

import java.util.Optional;
import java.util.Set;

/** Everything that can be asked of a case, by whom, and under which operation of the contract. */
public enum CaseCommand {
    OPEN_CASE("openCase", Set.of("merchant", "delegate", "agency")),
    OPEN_ON_OWN_MOTION("openCase", Set.of("advocate")),
    ASSIGN_ADVOCATE("assignAdvocate", Set.of("advocate", "operator")),
    SAY_OF_REQUIREMENT("changeRequirement", Set.of("advocate")),
    FILE_BRIEF("fileBrief", Set.of("advocate")),
    CLAIM("claimCase", Set.of("adjudicator")),
    FILE_ANSWER("fileAnswer", Set.of("respondent", "enforcement")),
    ISSUE_DRAFT("issueDraftRuling", Set.of("adjudicator")),
    ISSUE_CONDITIONAL_DRAFT("issueDraftRuling", Set.of("adjudicator")),
    REPLY("fileReply", Set.of("merchant", "delegate", "agency", "advocate", "respondent", "enforcement")),
    RULE("issueRuling", Set.of("adjudicator")),
    WITHDRAW("withdrawCase", Set.of("merchant", "delegate", "agency", "advocate")),
    DECLARE_INADMISSIBLE("declareInadmissible", Set.of("adjudicator")),
    REQUEST_REOPENING("requestReopening", Set.of("merchant", "delegate", "agency", "advocate")),
    REFUSE_REOPENING_REQUEST("refuseReopeningRequest", Set.of("adjudicator")),
    REOPEN("reopenCase", Set.of("adjudicator")),
    CONFIRM_REOPENING("decideReopening", Set.of("adjudicator")),
    REFUSE_REOPENING("decideReopening", Set.of("adjudicator")),
    /** An advocate goes on, on her own motion, with what was withdrawn before its brief. */
    CONTINUE("continueCase", Set.of("advocate")),
    /** The same after its brief. */
    CONTINUE_SUBMITTED("continueCase", Set.of("advocate")),
    /** Follows a conditional ruling, in the same command. */
    AWAIT_CONDITIONS(null, Set.of()),
    /** penalty-service has verified a milestone that fulfils a condition. */
    FULFIL_CONDITION(null, Set.of()),
    /** A condition was not fulfilled in its time. */
    CONDITION_LAPSED(null, Set.of()),
    CHANGE_ADVOCATE("changeAdvocate", Set.of("merchant", "delegate", "agency")),
    /** Respondents may ask too, so that what they are refused is on record. */
    REASSIGN_ADVOCATE(
            "reassignAdvocate", Set.of("advocate", "operator", "respondent", "enforcement", "enforcement-approver")),
    /** Others are joined to it, in the same command. */
    LEAD("joinCases", Set.of("adjudicator")),
    /** It is joined to a lead, in the same command as that leads. */
    JOIN(null, Set.of()),
    LEAVE("leaveCase", Set.of("merchant", "delegate", "agency", "advocate", "adjudicator")),
    /** An adjudicator takes what another one has given back. */
    CLAIM_RELEASED("claimCase", Set.of("adjudicator")),
    RELEASE_CLAIM("releaseClaim", Set.of("adjudicator")),
    /** Respondents may ask too, so that what they are refused is on record. */
    REASSIGN_CLAIM(
            "reassignClaim", Set.of("adjudicator", "operator", "respondent", "enforcement", "enforcement-approver")),
    MOVE_TO_QUEUE("moveCase", Set.of("advocate", "adjudicator", "duty-adjudicator", "operator")),
    /** An operator has the marketplace told once more what it did not do. */
    ORDER_EFFECT_AGAIN("orderEffectAgain", Set.of("operator")),
    /** An operator says what has become of an effect that its owner did not make true. */
    PROPOSE_SETTLEMENT("proposeSettlement", Set.of("operator")),
    /** A second one confirms it. */
    CONFIRM_SETTLEMENT("confirmSettlement", Set.of("operator")),
    /** The advocate is absent. */
    HAND_OVER(null, Set.of()),
    /** Follows a ruling with effect lines, or settled terms that bring some, in the same command. */
    EXECUTE(null, Set.of()),
    /** An effect's owner has answered. */
    CONFIRM_EFFECT(null, Set.of()),
    /** An effect line's deadline has passed without an answer. */
    EFFECT_OVERDUE(null, Set.of()),
    /** A request to reopen was not answered in its time. */
    REOPENING_REQUEST_OVERDUE(null, Set.of()),
    /** Follows the last confirmation, or what has no effect lines, in the same command. */
    CLOSE(null, Set.of());

    private final String operationId;
    private final Set<String> roles;

    CaseCommand(String operationId, Set<String> roles) {
        this.operationId = operationId;
        this.roles = roles;
    }

    /** The operation that carries this command; empty for what the service does by itself. */
    public Optional<String> operationId() {
        return Optional.ofNullable(operationId);
    }

    /** The roles that may ask; the contract's scopes say the same. */
    public Set<String> roles() {
        return roles;
    }

    /** False where a queue or the organisation says which of those with the role may ask. */
    boolean saidByTheCase() {
        return this != MOVE_TO_QUEUE && this != REASSIGN_CLAIM;
    }

    /** Commands by which a person decides the case: never in one's own cause, whatever the status. */
    public boolean adjudicates() {
        return switch (this) {
            case CLAIM,
                    LEAD,
                    JOIN,
                    CLAIM_RELEASED,
                    ISSUE_DRAFT,
                    ISSUE_CONDITIONAL_DRAFT,
                    RULE,
                    DECLARE_INADMISSIBLE,
                    REFUSE_REOPENING_REQUEST,
                    REOPEN,
                    CONFIRM_REOPENING,
                    REFUSE_REOPENING -> true;
            case OPEN_CASE,
                    OPEN_ON_OWN_MOTION,
                    ASSIGN_ADVOCATE,
                    SAY_OF_REQUIREMENT,
                    CHANGE_ADVOCATE,
                    REASSIGN_ADVOCATE,
                    HAND_OVER,
                    LEAVE,
                    RELEASE_CLAIM,
                    REASSIGN_CLAIM,
                    MOVE_TO_QUEUE,
                    ORDER_EFFECT_AGAIN,
                    PROPOSE_SETTLEMENT,
                    CONFIRM_SETTLEMENT,
                    FILE_BRIEF,
                    FILE_ANSWER,
                    REPLY,
                    WITHDRAW,
                    CONTINUE,
                    CONTINUE_SUBMITTED,
                    AWAIT_CONDITIONS,
                    FULFIL_CONDITION,
                    CONDITION_LAPSED,
                    EXECUTE,
                    CONFIRM_EFFECT,
                    EFFECT_OVERDUE,
                    REQUEST_REOPENING,
                    REOPENING_REQUEST_OVERDUE,
                    CLOSE -> false;
        };
    }
}
