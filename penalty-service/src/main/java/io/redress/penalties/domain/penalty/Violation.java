package io.redress.penalties.domain.penalty;

import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One breach of one clause within a penalty.
 *
 * @param rulebookVersion the version it is judged by
 * @param tariff what the clause gives for it
 * @param assessed what it asks for before the cap: the tariff, or an import's own figure
 * @param points what it carries after cap and rulings; the lesser of what it asks for and what is left
 * @param actFrom first instant of the act
 * @param actTo last instant of the act, inclusive
 * @param unintentional why it was not intended, as the proposal states it; the merchant reads it
 */
public record Violation(
        String id,
        String clauseId,
        int rulebookVersion,
        String bucket,
        int tariff,
        int assessed,
        int points,
        boolean closureEligible,
        String actKind,
        Instant actFrom,
        Instant actTo,
        List<ObjectRef> objects,
        Facts facts,
        Map<String, String> factors,
        Optional<String> factorReasons,
        Optional<Text> unintentional) {

    public Violation {
        objects = List.copyOf(objects);
        factors = Map.copyOf(factors);
    }

    public Violation withPoints(int carried) {
        return new Violation(
                id,
                clauseId,
                rulebookVersion,
                bucket,
                tariff,
                assessed,
                carried,
                closureEligible,
                actKind,
                actFrom,
                actTo,
                objects,
                facts,
                factors,
                factorReasons,
                unintentional);
    }

    /** True when both punish one fact: act kind, an object and a moment in common. */
    public boolean sameFactAs(Violation other) {
        return actKind.equals(other.actKind)
                && objects.stream().anyMatch(other.objects::contains)
                && !actFrom.isAfter(other.actTo)
                && !other.actFrom.isAfter(actTo);
    }
}
