package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.TimeServed;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.rulebook.MeasurePolicy;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Interim relief: the advocate of the open case asks that a measure be suspended until the case has ended, a duty
 * adjudicator decides within a clock. Silence grants where the measure would be served before the ruling; otherwise the
 * request lapses, which decides nothing: it stays open and integrity is told.
 */
public final class MeasureRelief {

    private MeasureRelief() {}

    /** What is asked for, in the case that is open against the measure's penalty. */
    public record Request(String caseId, String askedBy, Text grounds) {}

    /** Refusals: RELIEF_NOT_AVAILABLE, ILLEGAL_TRANSITION, DUPLICATE. */
    public static Outcome<ShopChange> ask(ShopFile file, Measure measure, Request request, IdSource ids, Instant now) {
        Penalty penalty = file.penalty(measure.penaltyId()).orElseThrow();
        boolean goesOn = file.rulebookOf(penalty)
                .policy(measure.kind())
                .filter(policy -> policy.onAppeal() != MeasurePolicy.OnAppeal.CONTINUES)
                .isEmpty();
        if (goesOn) {
            return Outcome.refused(
                    PenaltyRefusal.RELIEF_NOT_AVAILABLE,
                    "By the rulebook a measure of kind " + measure.kind() + " goes on during an appeal.");
        }
        if (measure.suspension()
                .relief()
                .filter(earlier -> earlier.caseId().equals(request.caseId()))
                .isPresent()) {
            return Outcome.refused(PenaltyRefusal.DUPLICATE, "Relief from this measure was asked for in this case.");
        }
        if (measure.state() != Measure.State.IN_FORCE && measure.state() != Measure.State.SCHEDULED) {
            return Outcome.refused(Refusal.of(
                            PenaltyRefusal.ILLEGAL_TRANSITION,
                            "A measure that is " + measure.state() + " is not suspended.")
                    .with("currentStatus", measure.state().name()));
        }
        ShopDraft draft = new ShopDraft(file, ids);
        InterimRelief asked = new InterimRelief(
                draft.newId("rel"),
                request.caseId(),
                request.askedBy(),
                request.grounds(),
                now,
                now.plus(clock(measure, file.rulebookOf(penalty).reliefWithin(), now)),
                false,
                Optional.empty());
        annotate(draft, measure, asked);
        draft.say(new ShopEvent.InterimReliefAsked(draft.measure(measure.id()), asked));
        return Outcome.done(draft.change());
    }

    /** As the rulebook says, but never more than half of what is left of the measure: relief has to be worth having. */
    private static Duration clock(Measure measure, Duration within, Instant now) {
        return plannedEnd(measure)
                .map(end -> Duration.between(now, end).dividedBy(2))
                .filter(half -> half.compareTo(within) < 0)
                .orElse(within);
    }

    /** The duty adjudicator decides, in time or late. Refusals: OWN_CAUSE, ILLEGAL_TRANSITION. */
    public static Outcome<ShopChange> decide(
            ShopFile file, Measure measure, InterimRelief.Decision decision, IdSource ids) {
        InterimRelief asked = measure.suspension().relief().orElseThrow();
        Penalty penalty = file.penalty(measure.penaltyId()).orElseThrow();
        String person = decision.decidedBy().orElseThrow();
        if (penalty.punishedBy().contains(person) || person.equals(asked.askedBy())) {
            return Outcome.refused(
                    PenaltyRefusal.OWN_CAUSE,
                    "Whoever proposed or approved the penalty or argues the case does not decide on interim relief.");
        }
        if (!asked.open()) {
            return Outcome.refused(
                    Refusal.of(PenaltyRefusal.ILLEGAL_TRANSITION, "This request for interim relief is decided.")
                            .with("currentStatus", asked.state().name()));
        }
        ShopDraft draft = new ShopDraft(file, ids);
        decide(draft, measure, asked, decision);
        return Outcome.done(draft.change());
    }

    /**
     * The clock has run out. Empty when there is nothing left to decide: a measure whose days are over is served.
     *
     * @param rulingBy when the ruling is to be expected; empty while none is in sight
     */
    public static Optional<ShopChange> silence(
            ShopFile file, String measureId, Optional<Instant> rulingBy, IdSource ids, Instant at) {
        Optional<Measure> measure = file.measure(measureId);
        Optional<InterimRelief> open = measure.flatMap(
                        found -> found.suspension().relief())
                .filter(request -> request.state() == InterimRelief.State.OPEN)
                .filter(request -> !request.decideBy().isAfter(at))
                .filter(request -> plannedEnd(measure.get())
                        .filter(end -> !end.isAfter(at))
                        .isEmpty());
        return open.map(asked -> {
            ShopDraft draft = new ShopDraft(file, ids);
            boolean servedBefore = plannedEnd(measure.get())
                    .filter(end -> rulingBy.filter(end::isAfter).isEmpty())
                    .isPresent();
            if (servedBefore) {
                decide(
                        draft,
                        measure.get(),
                        asked,
                        new InterimRelief.Decision(
                                InterimRelief.Outcome.GRANTED, Optional.empty(), Optional.empty(), at));
            } else {
                InterimRelief late = asked.asLapsed();
                annotate(draft, measure.get(), late);
                draft.say(new ShopEvent.InterimReliefLapsed(draft.measure(measureId), late));
            }
            return draft.change();
        });
    }

    /** When it will be served if it runs on; empty when it has no end of its own. */
    private static Optional<Instant> plannedEnd(Measure measure) {
        return measure.begun() || measure.days().isEmpty()
                ? measure.endsAt()
                : Optional.of(
                        TimeServed.plusDays(measure.startsAt(), measure.days().getAsInt()));
    }

    private static void decide(ShopDraft draft, Measure measure, InterimRelief asked, InterimRelief.Decision decision) {
        InterimRelief decided = asked.decided(decision);
        annotate(draft, measure, decided);
        draft.say(new ShopEvent.InterimReliefDecided(draft.measure(measure.id()), decided));
        if (decision.outcome() == InterimRelief.Outcome.GRANTED) {
            draft.put(draft.measure(measure.id()).suspended(decision.decidedAt()));
        }
    }

    private static void annotate(ShopDraft draft, Measure measure, InterimRelief request) {
        draft.annotate(measure.with(request));
    }

    /** A request on a measure or in a case that has ended needs no decision any more. */
    static Measure moot(ShopDraft draft, Measure measure, Instant at) {
        Optional<InterimRelief> open = measure.suspension().relief().filter(InterimRelief::open);
        if (open.isEmpty()) {
            return measure;
        }
        InterimRelief closed = open.get()
                .decided(
                        new InterimRelief.Decision(InterimRelief.Outcome.MOOT, Optional.empty(), Optional.empty(), at));
        Measure without = measure.with(closed);
        draft.annotate(without);
        draft.say(new ShopEvent.InterimReliefClosed(without, closed));
        return without;
    }
}
