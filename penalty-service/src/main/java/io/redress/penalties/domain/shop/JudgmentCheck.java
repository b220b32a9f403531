package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import java.util.List;
import java.util.Optional;

/** That a ruling leaves a part of the points that there are, and lifts measures that the penalty has. */
final class JudgmentCheck {

    private JudgmentCheck() {}

    /** RULED_POINTS_INVALID, RULED_MEASURES_INVALID, ILLEGAL_TRANSITION; empty when it can be decided so. */
    static Optional<Refusal> refusal(ShopFile file, Penalty penalty, Ruling.Judgment judgment) {
        return pointsRefusal(penalty, judgment).or(() -> measuresRefusal(file, penalty, judgment));
    }

    private static Optional<Refusal> pointsRefusal(Penalty penalty, Ruling.Judgment judgment) {
        if (judgment.verdict() != Ruling.Verdict.PARTIAL) {
            return Optional.empty();
        }
        if (judgment.points().isEmpty()) {
            return judgment.measuresLifted().isEmpty()
                    ? Optional.of(Refusal.of(
                            PenaltyRefusal.RULED_POINTS_INVALID,
                            "A partial ruling says how many points it leaves, or which measures it lifts."))
                    : Optional.empty();
        }
        int points = judgment.points().getAsInt();
        return points < 1 || points > penalty.points()
                ? Optional.of(Refusal.of(
                        PenaltyRefusal.RULED_POINTS_INVALID,
                        "A partial ruling leaves at least 1 point and at most the " + penalty.points() + " there are."))
                : Optional.empty();
    }

    private static Optional<Refusal> measuresRefusal(ShopFile file, Penalty penalty, Ruling.Judgment judgment) {
        List<String> lifted = judgment.measuresLifted();
        if (!lifted.isEmpty() && judgment.verdict() != Ruling.Verdict.PARTIAL) {
            return Optional.of(Refusal.of(
                    PenaltyRefusal.RULED_MEASURES_INVALID,
                    "Measures are named with PARTIAL; otherwise they follow from the points."));
        }
        for (int i = 0; i < lifted.size(); i++) {
            Optional<Measure> measure = Ruling.measureOf(file, penalty.id(), lifted.get(i));
            if (measure.isEmpty() || lifted.indexOf(lifted.get(i)) < i) {
                String detail = "Each measure is one of this penalty, and named once.";
                return Optional.of(Refusal.of(PenaltyRefusal.RULED_MEASURES_INVALID, detail)
                        .at(List.of(new Refusal.Wrong("/measuresLifted/" + i, detail))));
            }
            Measure.State state = measure.get().state();
            if (!state.live()) {
                return Optional.of(
                        Refusal.of(PenaltyRefusal.ILLEGAL_TRANSITION, "A measure that is " + state + " is not lifted.")
                                .with("currentStatus", state.name()));
            }
        }
        return Optional.empty();
    }
}
