package io.redress.kit.command;

import io.redress.kit.messaging.IncomingEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What surrounds a command: who, when in business time, and by what it was caused.
 *
 * @param caller who asks
 * @param requestId of this request, for logs and problems
 * @param correlationId shared by everything that one request led to
 * @param causationId the event that caused this, if one did
 * @param businessTime read once, so that all of a command happens at one instant
 * @param ifMatch the version that the caller last saw, if he said one
 */
public record CommandContext(
        Caller caller,
        String requestId,
        String correlationId,
        Optional<String> causationId,
        Instant businessTime,
        OptionalLong ifMatch) {

    /** The context of what a service does because an event reached it. */
    public static CommandContext of(IncomingEvent event, String serviceName, Instant businessTime) {
        return new CommandContext(
                Caller.service(serviceName),
                event.id(),
                event.correlationId(),
                Optional.of(event.id()),
                businessTime,
                OptionalLong.empty());
    }

    /** True unless the caller named a version and it is not this one. */
    public boolean accepts(Revision revision) {
        return ifMatch.isEmpty() || ifMatch.getAsLong() == revision.version();
    }
}
