package io.redress.quickstart.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known under an id, over all services.
 *
 * @param events in order of recording
 * @param handlings by event id: one for each service that reads the event's topic
 * @param silent services that did not answer
 * @param truncated whether a service knew of more events than it may tell
 */
public record Trace(
        List<TracedEvent> events, Map<String, List<Handling>> handlings, Set<String> silent, boolean truncated) {

    static final Comparator<TracedEvent> IN_ORDER = Comparator.comparing(TracedEvent::recordedAt)
            .thenComparing(TracedEvent::subject)
            .thenComparing(TracedEvent::sequence);

    public Trace {
        events = events.stream().sorted(IN_ORDER).toList();
        handlings = Map.copyOf(handlings);
        silent = Set.copyOf(silent);
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** Those that no other event of this trace caused: what a request or a deadline did itself. */
    public List<TracedEvent> roots() {
        Set<String> known = Set.copyOf(events.stream().map(TracedEvent::id).toList());
        return events.stream()
                .filter(event -> event.causationId()
                        .filter(cause -> known.contains(cause) && !cause.equals(event.id()))
                        .isEmpty())
                .toList();
    }

    public List<Handling> handlings(TracedEvent event) {
        return handlings.getOrDefault(event.id(), List.of());
    }

    /** What a service recorded because of an event. */
    public List<TracedEvent> causedBy(TracedEvent cause, String service) {
        return caused(cause).filter(event -> event.source().equals(service)).toList();
    }

    /** What was recorded because of an event where nobody is known to read it. */
    public List<TracedEvent> causedElsewhere(TracedEvent cause) {
        Predicate<TracedEvent> byAReader = event -> handlings(cause).stream()
                .anyMatch(handling -> handling.service().equals(event.source()));
        return caused(cause).filter(byAReader.negate()).toList();
    }

    private Stream<TracedEvent> caused(TracedEvent cause) {
        return events.stream()
                .filter(event -> event.causationId().equals(Optional.of(cause.id()))
                        && !event.id().equals(cause.id()));
    }
}
