package io.redress.quickstart.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A trace as a tree of lines: request, its events, below each event who read it, below each reader what he recorded
 * because of it. Two spaces a step.
 */
public final class TraceText {

    private final Trace trace;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    private TraceText(Trace trace) {
        this.trace = trace;
    }

    public static List<String> of(Trace trace) {
        return new TraceText(trace).lines();
    }

    private List<String> lines() {
        Map<String, List<TracedEvent>> requests = trace.roots().stream()
                .collect(Collectors.groupingBy(TracedEvent::correlationId, LinkedHashMap::new, Collectors.toList()));
        requests.forEach((request, events) -> {
            TracedEvent first = events.get(0);
            lines.add("request " + request + " by " + first.actor() + ", trace "
                    + first.traceId().orElse("unknown"));
            events.forEach(event -> tell(event, 1));
        });
        lines.addAll(remarks());
        return List.copyOf(lines);
    }

    private void tell(TracedEvent event, int depth) {
        // a chain of causes that runs in a circle is told once
        if (!told.add(event.id())) {
            return;
        }
        lines.add("  ".repeat(depth) + event.source() + "  " + event.name() + "  " + event.subject() + " #"
                + event.sequence() + "  " + (event.published() ? "published" : "waiting in the outbox")
                + event.effectId().map(effect -> "  effect " + effect).orElse("")
                + "  " + event.businessTime() + " (recorded " + event.recordedAt() + ")");
        for (Handling handling : trace.handlings(event)) {
            lines.add("  ".repeat(depth + 1) + handling.service() + "  "
                    + handling.state().words()
                    + handling.at()
                            .map(Instant::toString)
                            .map(at -> " (" + at + ")")
                            .orElse(""));
            trace.causedBy(event, handling.service()).forEach(caused -> tell(caused, depth + 2));
        }
        trace.causedElsewhere(event).forEach(caused -> tell(caused, depth + 1));
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (trace.truncated()) {
            remarks.add("only the newest 200 events of a service are shown");
        }
        trace.silent().stream().sorted().forEach(service -> remarks.add(service + " does not answer"));
        return remarks;
    }
}
