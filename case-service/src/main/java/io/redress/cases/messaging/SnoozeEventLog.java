package io.redress.cases.messaging;

import io.redress.cases.app.note.SnoozeLog;
import io.redress.cases.app.note.Snoozes;
import io.redress.cases.domain.Snooze;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * cases.events.v1, of cases that were laid aside. A subject of its own for each person, {@code <case>:snooze:<person>}: that
 * a case comes back is no new version of it. Why it was laid aside is not told.
 */
public final class SnoozeEventLog implements SnoozeLog {

    private static final String TOPIC = "cases.events.v1";

    private final EventRecorder recorder;

    public SnoozeEventLog(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Recorded ended(CommandContext context, Snoozes.Due due, Snooze.End why) {
        Snooze snooze = due.snooze();
        JsonObject data = new JsonObject()
                .put("caseId", snooze.caseId())
                .put("merchantId", due.merchantId())
                .put("holderId", snooze.person())
                .put("cause", why.name())
                .put("since", snooze.since().toString())
                .put("until", snooze.until().toString());
        return recorder.record(
                context,
                snooze.caseId() + ":snooze:" + snooze.person(),
                due.revision(),
                List.of(OutgoingEvent.of(TOPIC, snooze.caseId(), "SnoozeEnded", data)));
    }
}
