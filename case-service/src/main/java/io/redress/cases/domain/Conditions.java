package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of a conditional ruling: every condition fulfilled brings the effects of the draft, the first that lapses
 * brings the others. Nobody decides anything here; the ruling has.
 */
public final class Conditions {

    private final CaseFile file;
    private final String by;
    private final Duration effectsWithin;
    private final Instant now;

    private Conditions(CaseFile file, String by, Duration effectsWithin, Instant now) {
        this.file = file;
        this.by = by;
        this.effectsWithin = effectsWithin;
        this.now = now;
    }

    /**
     * @param by who says so
     * @param effectsWithin how long an effect's owner has to answer
     */
    public static Conditions of(CaseFile file, String by, Duration effectsWithin, Instant now) {
        return new Conditions(file, by, effectsWithin, now);
    }

    /** A condition whose time is over before the ruling cannot be ruled. */
    static Optional<Refusal> refusal(CaseFile file, Instant now) {
        boolean over = file.proceedings().terms().stream()
                .flatMap(terms -> terms.conditions().stream())
                .anyMatch(condition -> !condition.fulfilBy().isAfter(now));
        return over
                ? Optional.of(Refusal.of(
                        CaseRefusal.CONDITION_INVALID,
                        "The time of a condition is over; issue another draft with a later one."))
                : Optional.empty();
    }

    /**
     * Takes what verifiers have reported; what was achieved since the draft was shown counts. A report of something else,
     * a second one, or one that comes after the terms are settled changes nothing.
     */
    public CaseChange reported(List<MilestoneReport> reports) {
        CaseFile changed = file;
        List<CaseEvent> events = new ArrayList<>();
        for (MilestoneReport report : reports) {
            Optional<Condition> met = waiting(changed)
                    .filter(condition -> condition.metBy(report, file, draft().issuedAt()))
                    .findFirst();
            if (met.isPresent()) {
                Condition fulfilled = met.get().fulfilled(report.verificationId(), now);
                changed = with(changed, fulfilled);
                events.add(new CaseEvent.ConditionFulfilled(fulfilled));
            }
        }
        if (events.isEmpty() || !terms(changed).allFulfilled()) {
            return new CaseChange(changed, events);
        }
        events.add(new CaseEvent.ConditionalRulingFulfilled());
        return settled(changed, draft().effects(), events);
    }

    /** A condition's time to be reported is over. One that is settled, or no longer waited for, changes nothing. */
    public CaseChange lapsed(String conditionId) {
        Optional<Condition> pending = waiting(file)
                .filter(condition -> condition.conditionId().equals(conditionId))
                .findFirst();
        if (pending.isEmpty()) {
            return new CaseChange(file, List.of());
        }
        Condition over = pending.get().lapsed(now);
        CaseFile changed = with(file, over);
        List<CaseEvent> events = new ArrayList<>(List.of(new CaseEvent.ConditionalRulingLapsed(over)));
        return settled(changed, terms(changed).otherwiseEffects(), events);
    }

    private CaseChange settled(CaseFile changed, List<EffectLine> lines, List<CaseEvent> events) {
        List<EffectLine> ordered = lines.stream()
                .map(line -> line.ordered(now.plus(effectsWithin)))
                .toList();
        CaseFile withLines = changed.with(changed.proceedings().with(ordered));
        return Judgment.executed(withLines, by, now, events);
    }

    private static Stream<Condition> waiting(CaseFile file) {
        return file.status() == CaseStatus.CONDITIONAL
                ? terms(file).conditions().stream().filter(Condition::pending)
                : Stream.empty();
    }

    private static CaseFile with(CaseFile file, Condition settled) {
        return file.with(file.proceedings().with(terms(file).change(settled.conditionId(), before -> settled)));
    }

    private Draft draft() {
        return file.proceedings().draft().orElseThrow();
    }

    private static Terms terms(CaseFile file) {
        return file.proceedings().terms().orElseThrow();
    }
}
