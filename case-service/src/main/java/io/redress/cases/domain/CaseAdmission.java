package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody may give a command to a case now, before its content is looked at. Own cause comes first, then the
 * status, then who and when.
 */
public final class CaseAdmission {

    private CaseAdmission() {}

    /** Why this command is refused; empty when it may be given. */
    public static Optional<Refusal> refusal(CaseFile file, CaseCommand command, Actor actor, Instant now) {
        if (command.adjudicates() && partyToTheGraph(file, actor)) {
            return Optional.of(ownCause());
        }
        if (command.adjudicates() && actor.roles().contains("machine")) {
            return Optional.of(Refusal.of(CaseRefusal.NOT_THE_ADJUDICATOR, "A human decides; a machine never does."));
        }
        Optional<Transition> row = CaseTransitions.find(file.status(), command);
        if (row.isEmpty()) {
            return Optional.of(illegal(file, command));
        }
        return row.get().guards().stream()
                .flatMap(guard -> check(guard, file, actor, now).stream())
                .findFirst();
    }

    /** The operations this person may call on this case now, in the order of a case's life. */
    public static List<String> nextActions(CaseFile file, Actor actor, Instant now) {
        Set<String> actions = new LinkedHashSet<>();
        Arrays.stream(CaseCommand.values())
                .filter(command -> command.operationId().isPresent())
                .filter(command -> actor.hasAnyOf(command.roles()))
                .filter(command -> command.saidByTheCase() || actor.roles().contains("operator"))
                .filter(command -> refusal(file, command, actor, now).isEmpty())
                .forEach(command -> actions.add(command.operationId().get()));
        actions.addAll(JointHearing.nextActions(file, actor));
        return List.copyOf(actions);
    }

    /** The side that this person speaks for in this case. */
    static Side side(CaseFile file, Actor actor) {
        return actor.ofMerchantSide() || file.people().advocate(actor.id()) ? Side.MERCHANT : Side.DEPARTMENT;
    }

    static Refusal illegal(CaseFile file, CaseCommand command) {
        return Refusal.of(
                        CaseRefusal.ILLEGAL_TRANSITION, "A case that is " + file.status() + " has no " + command + ".")
                .with("currentStatus", file.status().name());
    }

    static Refusal ownCause() {
        return Refusal.of(
                CaseRefusal.OWN_CAUSE,
                "Proposer, approver, advocate and adjudicator of one case are different people.");
    }

    private static boolean partyToTheGraph(CaseFile file, Actor actor) {
        return concerned(file, actor) || file.people().advocate(actor.id()) || argued(file, actor.id());
    }

    /** True for whoever has argued a side's cause in the case, also where another one does so by now. */
    static boolean argued(CaseFile file, String employee) {
        Proceedings said = file.proceedings();
        return said.brief().filter(brief -> brief.advocateId().equals(employee)).isPresent()
                || said.answer()
                        .filter(answer -> answer.answeredBy().equals(employee))
                        .isPresent();
    }

    /** True for those who brought about what the case is about, and for the departments that a request names. */
    static boolean concerned(CaseFile file, Actor actor) {
        return file.subject().imposedBy(actor.id())
                || actor.department()
                        .filter(file.subject().departments()::contains)
                        .isPresent();
    }

