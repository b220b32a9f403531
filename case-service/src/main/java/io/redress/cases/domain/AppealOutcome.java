package io.redress.cases.domain;

import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.kit.outcome.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * That what is decided on a penalty as a whole follows from what is decided on its violations: nobody reads that his act was
 * not proven and keeps the penalty for it, or the other way round. Limit: how many points each violation is worth is not
 * looked at; a conditional ruling may say of a violation what follows when its conditions are fulfilled.
 */
final class AppealOutcome {

    private AppealOutcome() {}

    /** Why these do not go together; empty when they do. */
    static Optional<Refusal> refusal(DraftContent content) {
        Set<RulingOutcome> each = content.violations().stream()
                .map(ViolationRuling::outcome)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RulingOutcome.class)));
        boolean follows =
                switch (content.outcome()) {
                    case UPHOLD, OVERTURN -> each.equals(EnumSet.of(content.outcome()));
                    case PARTIAL -> !each.contains(RulingOutcome.CONDITIONAL) && reduces(each);
                    case CONDITIONAL -> true;
                    case GRANT, PARTLY_GRANT, DENY -> false;
                };
        if (!follows) {
            return refuse("Upheld or overturned as a whole is what every violation is; in part, where one is decided "
                    + "otherwise than another, or itself in part.");
        }
        boolean pointless = content.outcome() == RulingOutcome.UPHOLD || content.outcome() == RulingOutcome.OVERTURN;
        if (pointless && content.points().isPresent()) {
            return refuse("Points are said with PARTIAL; otherwise all of them are left, or none.");
        }
        return content.decided() != RulingOutcome.PARTIAL
                        && !content.measuresLifted().isEmpty()
                ? refuse("Measures are named with PARTIAL; otherwise they follow from the points.")
                : Optional.empty();
    }

    /** Why this is not decided in part: nothing changes. A case that was reopened may come to what it had come to. */
    static Optional<Refusal> unchanged(CaseFile file, DraftContent content) {
        Optional<Integer> whole = file.penalty().map(PenaltyUnderAppeal::points);
        boolean decided = content.decided() == RulingOutcome.PARTIAL
                && content.points().isPresent()
                && content.points().equals(whole)
                && content.measuresLifted().isEmpty()
                && content.moneyBack().isEmpty();
        boolean otherwise = content.terms()
                .flatMap(TermsContent::otherwisePoints)
                .filter(left -> whole.equals(Optional.of(left)))
                .isPresent();
        boolean again =
                file.proceedings().reopening().filter(Reopening::confirmed).isPresent();
        return (decided || otherwise) && !again
                ? refuse("What is decided in part changes something; where everything stays, it is UPHOLD.")
                : Optional.empty();
    }

    /** Something falls, and something is left. */
    private static boolean reduces(Set<RulingOutcome> each) {
        return each.contains(RulingOutcome.PARTIAL)
                || each.containsAll(EnumSet.of(RulingOutcome.UPHOLD, RulingOutcome.OVERTURN));
    }

    private static Optional<Refusal> refuse(String detail) {
        return Optional.of(Refusal.of(CaseRefusal.OUTCOME_MISMATCH, detail));
    }
}
