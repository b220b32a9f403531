package io.redress.penalties.domain.rulebook;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one violation carries before the cap: the clause of the version in force at the act, or of a later version that
 * is milder for the same factors; never above the older one.
 *
 * @param points by tariff
 */
public record Assessment(Rulebook rulebook, Clause clause, int points) {

    /**
     * What a proposal asks for.
     *
     * @param points optional on a fixed tariff, required in a range
     * @param factors by name, as the tariff names them
     * @param factorReasons why the factors lead to these points
     */
    public record Request(
            String clauseId,
            Instant actFrom,
            OptionalInt points,
            Map<String, String> factors,
            Optional<String> factorReasons) {}

    /**
     * Judges a request. Above the cap without a clause of the closed list is refused before anything about the tariff.
     */
    public static Outcome<Assessment> of(Rulebooks rulebooks, Request request, Instant now) {
        return clauseAtAct(rulebooks, request).flatMap(base -> {
            if (!base.clause().closureEligible()
                    && request.points().orElse(0) > base.rulebook().singleDecisionCap()) {
                return Outcome.refused(
                        PenaltyRefusal.CLOSURE_NOT_ENUMERATED,
                        "Clause " + request.clauseId() + " is not on the closed list; one decision carries at most "
                                + base.rulebook().singleDecisionCap() + " points without it.");
            }
            Outcome<Assessment> byOlder = base.strictly(request);
            return milder(rulebooks, base, byOlder, request, now)
                    .map(Outcome::done)
                    .orElse(byOlder);
        });
    }

    /** The clause as an imported penalty cites it: its tariff at the act, whatever points the import carries. */
    public static Outcome<Assessment> clauseAtAct(Rulebooks rulebooks, Request request) {
        Optional<Rulebook> rulebook = rulebooks.inForceAt(request.actFrom());
        Optional<Clause> clause = rulebook.flatMap(found -> found.clause(request.clauseId()));
        if (clause.isEmpty()) {
            return Outcome.refused(
                    PenaltyRefusal.CLAUSE_NOT_IN_FORCE,
                    "No clause " + request.clauseId() + " was in force when the act happened.");
        }
        Tariff tariff = clause.get().tariff();
        return Outcome.done(new Assessment(rulebook.get(), clause.get(), tariff.highest()));
    }

    private static Optional<Assessment> milder(
            Rulebooks rulebooks, Assessment base, Outcome<Assessment> byOlder, Request request, Instant now) {
        int ceiling =
                byOlder instanceof Outcome.Done<Assessment> done ? done.value().points() : base.points();
        Assessment mildest = null;
        for (Rulebook later : rulebooks.laterThan(base.rulebook(), now)) {
            Optional<Clause> clause = later.clause(request.clauseId());
            if (clause.isEmpty()) {
                continue;
            }
            Assessment candidate =
                    new Assessment(later, clause.get(), clause.get().tariff().highest());
            Optional<Assessment> given = byOlder instanceof Outcome.Done<Assessment>
                    ? candidate.leniently(request)
                    : done(candidate.strictly(request));
            if (given.isPresent()
                    && given.get().points() < ceiling
                    && (mildest == null || given.get().points() < mildest.points())) {
                mildest = given.get();
            }
        }
        return Optional.ofNullable(mildest);
    }

    private static Optional<Assessment> done(Outcome<Assessment> outcome) {
        return outcome instanceof Outcome.Done<Assessment> done ? Optional.of(done.value()) : Optional.empty();
    }

    /** What this version gives for points that were right under the older one. */
    private Optional<Assessment> leniently(Request request) {
        if (clause.tariff() instanceof Tariff.Fixed fixed) {
            return Optional.of(new Assessment(rulebook, clause, fixed.points()));
        }
        Tariff.Range range = (Tariff.Range) clause.tariff();
        if (request.points().isEmpty() || !reasoned(range, request)) {
            return Optional.empty();
        }
        int within =
                Math.max(range.min(), Math.min(range.max(), request.points().getAsInt()));
        return Optional.of(new Assessment(rulebook, clause, within));
    }

    private Outcome<Assessment> strictly(Request request) {
        if (clause.tariff() instanceof Tariff.Fixed fixed) {
            if (request.points().isPresent() && request.points().getAsInt() != fixed.points()) {
                return Outcome.refused(
                        PenaltyRefusal.TARIFF_MISMATCH,
                        "Clause " + clause.id() + " carries " + fixed.points() + " points.");
            }
            return Outcome.done(new Assessment(rulebook, clause, fixed.points()));
        }
        Tariff.Range range = (Tariff.Range) clause.tariff();
        List<Refusal.Wrong> unknown = unknownFactors(range, request);
        if (!unknown.isEmpty()) {
            return Outcome.refused(Refusal.of(
                            PenaltyRefusal.UNKNOWN_FACTOR,
                            "Clause " + clause.id() + " is weighed by its factors " + String.join(", ", range.factors())
                                    + ", and by no other.")
                    .at(unknown));
        }
        if (request.points().isEmpty() || !reasoned(range, request)) {
            return Outcome.refused(
                    PenaltyRefusal.POINTS_NOT_REASONED,
                    "Clause " + clause.id() + " needs points and reasons, by its factors "
                            + String.join(", ", range.factors()) + ".");
        }
        int points = request.points().getAsInt();
        if (points < range.min() || points > range.max()) {
            return Outcome.refused(
                    PenaltyRefusal.TARIFF_MISMATCH,
                    "Clause " + clause.id() + " carries " + range.min() + " to " + range.max() + " points.");
        }
        return Outcome.done(new Assessment(rulebook, clause, points));
    }

    private static List<Refusal.Wrong> unknownFactors(Tariff.Range range, Request request) {
        return request.factors().keySet().stream()
                .filter(factor -> !range.factors().contains(factor))
                .sorted()
                .map(factor -> new Refusal.Wrong(
                        "/factors/" + factor.replace("~", "~0").replace("/", "~1"), "no factor of this clause"))
                .toList();
    }

    /** A range is reasoned when the caller weighed at least one of its factors, no other, and said why. */
    private static boolean reasoned(Tariff.Range range, Request request) {
        return request.factorReasons().filter(reasons -> !reasons.isBlank()).isPresent()
                && !request.factors().isEmpty()
                && range.factors().containsAll(request.factors().keySet());
    }
}
