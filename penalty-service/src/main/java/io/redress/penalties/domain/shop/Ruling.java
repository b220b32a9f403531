package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.DecisionFold;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a ruling does to a penalty: foretold line by line, then applied line by line. */
public final class Ruling {

    private static final RulingRef FORETOLD = new RulingRef("", "");

    private Ruling() {}

    /** How the adjudicator decides on the penalty as a whole. */
    public enum Verdict {
        UPHOLD,
        OVERTURN,
        PARTIAL
    }

    /**
     * How it is decided in full.
     *
     * @param points left of the penalty, with PARTIAL; empty when all of them are
     * @param measuresLifted the penalty's measures that end whatever its points justify, with PARTIAL
     */
    public record Judgment(Verdict verdict, OptionalInt points, List<String> measuresLifted) {
        public Judgment {
            measuresLifted = List.copyOf(measuresLifted);
        }
    }

    /**
     * What would follow.
     *
     * @param lines to be pinned in the draft ruling; empty when nothing changes
     * @param ended the shop's measures that end
     * @param remaining the penalty's measures afterwards
     */
    public record Preview(
            List<EffectLine> lines, int pointsBefore, int pointsAfter, List<Measure> ended, List<Measure> remaining) {
        public Preview {
            lines = List.copyOf(lines);
            ended = List.copyOf(ended);
            remaining = List.copyOf(remaining);
        }
    }

    /** Foretells. Refusals: ILLEGAL_TRANSITION, RULED_POINTS_INVALID, RULED_MEASURES_INVALID, CLOSURE_NOT_ENUMERATED. */
    public static Outcome<Preview> preview(
            ShopFile file, Penalty penalty, Judgment judgment, IdSource ids, Instant now) {
        Optional<Refusal> refusal =
                penalty.refuses(PenaltyCommand.CORRECT).or(() -> JudgmentCheck.refusal(file, penalty, judgment));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        int target = left(penalty, judgment);
        if (exceedsClosedList(file, penalty, target)) {
            return Outcome.refused(
                    PenaltyRefusal.CLOSURE_NOT_ENUMERATED,
                    "More than the cap of one decision cannot stand without a clause of the closed list.");
        }
        return Outcome.done(foretell(file, penalty, judgment, ids, now));
    }

    private static int left(Penalty penalty, Judgment judgment) {
        return switch (judgment.verdict()) {
            case UPHOLD -> penalty.points();
            case OVERTURN -> 0;
            case PARTIAL -> judgment.points().orElse(penalty.points());
        };
    }

    static Optional<Measure> measureOf(ShopFile file, String penaltyId, String measureId) {
        return file.measure(measureId).filter(measure -> measure.penaltyId().equals(penaltyId));
    }

    private static Preview foretell(ShopFile file, Penalty penalty, Judgment judgment, IdSource ids, Instant now) {
        int target = left(penalty, judgment);
        ShopDraft draft = new ShopDraft(file, ids);
        List<EffectLine> lines = new ArrayList<>();
        judgment.measuresLifted().forEach(id -> name(draft, penalty.id(), id));
        if (target != penalty.points() || judgment.verdict() == Verdict.OVERTURN) {
            Correcting.correct(draft, penalty.id(), target, FORETOLD, now);
            lines.add(new EffectLine.Points(ids.next("eff"), FORETOLD, penalty.id(), target));
        }
        judgment.measuresLifted().forEach(id -> lift(draft, id, now));
        ShopChange change = draft.change();
        List<Measure> ended = new ArrayList<>();
        for (Measure before : file.measures()) {
            Measure after = change.after().measure(before.id()).orElseThrow();
            if (before.state().live() && !after.state().live()) {
                lines.add(new EffectLine.MeasureState(
                        ids.next("eff"), FORETOLD, after.id(), after.state(), after.byRuling()));
                ended.add(after);
            }
        }
        return new Preview(
                lines, penalty.points(), target, ended, change.after().remaining(penalty.id()));
    }

    /** From here on no points justify it, and nothing brings it back. One that has ended is left alone. */
    private static void name(ShopDraft draft, String penaltyId, String measureId) {
        measureOf(draft.now(), penaltyId, measureId)
                .filter(measure -> measure.state().live())
                .ifPresent(measure -> draft.annotate(measure.namedByRuling()));
    }

