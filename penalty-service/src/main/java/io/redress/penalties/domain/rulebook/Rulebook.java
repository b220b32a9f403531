package io.redress.penalties.domain.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One published version of the rules; immutable once registered.
 *
 * @param effectiveFrom acts from this instant on are judged by it
 * @param zone the platform's zone, for resets and for dates in texts
 * @param appealWindow from delivery of the statement of reasons
 * @param deemedDelivered after this long without a bounce a statement counts as delivered
 * @param singleDecisionCap the most points of one decision without a clause of the closed list
 * @param measures policy by measure kind
 * @param reliefWithin how long a duty adjudicator has to decide on interim relief
 * @param cureLookBack for how long behind its act an earlier breach of a clause makes the next one a repeat
 */
public record Rulebook(
        int version,
        Instant publishedAt,
        Instant effectiveFrom,
        ZoneId zone,
        Duration appealWindow,
        Duration deemedDelivered,
        int singleDecisionCap,
        ResetRule reset,
        ClosureByAccumulation closureByAccumulation,
        List<Threshold> thresholds,
        Map<String, MeasurePolicy> measures,
        List<Clause> clauses,
        Duration reliefWithin,
        Duration cureLookBack) {

    public Rulebook {
        thresholds = List.copyOf(thresholds);
        measures = Map.copyOf(measures);
        clauses = List.copyOf(clauses);
    }

    public Optional<Clause> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    public Optional<MeasurePolicy> policy(String kind) {
        return Optional.ofNullable(measures.get(kind));
    }

    /** What the merchant is told of an exception from advance notice. */
    public Optional<Text> withoutNotice(String kind) {
        return measures.values().stream()
                .flatMap(policy -> Optional.ofNullable(policy.withoutNotice().get(kind)).stream())
                .findFirst();
    }

    /** True when a measure of kind {@code outer} contains what kind {@code inner} does, or is the same kind. */
    public boolean includes(String outer, String inner) {
        return outer.equals(inner)
                || policy(outer)
                        .map(policy -> policy.includes().contains(inner))
                        .orElse(false);
    }

    /** True when a measure of this kind needs a second person's approval. */
    public boolean held(String kind) {
        return policy(kind).map(MeasurePolicy::held).orElse(false);
    }
}
