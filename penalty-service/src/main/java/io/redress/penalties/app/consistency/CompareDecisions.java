package io.redress.penalties.app.consistency;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.consistency.ComparableFacts;
import io.redress.penalties.domain.consistency.Comparison;
import io.redress.penalties.domain.consistency.Distribution;
import io.redress.penalties.domain.consistency.RangedDecision;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Assessment;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Tariff;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same facts, the same penalty: points inside a range are put beside what was decided on the same clause and factors,
 * and whoever leaves the usual band says why. Refusal: DEVIATION_NOT_REASONED. Two proposals at the same time do not see
 * each other, nor those of the last minute where there are many, as {@link KeptDistributions} says; imports are not
 * compared.
 */
public final class CompareDecisions {

    private final RangedDecisions decisions;
    private final KeptDistributions distributions;
    private final Duration period;
    private final int enough;

    /**
     * @param period over which decisions are compared
     * @param enough so many comparable decisions make a usual band
     */
    public CompareDecisions(RangedDecisions decisions, KeptDistributions distributions, Duration period, int enough) {
        this.decisions = decisions;
        this.distributions = distributions;
        this.period = period;
        this.enough = enough;
    }

    /**
     * What a proposal would be beside.
     *
     * @param since from when decisions are compared
     * @param enough so many comparable decisions make a usual band
     * @param comparison empty when the tariff leaves no choice
     */
    public record Preview(Assessment assessment, Instant since, int enough, Optional<Comparison> comparison) {}

    public Future<Outcome<Preview>> preview(Assessment.Request request, Rulebooks rulebooks, Instant now, Tx tx) {
        Outcome<Assessment> assessed = Assessment.of(rulebooks, request, now);
        if (assessed instanceof Outcome.Refused<Assessment> refused) {
            return Future.succeededFuture(Outcome.refused(refused.refusal()));
        }
        Assessment assessment = ((Outcome.Done<Assessment>) assessed).value();
        Optional<ComparableFacts> facts = facts(assessment.clause(), request.factors());
        Future<Optional<Comparison>> comparison = facts.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : compared(facts.get(), assessment.points(), now, tx).map(Optional::of);
        return comparison.map(found -> Outcome.done(new Preview(assessment, now.minus(period), enough, found)));
    }

    /**
     * What is kept of a new penalty's choices, or why they are refused.
     *
     * @param reasons for leaving the usual band, by violation
     */
    public Future<Outcome<Write>> check(
            Penalty penalty, List<Optional<String>> reasons, Rulebooks rulebooks, Instant now, Tx tx) {
        Future<Outcome<Write>> checked = Future.succeededFuture(Outcome.done(Write.none()));
        if (penalty.imported()) {
            return checked;
        }
        for (int i = 0; i < penalty.violations().size(); i++) {
            int index = i;
            checked = checked.compose(outcome -> outcome instanceof Outcome.Done<Write> before
                    ? one(penalty, index, reasons.get(index), rulebooks, now, tx)
                            .map(kept -> kept.map(before.value()::and))
                    : Future.succeededFuture(outcome));
        }
        return checked;
    }

    private Future<Outcome<Write>> one(
            Penalty penalty, int index, Optional<String> reasons, Rulebooks rulebooks, Instant now, Tx tx) {
        Violation violation = penalty.violations().get(index);
        Rulebook rulebook = rulebooks.version(violation.rulebookVersion()).orElseThrow();
        Optional<ComparableFacts> facts =
                rulebook.clause(violation.clauseId()).flatMap(clause -> facts(clause, violation.factors()));
        if (facts.isEmpty()) {
            return Future.succeededFuture(Outcome.done(Write.none()));
        }
        return compared(facts.get(), violation.assessed(), now, tx)
                .map(comparison -> comparison.outside() && reasons.isEmpty()
                        ? Outcome.refused(unreasoned(index, comparison))
                        : Outcome.done(decisions.insert(new RangedDecision(
                                violation.id(),
                                penalty.id(),
                                facts.get(),
                                penalty.basis().proposedBy(),
                                now,
                                comparison,
                                reasons))));
    }

    private Future<Comparison> compared(ComparableFacts facts, int points, Instant now, Tx tx) {
        return distributions
                .of(facts, now.minus(period), now, tx)
                .map(byPoints -> Comparison.of(points, byPoints, enough));
    }

    private static Optional<ComparableFacts> facts(Clause clause, Map<String, String> factors) {
        return clause.tariff() instanceof Tariff.Range range
                ? Optional.of(new ComparableFacts(clause.id(), range.min(), range.max(), factors))
                : Optional.empty();
    }

    private static Refusal unreasoned(int index, Comparison comparison) {
        Distribution usual = comparison.decisions().orElseThrow();
        String detail = "Of " + usual.decisions() + " comparable decisions most gave " + usual.tenth() + " to "
                + usual.ninetieth() + " points; say why this one gives " + comparison.points() + ".";
        return Refusal.of(PenaltyRefusal.DEVIATION_NOT_REASONED, detail)
                .with("comparable", Integer.toString(usual.decisions()))
                .with("usualFrom", Integer.toString(usual.tenth()))
                .with("usualTo", Integer.toString(usual.ninetieth()))
                .at(List.of(new Refusal.Wrong("/violations/" + index + "/deviationReasons", detail)));
    }
}
