package io.redress.kit.pg;

import io.redress.kit.messaging.Recorded;
import io.redress.kit.messaging.RecordedEvent;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a command writes, as one statement: guarded changes, further rows, history and outbox. Immutable. Its
 * parts become common table expressions, so one write must not change the same row twice, and each part sees the
 * tables as they were before.
 */
public final class Write {

    private static final Write NONE = new Write(List.of(), List.of());

    /**
     * A part of the statement.
     *
     * @param guard whether it has to touch at least one row
     */
    public record Fragment(String sql, Tuple arguments, boolean guard) {}

    private final List<Fragment> fragments;
    private final List<RecordedEvent> events;

    private Write(List<Fragment> fragments, List<RecordedEvent> events) {
        this.fragments = fragments;
        this.events = events;
    }

    /** Nothing to write: the command found everything as it should be. */
    public static Write none() {
        return NONE;
    }

    /** An INSERT, or an UPDATE guarded by id and version; without RETURNING. */
    public static Write guarded(String sql, Tuple arguments) {
        return NONE.with(new Fragment(sql, arguments, true));
    }

    /** A further INSERT, UPDATE or DELETE; without RETURNING. */
    public Write with(String sql, Tuple arguments) {
        return with(new Fragment(sql, arguments, false));
    }

    public Write with(Fragment fragment) {
        List<Fragment> more = new ArrayList<>(fragments);
        more.add(fragment);
        return new Write(List.copyOf(more), events);
    }

    /** The history and outbox rows of one subject. */
    public Write with(Recorded recorded) {
        List<RecordedEvent> more = new ArrayList<>(events);
        more.addAll(recorded.events());
        return new Write(fragments, List.copyOf(more));
    }

    /** Both writes in one statement; their locks must have been taken in the service's fixed order. */
    public Write and(Write other) {
        List<Fragment> allFragments = new ArrayList<>(fragments);
        allFragments.addAll(other.fragments);
        List<RecordedEvent> allEvents = new ArrayList<>(events);
        allEvents.addAll(other.events);
        return new Write(List.copyOf(allFragments), List.copyOf(allEvents));
    }

    public boolean isEmpty() {
        return fragments.isEmpty() && events.isEmpty();
    }

    public List<Fragment> fragments() {
        return fragments;
    }

    public List<RecordedEvent> events() {
        return events;
    }
}
