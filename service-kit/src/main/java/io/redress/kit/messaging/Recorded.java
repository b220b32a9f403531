package io.redress.kit.messaging;

import io.redress.kit.command.Revision;
import java.util.List;

/**
 * The events of one subject, chained and numbered.
 *
 * @param after goes into the aggregate's row: version, event_sequence, chain_head
 */
public record Recorded(Revision after, List<RecordedEvent> events) {

    public Recorded {
        events = List.copyOf(events);
    }
}
