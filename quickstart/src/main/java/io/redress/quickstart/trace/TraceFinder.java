package io.redress.quickstart.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.trace.Handling.State;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks every service's management port, first for the events under an id, then for all that the same requests led to,
 * then what became of them where they are read. Blocks. Bounded: 200 events a service and question, 20 requests.
 */
public final class TraceFinder {

    private static final int MAX_REQUESTS = 20;
    private static final int SUBJECTS_A_QUESTION = 50;
    private static final int NOT_FOUND = 404;

    private final Map<String, HttpJson> services;

    /** @param services management ports by service name */
    public TraceFinder(Map<String, HttpJson> services) {
        this.services = new LinkedHashMap<>(services);
    }

    /** What the services have told so far. */
    private static final class Told {
        final Map<String, TracedEvent> events = new LinkedHashMap<>();
        final Map<String, Set<String>> reads = new HashMap<>();
        final Map<String, List<Handling>> handlings = new HashMap<>();
        final Set<String> silent = new TreeSet<>();
        boolean truncated;
    }

    /** @param id of a request, a trace, an event or an aggregate */
    public Trace find(String id) {
        Told told = new Told();
        askForEvents(id, told);
        boolean whole = told.events.values().stream()
                .anyMatch(event ->
                        event.correlationId().equals(id) || event.traceId().equals(Optional.of(id)));
        if (!whole) {
            newestRequests(told).forEach(request -> askForEvents(request, told));
        }
        List<String> subjects = told.events.values().stream()
                .map(TracedEvent::subject)
                .distinct()
                .toList();
        for (int from = 0; from < subjects.size(); from += SUBJECTS_A_QUESTION) {
            askForHandling(subjects.subList(from, Math.min(subjects.size(), from + SUBJECTS_A_QUESTION)), told);
        }
        return new Trace(List.copyOf(told.events.values()), told.handlings, told.silent, told.truncated);
    }

    private static List<String> newestRequests(Told told) {
        return told.events.values().stream()
                .sorted(Trace.IN_ORDER.reversed())
                .map(TracedEvent::correlationId)
                .distinct()
                .limit(MAX_REQUESTS)
                .toList();
    }

    private void askForEvents(String id, Told told) {
        services.keySet().forEach(service -> ask(service, "/trace?id=" + encoded(id), told)
                .ifPresent(answer -> {
                    answer.path("events").forEach(json -> {
                        TracedEvent event = TracedEvent.read(json);
                        told.events.put(event.id(), event);
                    });
                    Set<String> topics = new TreeSet<>();
                    answer.path("reads").forEach(topic -> topics.add(topic.asText()));
                    told.reads.put(service, topics);
                    told.truncated |= answer.path("truncated").asBoolean();
                }));
    }

    private void askForHandling(List<String> subjects, Told told) {
        String question = subjects.stream()
                .map(subject -> "subject=" + encoded(subject))
                .collect(Collectors.joining("&", "/trace/handling?", ""));
        told.reads.forEach((service, topics) -> {
            Optional<JsonNode> answer = topics.isEmpty() ? Optional.empty() : ask(service, question, told);
            answer.ifPresent(found -> told.events.values().stream()
                    .filter(event -> subjects.contains(event.subject())
                            && topics.stream().anyMatch(event::isOn))
                    .forEach(event -> told.handlings
                            .computeIfAbsent(event.id(), id -> new ArrayList<>())
                            .add(handling(service, event, found))));
        });
        told.handlings.values().forEach(all -> all.sort(Comparator.comparing(Handling::service)));
    }

    private static Handling handling(String service, TracedEvent event, JsonNode found) {
        for (JsonNode dead : found.path("deadLetters")) {
            if (isOf(dead, event) && dead.path("sequence").asLong() == event.sequence()) {
                State state =
                        switch (dead.path("state").asText()) {
                            case "OPEN" -> State.DEAD_LETTER;
                            case "DISCARDED" -> State.DISCARDED;
                            default -> State.HANDLED;
                        };
                return new Handling(service, state, at(dead));
            }
        }
        for (JsonNode parked : found.path("parked")) {
            if (isOf(parked, event) && parked.path("sequence").asLong() == event.sequence()) {
                return new Handling(service, State.PARKED, at(parked));
            }
        }
        for (JsonNode last : found.path("handled")) {
            long sequence = last.path("sequence").asLong();
            if (isOf(last, event) && sequence >= event.sequence()) {
                return new Handling(service, State.HANDLED, sequence == event.sequence() ? at(last) : Optional.empty());
            }
        }
        return new Handling(service, State.NOT_YET, Optional.empty());
    }

    private static boolean isOf(JsonNode row, TracedEvent event) {
        return row.path("subject").asText().equals(event.subject())
                && event.isOn(row.path("topic").asText());
    }

    private static Optional<Instant> at(JsonNode row) {
        return Optional.of(Instant.parse(row.path("at").asText()));
    }

    /** Empty if the service does not answer, which is noted, or keeps nothing that could be traced. */
    private Optional<JsonNode> ask(String service, String question, Told told) {
        try {
            HttpAnswer answer = services.get(service).get(question, Map.of());
            if (answer.succeeded()) {
                return Optional.of(answer.body());
            }
            if (answer.status() != NOT_FOUND) {
                told.silent.add(service);
            }
        } catch (UncheckedIOException e) {
            told.silent.add(service);
        }
        return Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
