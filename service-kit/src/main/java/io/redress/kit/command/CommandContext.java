package io.redress.kit.command;

import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.trace.TraceParent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What surrounds a command: who, when in business time, and by what it was caused.
 *
 * @param caller who asks
 * @param requestId of this request, for logs and problems
 * @param correlationId shared by everything that one request led to
 * @param causationId the event that caused this, if one did
 * @param businessTime read once, so that all of a command happens at one instant; in whole microseconds, as the database
 *     keeps it, so that what is worked out from it before and after it was kept is the same
 * @param ifMatch the version that the caller last saw, if he said one
 * @param traceparent the step of a trace that this is (W3C Trace Context); goes with every event and every call to a
 *     peer
 */
public record CommandContext(
        Caller caller,
        String requestId,
        String correlationId,
        Optional<String> causationId,
        Instant businessTime,
        OptionalLong ifMatch,
        Optional<String> traceparent) {

    public CommandContext {
        businessTime = businessTime.truncatedTo(ChronoUnit.MICROS);
    }

    /** Outside of any trace. */
    public CommandContext(
            Caller caller,
            String requestId,
            String correlationId,
            Optional<String> causationId,
            Instant businessTime,
            OptionalLong ifMatch) {
        this(caller, requestId, correlationId, causationId, businessTime, ifMatch, Optional.empty());
    }

    /** The context of what a service does because an event reached it. */
    public static CommandContext of(IncomingEvent event, String serviceName, Instant businessTime) {
        return new CommandContext(
                Caller.service(serviceName),
                event.id(),
                event.correlationId(),
                Optional.of(event.id()),
                businessTime,
                OptionalLong.empty(),
                event.traceparent());
    }

    /** The same as a further step of its trace. */
    public CommandContext at(TraceParent step) {
        return new CommandContext(
                caller, requestId, correlationId, causationId, businessTime, ifMatch, Optional.of(step.header()));
    }

    /** {@link #traceparent()}, read. */
    public Optional<TraceParent> trace() {
        return traceparent.flatMap(TraceParent::parse);
    }

    /** True unless the caller named a version and it is not this one. */
    public boolean accepts(Revision revision) {
        return ifMatch.isEmpty() || ifMatch.getAsLong() == revision.version();
    }
}
