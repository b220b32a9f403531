package io.redress.kit.messaging;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.trace.TraceParent;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a subject's events into numbered, chained CloudEvents (structured JSON mode, version 1.0). Pure but for the
 * event id, the salt and the machine time; safe to call again when a guarded write has to be decided anew.
 */
public final class EventRecorder {

    private static final int SALT_BYTES = 16;

    private final String source;
    private final String typePrefix;
    private final Ids ids;
    private final MachineClock machineClock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param serviceName CloudEvents {@code source}
     * @param schema names the event types' prefix: {@code io.redress.<schema>.}
     */
    public EventRecorder(String serviceName, String schema, Ids ids, MachineClock machineClock) {
        this.source = serviceName;
        this.typePrefix = "io.redress." + schema + ".";
        this.ids = ids;
        this.machineClock = machineClock;
    }

    /** Numbers and chains the events behind {@code before}; the version grows by one even when there are none. */
    public Recorded record(CommandContext context, String subject, Revision before, List<OutgoingEvent> events) {
        long version = before.version() + 1;
        long sequence = before.sequence();
        byte[] head = before.chainHead();
        List<RecordedEvent> rows = new ArrayList<>(events.size());
        for (OutgoingEvent event : events) {
            sequence++;
            String id = ids.next("evt");
            String envelope = envelope(context, subject, event, id, sequence, version);
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            byte[] digest = HistoryChain.digest(salt, envelope);
            byte[] hash = HistoryChain.link(head, digest);
            rows.add(new RecordedEvent(
                    id,
                    event.topic(),
                    event.key(),
                    subject,
                    sequence,
                    version,
                    event.type(),
                    context.businessTime(),
                    context.caller().subject(),
                    envelope,
                    context.correlationId(),
                    context.trace().map(TraceParent::traceId),
                    salt,
                    digest,
                    head,
                    hash));
            head = hash;
        }
        return new Recorded(new Revision(version, sequence, head), rows);
    }

    private String envelope(
            CommandContext context, String subject, OutgoingEvent event, String id, long sequence, long version) {
        JsonObject envelope = new JsonObject()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", typePrefix + event.type())
                .put("subject", subject)
                .put("time", DateTimeFormatter.ISO_INSTANT.format(machineClock.now()))
                .put("datacontenttype", "application/json")
                .put("sequence", Long.toString(sequence))
                .put("aggregateversion", Long.toString(version))
                .put(
                        "businesstime",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                context.businessTime().atOffset(ZoneOffset.UTC)))
                .put("actor", context.caller().subject())
                .put("correlationid", context.correlationId());
        context.caller().mandate().ifPresent(mandate -> envelope.put("mandate", mandate));
        context.causationId().ifPresent(cause -> envelope.put("causationid", cause));
        context.traceparent().ifPresent(step -> envelope.put(TraceParent.NAME, step));
        event.effectId().ifPresent(effect -> envelope.put("effectid", effect));
        return envelope.put("data", event.data()).encode();
    }
}
