package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.DecisionFold;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Assessment;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.rulebook.Threshold;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Foretells what a clause of a draft would do, as if it had been in force at the act; nothing comes of it. */
public final class Shadowing {

    private static final String NOT_OF_A_VIOLATION = "none";

    private Shadowing() {}

    /**
     * What it would do to the shop as it stands.
     *
     * @param tariff what the clause gives
     * @param points under the cap of the decision that it would join; none for a fact that is punished already
     * @param tallyBefore the points of the bucket as they stand
     * @param threshold the highest that they would cross
     * @param measures the kinds that it would bring
     * @param held whether the penalty would need a second person
     * @param punishedBy the penalty that stands for the same fact
     */
    public record Foretold(
            String bucket,
            int tariff,
            int points,
            int tallyBefore,
            OptionalInt threshold,
            List<String> measures,
            boolean held,
            Optional<String> punishedBy) {

        public Foretold {
            measures = List.copyOf(measures);
        }
    }

    /**
     * Refusals: those of {@link Proposing}, but that a fact which is punished already is no refusal.
     *
     * @param proposal of one violation
     */
    public static Outcome<Foretold> foretell(ShopFile file, RulebookForm draft, Proposal proposal, Instant now) {
        Proposal.Charge charge = proposal.charges().get(0);
        Instant act = charge.request().actFrom();
        Rulebooks onlyDraft = new Rulebooks(List.of(draft.dated(act, act).rulebook()));
        Outcome<Assessment> assessed = Assessment.of(onlyDraft, charge.request(), now);
        if (assessed instanceof Outcome.Refused<Assessment> refused) {
            return Outcome.refused(ChargeRefusals.of(0, refused.refusal()));
        }
        Assessment assessment = ((Outcome.Done<Assessment>) assessed).value();
        Violation violation = Proposing.violation(NOT_OF_A_VIOLATION, charge, assessment, false);
        Optional<Refusal> refusal = Proposing.refusal(file, proposal, List.of(violation), now);
        Optional<Refusal> punished = refusal.filter(found -> found.code() == PenaltyRefusal.FACT_ALREADY_PUNISHED);
        if (refusal.isPresent() && punished.isEmpty()) {
            return Outcome.refused(refusal.get());
        }
        return Outcome.done(foretold(
                file,
                proposal,
                assessment.rulebook(),
                violation,
                punished.map(found -> found.attributes().get("penaltyId")),
                now));
    }

    private static Foretold foretold(
            ShopFile file,
            Proposal proposal,
            Rulebook rulebook,
            Violation violation,
            Optional<String> punishedBy,
            Instant now) {
        int before = file.tally(violation.bucket(), now, now);
        int points = punishedBy.isPresent() ? 0 : points(file, proposal, rulebook, violation);
        Optional<Threshold> crossed = rulebook.thresholds().stream()
                .filter(threshold -> threshold.bucket().equals(violation.bucket()))
                .filter(threshold -> before < threshold.points() && threshold.points() <= before + points)
                .max(Comparator.comparingInt(Threshold::points));
        List<String> measures = crossed.map(Threshold::orders).orElseGet(List::of).stream()
                .map(Threshold.Order::kind)
                .toList();
        return new Foretold(
                violation.bucket(),
                violation.tariff(),
                points,
                before,
                crossed.map(threshold -> OptionalInt.of(threshold.points())).orElseGet(OptionalInt::empty),
                measures,
                measures.stream().anyMatch(rulebook::held),
                punishedBy);
    }

    private static int points(ShopFile file, Proposal proposal, Rulebook rulebook, Violation violation) {
        List<Penalty> decision = DecisionFold.joined(file.penalties(), proposal.investigationId(), violation.actFrom())
                .map(file::decision)
                .orElseGet(List::of);
        return DecisionFold.further(decision, violation, rulebook.singleDecisionCap());
    }
}
