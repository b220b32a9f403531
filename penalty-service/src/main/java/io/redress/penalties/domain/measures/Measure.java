package io.redress.penalties.domain.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something done to a shop because of a penalty.
 *
 * @param penaltyId the penalty that brought it
 * @param ground the threshold it stands on; empty for a legacy measure
 * @param days how long it lasts; empty when open-ended
 * @param startsAt when it began or is to begin
 * @param endsAt when it is served; empty when open-ended
 * @param endedAt when it was lifted, served or reversed
 * @param confirmation what the marketplace last said about it
 * @param suspension what interim relief did to it; while it is paused {@code endsAt} is when it would have been served
 * @param byRuling whether a ruling ends it itself, whatever the points justify; nothing brings it back then
 */
public record Measure(
        String id,
        String penaltyId,
        Optional<Ground> ground,
        String kind,
        OptionalInt days,
        Origin origin,
        State state,
        boolean begun,
        Instant startsAt,
        Optional<Instant> endsAt,
        Optional<Instant> endedAt,
        Optional<Confirmation> confirmation,
        Suspension suspension,
        boolean byRuling) {

    /** One that no ruling ends. */
    public Measure(
            String id,
            String penaltyId,
            Optional<Ground> ground,
            String kind,
            OptionalInt days,
            Origin origin,
            State state,
            boolean begun,
            Instant startsAt,
            Optional<Instant> endsAt,
            Optional<Instant> endedAt,
            Optional<Confirmation> confirmation,
            Suspension suspension) {
        this(
                id,
                penaltyId,
                ground,
                kind,
                days,
                origin,
                state,
                begun,
                startsAt,
                endsAt,
                endedAt,
                confirmation,
                suspension,
                false);
    }

    /** Where it stands; what the marketplace has confirmed is kept apart. */
    public enum State {
        SCHEDULED,
        IN_FORCE,
        SUSPENDED,
        LIFTED,
        SERVED,
        REVERSED;

        /** True while the measure may still bear on the shop. */
        public boolean live() {
            return switch (this) {
                case SCHEDULED, IN_FORCE, SUSPENDED -> true;
                case LIFTED, SERVED, REVERSED -> false;
            };
        }
    }

    /** Where it comes from. */
    public enum Origin {
        /** A threshold fired. */
        IMPOSED,
        /** It was in force before Redress knew of it. */
        IMPORTED,
        /** What a correction left of a heavier measure. */
        CONTINUED
    }

    /** The threshold whose crossing brought it. */
    public record Ground(String bucket, int threshold) {}

    /** The marketplace's word: it has the measure in this state since {@code at}, in this version of the target set. */
    public record Confirmation(State state, Instant at, long targetVersion) {}

    public Measure began(Instant at) {
        Optional<Instant> served =
                days.isPresent() ? Optional.of(TimeServed.plusDays(at, days.getAsInt())) : Optional.empty();
        return with(State.IN_FORCE, new Span(true, at, served, endedAt), suspension);
    }

    /** Changes the state; ending states also take the instant, and end a pause that goes on. */
    public Measure in(State next, Instant at) {
        return next.live()
                ? with(next, span(endsAt, Optional.empty()), suspension)
                : with(next, span(endsAt, Optional.of(at)), suspension.endedAt(at));
    }

    /** Lifted, or reversed if it never began. */
    public Measure takenBack(Instant at) {
        return in(begun ? State.LIFTED : State.REVERSED, at);
    }

    /** A ruling has said that it ends. */
    public Measure namedByRuling() {
        return with(state, span(endsAt, endedAt), confirmation, suspension, true);
    }

    /** It runs no longer, or does not begin, until it is resumed. */
    public Measure suspended(Instant at) {
        return with(State.SUSPENDED, span(endsAt, endedAt), begun ? suspension.begunAt(at) : suspension);
    }

    /** It goes on with what is left of its days. */
    public Measure resumed(Instant at) {
        Duration pause =
                suspension.since().map(since -> Duration.between(since, at)).orElse(Duration.ZERO);
        return with(State.IN_FORCE, span(endsAt.map(end -> end.plus(pause)), endedAt), suspension.endedAt(at));
    }

    public Measure with(InterimRelief request) {
        return with(state, span(endsAt, endedAt), suspension.with(request));
    }

    public Measure confirmed(Confirmation by) {
        return with(state, span(endsAt, endedAt), Optional.of(by), suspension, byRuling);
    }

    /** From when until when. */
    private record Span(boolean begun, Instant startsAt, Optional<Instant> endsAt, Optional<Instant> endedAt) {}

    private Span span(Optional<Instant> end, Optional<Instant> ended) {
        return new Span(begun, startsAt, end, ended);
    }

    private Measure with(State next, Span span, Suspension changed) {
        return with(next, span, confirmation, changed, byRuling);
    }

    private Measure with(
            State next, Span span, Optional<Confirmation> said, Suspension changed, boolean namedByRuling) {
        return new Measure(
                id,
                penaltyId,
                ground,
                kind,
                days,
                origin,
                next,
                span.begun(),
                span.startsAt(),
                span.endsAt(),
                span.endedAt(),
                said,
                changed,
                namedByRuling);
    }

    /** When it is served, as far as that is known: not while it is suspended. */
    public Optional<Instant> servedAt() {
        return endsAt.filter(end -> state != State.SUSPENDED);
    }

    /** True when the marketplace has said that it no longer holds, for a measure that ended. */
    public boolean endConfirmed() {
        return confirmation.map(Confirmation::state).filter(state::equals).isPresent() && !state.live();
    }
}
