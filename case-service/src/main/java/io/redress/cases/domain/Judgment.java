package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The ruling and what follows from it. */
public final class Judgment {

    private Judgment() {}

    /**
     * Rules as drafted. With effect lines the case is executing afterwards, without any it is closed; a conditional ruling
     * waits for its conditions.
     *
     * @param effectsWithin how long an effect's owner has to answer
     */
    public static Outcome<CaseChange> rule(
            CaseFile file,
            Actor actor,
            String rulingId,
            String draftId,
            List<ViolationRuling> violations,
            Duration effectsWithin,
            Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.RULE, actor, now)
                .or(() -> Reasons.refusal(file, violations))
                .or(() -> draftRefusal(file, draftId, violations))
                .or(() -> OutcomeRules.transferRefusal(
                        file, file.proceedings().draft().orElseThrow().outcome()))
                .or(() -> Conditions.refusal(file, now));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Draft draft = file.proceedings().draft().orElseThrow();
        Ruling ruling = new Ruling(rulingId, draftId, draft.outcome(), violations, actor.id(), now);
        List<CaseEvent> events = new ArrayList<>(List.of(new CaseEvent.RulingIssued(ruling, List.of())));
        if (draft.terms().isPresent()) {
            CaseFile conditional =
                    file.with(file.proceedings().with(ruling, List.of())).with(CaseStatus.RULED);
            return Outcome.done(new CaseChange(follow(conditional, CaseCommand.AWAIT_CONDITIONS), events));
        }
        List<EffectLine> ordered = draft.effects().stream()
                .map(line -> line.ordered(now.plus(effectsWithin)))
                .toList();
        CaseFile ruled = file.with(file.proceedings().with(ruling, ordered)).with(CaseStatus.RULED);
        ordered.stream()
                .filter(line -> line.kind() == EffectKind.TRANSFER)
                .forEach(line -> events.add(new CaseEvent.ShopTransferOrdered(rulingId, line, Optional.empty())));
        return Outcome.done(executed(ruled, actor.id(), now, events));
    }

    /** Executes the lines that are ordered now; without any the case is closed. */
    static CaseChange executed(CaseFile ruled, String by, Instant now, List<CaseEvent> events) {
        return ruled.proceedings().effects().isEmpty()
                ? closedWhenSettled(ruled, by, now, events)
                : new CaseChange(follow(ruled, CaseCommand.EXECUTE), events);
    }

    /**
     * Takes an effect owner's answer. What is settled already stays as it is: the answer is a repetition. The last
     * line that is settled closes the case.
     */
    public static Outcome<CaseChange> confirmEffect(
            CaseFile file, String effectId, EffectState result, Optional<String> reason, String by, Instant now) {
        Optional<EffectLine> line = line(file, effectId);
        if (line.isPresent() && line.get().state().settled()) {
            return Outcome.done(new CaseChange(file, List.of()));
        }
        Optional<Transition> row = CaseTransitions.find(file.status(), CaseCommand.CONFIRM_EFFECT);
        if (row.isEmpty() || line.isEmpty()) {
            return Outcome.refused(CaseAdmission.illegal(file, CaseCommand.CONFIRM_EFFECT));
        }
        CaseFile confirmed = change(file, effectId, answered -> answered.answered(result, reason, now));
        List<CaseEvent> events =
                new ArrayList<>(List.of(new CaseEvent.EffectConfirmed(effectId, result, Optional.empty())));
        return Outcome.done(closedWhenSettled(confirmed, by, now, events));
    }

    /** Marks a line whose owner has not answered in time; an answer is still taken. */
    public static Outcome<CaseChange> overdue(CaseFile file, String effectId) {
        Optional<EffectLine> line =
                line(file, effectId).filter(late -> !late.state().settled() && !late.overdue());
        if (line.isEmpty()) {
            return Outcome.done(new CaseChange(file, List.of()));
        }
        if (CaseTransitions.find(file.status(), CaseCommand.EFFECT_OVERDUE).isEmpty()) {
            return Outcome.refused(CaseAdmission.illegal(file, CaseCommand.EFFECT_OVERDUE));
        }
        Instant dueAt = line.get().dueAt().orElseThrow();
        CaseFile late = change(file, effectId, EffectLine::late);
        return Outcome.done(new CaseChange(late, List.of(new CaseEvent.EffectOverdue(effectId, dueAt))));
    }

    static CaseChange closedWhenSettled(CaseFile file, String by, Instant now, List<CaseEvent> events) {
        boolean settled = file.proceedings().effects().stream()
                .allMatch(line -> line.state().settled());
        if (!settled) {
            return new CaseChange(file, events);
        }
        events.add(new CaseEvent.CaseClosed());
        Ending ending = new Ending(by, now, true, Optional.empty());
        return new CaseChange(follow(file.with(file.proceedings().with(ending)), CaseCommand.CLOSE), events);
    }

    static CaseFile follow(CaseFile file, CaseCommand command) {
        return file.with(
                CaseTransitions.find(file.status(), command).orElseThrow().to());
    }

    private static Optional<EffectLine> line(CaseFile file, String effectId) {
        return file.proceedings().effects().stream()
                .filter(line -> line.effectId().equals(effectId))
                .findFirst();
    }

    private static CaseFile change(CaseFile file, String effectId, UnaryOperator<EffectLine> change) {
        return file.with(file.proceedings()
                .with(file.proceedings().effects().stream()
                        .map(line -> line.effectId().equals(effectId) ? change.apply(line) : line)
                        .toList()));
    }

    private static Optional<Refusal> draftRefusal(CaseFile file, String draftId, List<ViolationRuling> violations) {
        Draft draft = file.proceedings().draft().orElseThrow();
        boolean asDrafted =
                draft.draftId().equals(draftId) && outcomes(draft.violations()).equals(outcomes(violations));
        return asDrafted
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        CaseRefusal.INCONSISTENT_WITH_DRAFT,
                        "A ruling decides each violation as the current draft does; otherwise issue another draft."));
    }

    private static Map<String, RulingOutcome> outcomes(List<ViolationRuling> violations) {
        return violations.stream().collect(Collectors.toMap(ViolationRuling::violationId, ViolationRuling::outcome));
    }
}
