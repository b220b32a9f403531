package io.redress.cases.messaging;

import io.redress.cases.app.message.MessageLog;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Correspondent;
import io.redress.cases.domain.Message;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * cases.events.v1, of the messages in a case: that there is one, never what it says. They are a subject of their own,
 * {@code <case>:messages}: a message is no new version of the case, and nobody learns of it by the version.
 */
public final class MessageEventLog implements MessageLog {

    private static final String TOPIC = "cases.events.v1";

    private final EventRecorder recorder;

    public MessageEventLog(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Recorded sent(CommandContext context, CaseFile file, Message message, Revision before) {
        return record(context, file, "MessageSent", sent(file, message), before);
    }

    @Override
    public Recorded filed(CommandContext context, CaseFile file, Message message, Revision before) {
        JsonObject data = base(file, message)
                .put("filedBy", message.filing().orElseThrow().by());
        if (byTheOther(file, message)) {
            data.put("byTheOther", true);
        }
        return record(context, file, "MessageFiled", data, before);
    }

    /** Whether the advocate opened to everybody what the merchant's side wrote. */
    private static boolean byTheOther(CaseFile file, Message message) {
        return message.from() == Correspondent.MERCHANT
                && file.people().advocate(message.filing().orElseThrow().by());
    }

    static JsonObject sent(CaseFile file, Message message) {
        JsonObject data = base(file, message).put("asks", message.asks());
        message.awaitedUntil().ifPresent(until -> data.put("awaitedUntil", until.toString()));
        return CasePayloads.withAdvocate(data, file);
    }

    private static JsonObject base(CaseFile file, Message message) {
        return new JsonObject()
                .put("caseId", file.id())
                .put("merchantId", file.party().merchantId())
                .put("messageId", message.id())
                .put("from", message.from().name());
    }

    private Recorded record(CommandContext context, CaseFile file, String type, JsonObject data, Revision before) {
        return recorder.record(
                context, file.id() + ":messages", before, List.of(OutgoingEvent.of(TOPIC, file.id(), type, data)));
    }
}
