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

    /** Foretells. Refusals: ILLEGAL_TRANSITION, RULED_POINTS_INVALID, CLOSURE_NOT_ENUMERATED. */
    public static Outcome<Preview> preview(
            ShopFile file, Penalty penalty, Verdict verdict, OptionalInt points, IdSource ids, Instant now) {
        Optional<Refusal> state = penalty.refuses(PenaltyCommand.CORRECT);
        if (state.isPresent()) {
            return Outcome.refused(state.get());
        }
        int target =
                switch (verdict) {
                    case UPHOLD -> penalty.points();
                    case OVERTURN -> 0;
                    case PARTIAL -> points.orElse(-1);
                };
        if (target < 0 || target > penalty.points() || (verdict == Verdict.PARTIAL && target == 0)) {
            return Outcome.refused(
                    PenaltyRefusal.RULED_POINTS_INVALID,
                    "A partial ruling leaves at least 1 point and at most the " + penalty.points() + " there are.");
        }
        if (exceedsClosedList(file, penalty, target)) {
            return Outcome.refused(
                    PenaltyRefusal.CLOSURE_NOT_ENUMERATED,
                    "More than the cap of one decision cannot stand without a clause of the closed list.");
        }
        if (target == penalty.points() && verdict != Verdict.OVERTURN) {
            return Outcome.done(new Preview(List.of(), target, target, List.of(), live(file, penalty.id())));
        }
        return Outcome.done(foretell(file, penalty, target, ids, now));
    }

    private static Preview foretell(ShopFile file, Penalty penalty, int target, IdSource ids, Instant now) {
        ShopDraft draft = new ShopDraft(file, ids);
        Correcting.correct(draft, penalty.id(), target, FORETOLD, now);
        ShopChange change = draft.change();
        List<EffectLine> lines = new ArrayList<>();
        List<Measure> ended = new ArrayList<>();
        lines.add(new EffectLine.Points(ids.next("eff"), FORETOLD, penalty.id(), target));
        for (Measure before : file.measures()) {
            Measure after = change.after().measure(before.id()).orElseThrow();
            if (before.state().live() && !after.state().live()) {
                lines.add(new EffectLine.MeasureState(ids.next("eff"), FORETOLD, after.id(), after.state()));
                ended.add(after);
            }
        }
        return new Preview(lines, penalty.points(), target, ended, live(change.after(), penalty.id()));
    }

    private static List<Measure> live(ShopFile file, String penaltyId) {
        return file.measuresOf(penaltyId).stream()
                .filter(measure -> measure.state() != Measure.State.LIFTED && measure.state() != Measure.State.REVERSED)
                .toList();
    }

    /**
     * Applies a ruling: its lines (those not applied before), then the penalty is final and its appeal over. A measure
     * line is answered only when the marketplace has confirmed.
     */
    public static ShopChange apply(
            ShopFile file, String penaltyId, String caseId, List<EffectLine> newLines, IdSource ids, Instant at) {
        ShopDraft draft = new ShopDraft(file, ids);
        for (EffectLine line : newLines) {
            if (line instanceof EffectLine.Points points) {
                applyPoints(draft, penaltyId, points, at);
            }
        }
        for (EffectLine line : newLines) {
            if (line instanceof EffectLine.MeasureState measure) {
                applyMeasure(draft, penaltyId, measure);
            }
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

    private static void applyMeasure(ShopDraft draft, String penaltyId, EffectLine.MeasureState line) {
        Optional<Measure> measure = draft.now().measure(line.subject());
        if (measure.isEmpty()) {
            answer(draft, penaltyId, line, EffectResult.FAILED, "no such measure in this shop");
        } else if (measure.get().state().live()) {
            answer(draft, line, EffectResult.SUPERSEDED, "other points justify the measure");
        } else if (measure.get().state() != line.state()) {
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
