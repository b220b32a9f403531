package io.redress.penalties.domain.measures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What interim relief did to a measure.
 *
 * @param pauses when it did not run though it had begun, in order
 * @param relief the last request
 */
public record Suspension(List<Pause> pauses, Optional<InterimRelief> relief) {

    public static final Suspension NONE = new Suspension(List.of(), Optional.empty());

    public Suspension {
        pauses = List.copyOf(pauses);
    }

    Suspension with(InterimRelief request) {
        return new Suspension(pauses, Optional.of(request));
    }

    Suspension begunAt(Instant at) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(at, Optional.empty()));
        return new Suspension(more, relief);
    }

    /** The pause that goes on, if any, is over. */
    Suspension endedAt(Instant at) {
        return new Suspension(
                pauses.stream()
                        .map(pause -> pause.until().isPresent() ? pause : pause.endedAt(at))
                        .toList(),
                relief);
    }

    /** Since when it does not run; empty while it does. */
    Optional<Instant> since() {
        return pauses.stream()
                .filter(pause -> pause.until().isEmpty())
                .map(Pause::from)
                .findFirst();
    }
}
