package io.redress.e2e.load;

import io.redress.e2e.load.Reply.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was offered over some time, and what became of it. Filled by many threads. */
public final class Offered {

    private static final int WRONG_KEPT = 20;

    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final List<Reply> wrong = new ArrayList<>();
    private final Map<String, String> acknowledged = new TreeMap<>();
    private long asked;
    private long heldBack;
    private long doneInTime;
    private boolean over;
    private Duration time = Duration.ZERO;

    synchronized void ask() {
        asked++;
    }

    /** Every connection was waiting for an answer. */
    synchronized void holdBack() {
        heldBack++;
    }

    synchronized void add(Reply reply) {
        verdicts.merge(reply.verdict(), 1L, Long::sum);
        statuses.merge(reply.status(), 1L, Long::sum);
        if (reply.verdict() == Verdict.DONE && !over) {
            doneInTime++;
        }
        if (reply.verdict() == Verdict.WRONG && wrong.size() < WRONG_KEPT) {
            wrong.add(reply);
        }
        if (reply.verdict() == Verdict.DONE) {
            reply.ask().about().ifPresent(subject -> acknowledged.put(subject, reply.id()));
        }
    }

    /** Nothing more is offered; what is done from now on does not count as goodput. */
    synchronized void endAfter(Duration offering) {
        over = true;
        time = offering;
    }

    synchronized boolean complete() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum() == asked;
    }

    public synchronized long asked() {
        return asked;
    }

    public synchronized long shed() {
        return verdicts.getOrDefault(Verdict.SHED, 0L);
    }

    public synchronized boolean onlyDone() {
        return asked > 0 && verdicts.getOrDefault(Verdict.DONE, 0L) == asked;
    }

    /** How often each status came; 0 stands for no answer. */
    public synchronized Map<Integer, Long> statuses() {
        return Map.copyOf(statuses);
    }

    /** Some of what must not be, a line each. */
    public synchronized List<String> wrong() {
        return wrong.stream()
                .map(reply ->
                        reply.ask().method() + " " + reply.ask().path() + ": " + reply.status() + " " + reply.text())
                .toList();
    }

    /** The commands that were answered with 2xx: what each was about, and the id of what it made. */
    public synchronized Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Requests done a second, while they were offered. */
    public synchronized double goodput() {
        return time.isZero() ? 0 : doneInTime * 1e9 / time.toNanos();
    }

    /** What was offered a second, what could not be sent included. */
    synchronized double rate() {
        return time.isZero() ? 0 : (asked + heldBack) * 1e9 / time.toNanos();
    }

    @Override
    public synchronized String toString() {
        String answers = new TreeMap<>(statuses)
                .entrySet().stream()
                        .map(status ->
                                (status.getKey() == 0 ? "no answer" : status.getKey()) + ": " + status.getValue())
                        .collect(Collectors.joining(", "));
        return "%.0f/s offered (%d sent, %d found no connection), %.0f/s done; %s"
                .formatted(rate(), asked, heldBack, goodput(), answers);
    }
}