    /** Ends a measure that was named and that the points have not ended. */
    private static void lift(ShopDraft draft, String measureId, Instant at) {
        draft.now()
                .measure(measureId)
                .filter(measure -> measure.byRuling() && measure.state().live())
                .ifPresent(measure -> draft.end(measure.takenBack(at), at));
    }

    /**
     * Applies a ruling: its lines (those not applied before), then the penalty is final and its appeal over. A measure
     * line is answered only when the marketplace has confirmed.
     */
    public static ShopChange apply(
            ShopFile file, String penaltyId, String caseId, List<EffectLine> newLines, IdSource ids, Instant at) {
        ShopDraft draft = new ShopDraft(file, ids);
        List<EffectLine.MeasureState> measures = newLines.stream()
                .filter(EffectLine.MeasureState.class::isInstance)
                .map(EffectLine.MeasureState.class::cast)
                .toList();
        measures.stream()
                .filter(EffectLine.MeasureState::byRuling)
                .forEach(line -> name(draft, penaltyId, line.subject()));
        for (EffectLine line : newLines) {
            if (line instanceof EffectLine.Points points) {
                applyPoints(draft, penaltyId, points, at);
            }
        }
        measures.forEach(line -> applyMeasure(draft, penaltyId, line, at));
        if (measures.stream().anyMatch(EffectLine.MeasureState::byRuling)) {
            PointsCleared.expire(draft, penaltyId, at);
        }
        Finality.finalise(draft, penaltyId, at);
        Appeal.end(draft, penaltyId, caseId, at);
        return draft.change();
    }

    private static void applyPoints(ShopDraft draft, String penaltyId, EffectLine.Points line, Instant at) {
        Penalty penalty = draft.penalty(line.subject());
        if (penalty == null) {
            answer(draft, penaltyId, line, EffectResult.FAILED, "no such penalty in this shop");
        } else if (there(penalty, line)) {
            answer(draft, line, EffectResult.APPLIED, null);
        } else if (penalty.refuses(PenaltyCommand.CORRECT).isPresent() || penalty.points() < line.points()) {
            answer(draft, line, EffectResult.SUPERSEDED, "the penalty carries less already");
        } else if (exceedsClosedList(draft.now(), penalty, line.points())) {
            answer(draft, line, EffectResult.FAILED, PenaltyRefusal.CLOSURE_NOT_ENUMERATED.code());
        } else {
            Correcting.correct(draft, penalty.id(), line.points(), line.ruling(), at);
            answer(draft, line, EffectResult.APPLIED, null);
        }
    }

    /** Whether what the line orders is so already; no points is a reversal, and education is none. */
    private static boolean there(Penalty penalty, EffectLine.Points line) {
        return line.points() == 0
                ? penalty.refuses(PenaltyCommand.CORRECT).isPresent()
                : penalty.status().stands() && penalty.points() == line.points();
    }

    private static void applyMeasure(ShopDraft draft, String penaltyId, EffectLine.MeasureState line, Instant at) {
        if (line.byRuling()) {
            lift(draft, line.subject(), at);
        }
        Optional<Measure> measure = line.byRuling()
                ? measureOf(draft.now(), penaltyId, line.subject())
                : draft.now().measure(line.subject());
        if (measure.isEmpty()) {
            answer(draft, penaltyId, line, EffectResult.FAILED, "no such measure in this shop");
        } else if (measure.get().state().live()) {
            answer(draft, line, EffectResult.SUPERSEDED, "other points justify the measure");
        } else if (measure.get().state() != line.state() && !measure.get().byRuling()) {
            answer(
                    draft,
                    line,
                    EffectResult.SUPERSEDED,
                    "the measure is " + measure.get().state());
        } else if (!measure.get().begun() || measure.get().endConfirmed()) {
            answer(draft, line, EffectResult.APPLIED, null);
        }
    }

    static void answer(ShopDraft draft, EffectLine line, EffectResult result, String reason) {
        answer(draft, line.subject(), line, result, reason);
    }

    private static void answer(ShopDraft draft, String subject, EffectLine line, EffectResult result, String reason) {
        draft.say(new ShopEvent.EffectAnswered(subject, line, result, Optional.ofNullable(reason)));
    }

    /** More than the cap needs a clause of the closed list in the decision. */
    private static boolean exceedsClosedList(ShopFile file, Penalty penalty, int target) {
        return target
                > DecisionFold.cap(
                        file.decision(penalty.basis().decisionId()),
                        file.rulebookOf(penalty).singleDecisionCap());
    }
}