    private static Optional<Refusal> check(Guard guard, CaseFile file, Actor actor, Instant now) {
        return switch (guard) {
            case FREE_OF_THE_CASE_GRAPH -> unless(!partyToTheGraph(file, actor), guard);
            case CASE_ADVOCATE -> unless(file.people().advocate(actor.id()), guard);
            case CASE_ADVOCATE_OR_OPERATOR ->
                unless(file.people().advocate(actor.id()) || actor.roles().contains("operator"), guard);
            case ADVOCATE_NOT_CHANGED_BEFORE -> unless(!file.people().askedForAnother(), guard);
            case CASE_ADJUDICATOR -> unless(file.people().adjudicator(actor.id()), guard);
            case RELEASED -> filed(file, file.people().adjudicatorId().isEmpty(), CaseCommand.CLAIM);
            case CLAIMED -> filed(file, file.people().adjudicatorId().isPresent(), CaseCommand.REASSIGN_CLAIM);
            case RESPONDING_DEPARTMENT -> respondent(file, actor);
            case MERCHANT_OR_CASE_ADVOCATE ->
                unless(actor.ofMerchantSide() || file.people().advocate(actor.id()), guard);
            case A_SIDE_OF_THE_CASE -> side(file, actor) == Side.MERCHANT ? Optional.empty() : respondent(file, actor);
            case NOT_ANSWERED_YET -> unless(file.proceedings().answer().isEmpty(), guard);
            case ANSWERED_OR_LAPSED -> unless(answeredOrLapsed(file.proceedings(), now), guard);
            case BEFORE_REPLIES_ARE_DUE -> unless(now.isBefore(repliesBy(file)), guard);
            case REPLIES_IN_OR_LAPSED -> unless(repliesInOrLapsed(file, now), guard);
            case NO_PART_IN_THE_RULING -> unless(!Review.tookPart(file, actor), guard);
            case MERCHANT_CAN_GAIN -> unless(Review.canGain(file), guard);
            case WITHIN_REOPENING_LIMIT -> unless(Review.withinLimit(file), guard);
            case WITHIN_REQUEST_LIMIT -> unless(ReopeningRequests.withinLimits(file), guard);
            case NO_REQUEST_WAITING ->
                unless(file.proceedings().waitingRequest().isEmpty(), guard);
            case REQUEST_WAITING -> unless(file.proceedings().waitingRequest().isPresent(), guard);
            case ADVOCATE_OF_THE_CASE_OR_NONE ->
                unless(file.people().advocateId().isEmpty() || file.people().advocate(actor.id()), guard);
            case MERCHANT_HAS_NOT_OPTED_OUT -> unless(!Continuing.optedOut(file), guard);
            case NO_BRIEF -> filed(file, !file.counted(), CaseCommand.CONTINUE);
            case BRIEF_FILED -> filed(file, file.counted(), CaseCommand.CONTINUE_SUBMITTED);
            case UNDERTAKINGS_GIVEN -> unless(file.proceedings().undertaken(), guard);
            case NO_MEMBER -> unless(file.hearing().group().isEmpty() || file.leads(), guard);
            case NOT_JOINED -> unless(file.hearing().group().isEmpty(), guard);
            case JOINED -> unless(file.hearing().group().isPresent(), guard);
            case NOT_TO_BE_HEARD_ALONE ->
                unless(
                        !file.hearing().aloneByRight()
                                && file.proceedings()
                                        .reopening()
                                        .filter(Reopening::confirmed)
                                        .isEmpty(),
                        guard);
            case UNCLAIMED_OR_ITS_ADJUDICATOR ->
                unless(file.people().adjudicatorId().isEmpty() || file.people().adjudicator(actor.id()), guard);
            case ADJUDICATOR_OR_MERCHANT_SIDE ->
                unless(
                        actor.ofMerchantSide()
                                || file.people().advocate(actor.id())
                                || file.people().adjudicator(actor.id()),
                        guard);
            case NO_PART_IN_THE_CASE -> unless(!StuckEffects.partIn(file, actor), guard);
            case EFFECT_STUCK -> unless(StuckEffects.any(file), guard);
            case ORDER_TO_THE_MARKETPLACE,
                    SETTLEMENT_PROPOSED,
                    A_SECOND_OPERATOR,
                    ADVOCATE_FREE_OF_THE_CASE_GRAPH,
                    ADVOCATE_FREE_OF_CONFLICTS,
                    ADVOCATE_WITHOUT_INTEREST,
                    NEITHER_RESPONDENT_NOR_ABOVE,
                    NO_SAY_IN_WHO_DECIDES,
                    HEAD_OR_OPERATOR,
                    ADJUDICATOR_FREE_OF_THE_CASE_GRAPH,
                    ADJUDICATOR_OF_THE_QUEUE,
                    ADJUDICATOR_FREE_OF_INTERESTS,
                    MEMBER_OF_BOTH_QUEUES_OR_OPERATOR,
                    NO_OTHER_APPEAL,
                    WINDOW_NOT_CLOSED,
                    GROUND_FOR_EACH_VIOLATION,
                    NO_HARDSHIP_AS_GROUND,
                    REASONS_FOR_EVERY_VIOLATION,
                    A_DISCLOSED_FACT_FOR_EVERY_VIOLATION,
                    NO_HARDSHIP_CITED,
                    EVIDENCE_TIED,
                    EARLIER_RULINGS_ANSWERED,
                    USUAL_OR_REASONED,
                    OUTCOME_OF_THE_KIND,
                    NO_WORSE_OFF,
                    AS_DRAFTED,
                    ASKED_WITH_REASONS,
                    SOMETHING_NEW,
                    GROUND_AND_REASONS,
                    REASONS,
                    PENALTY_STANDS,
                    TERMS,
                    QUESTION,
                    SAME_QUESTION,
                    WHY_ALONE,
                    CONDITIONS,
                    TERMS_SETTLED,
                    EFFECT_LINES,
                    EVERY_EFFECT_SETTLED -> Optional.empty(); // about the content: its command checks it
        };
    }

    /** A withdrawn case goes on where it was; to go on elsewhere is no command that it has. */
    private static Optional<Refusal> filed(CaseFile file, boolean holds, CaseCommand command) {
        return holds ? Optional.empty() : Optional.of(illegal(file, command));
    }

    /** Why this person does not answer for the department; empty when he does. */
    public static Optional<Refusal> respondent(CaseFile file, Actor actor) {
        if (file.people().advocate(actor.id()) || file.people().adjudicator(actor.id())) {
            return Optional.of(ownCause());
        }
        boolean departmentFits = file.people().respondentDepartment().isEmpty()
                || file.people().respondentDepartment().equals(actor.department())
                || actor.department()
                        .filter(file.subject().departments()::contains)
                        .isPresent();
        return unless(departmentFits && actor.hasAnyOf(CaseCommand.FILE_ANSWER.roles()), Guard.RESPONDING_DEPARTMENT);
    }

    private static boolean answeredOrLapsed(Proceedings proceedings, Instant now) {
        return proceedings.answer().isPresent()
                || proceedings.answerBy().map(due -> !now.isBefore(due)).orElse(false);
    }

    private static boolean repliesInOrLapsed(CaseFile file, Instant now) {
        Proceedings proceedings = file.proceedings();
        return !now.isBefore(repliesBy(file))
                || (proceedings.replied(Side.MERCHANT) && proceedings.replied(Side.DEPARTMENT));
    }

    private static Instant repliesBy(CaseFile file) {
        return file.proceedings().draft().orElseThrow().repliesBy();
    }

    private static Optional<Refusal> unless(boolean holds, Guard guard) {
        return holds
                ? Optional.empty()
                : Optional.of(Refusal.of(guard.refusal(), "Required: " + guard.condition() + "."));
    }
}
