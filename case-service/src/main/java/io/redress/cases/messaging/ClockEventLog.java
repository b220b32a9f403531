package io.redress.cases.messaging;

import io.redress.cases.app.clock.ClockLog;
import io.redress.cases.domain.clock.CaseHistory;
import io.redress.cases.domain.clock.ClockAlarm;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * cases.events.v1, of the clocks of a case. They are a subject of their own, {@code <case>:clocks}: a warning is no new
 * version of the case, and nobody's If-Match fails because of it.
 */
public final class ClockEventLog implements ClockLog {

    private static final String TOPIC = "cases.events.v1";

    private final EventRecorder recorder;

    public ClockEventLog(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Recorded record(CommandContext context, CaseHistory history, List<ClockAlarm> alarms, Revision before) {
        List<OutgoingEvent> events = alarms.stream()
                .map(alarm -> OutgoingEvent.of(
                        TOPIC,
                        history.caseId(),
                        alarm.lapse() ? "ClockLapsed" : "ClockWarning",
                        payload(history, alarm)))
                .toList();
        return recorder.record(context, history.caseId() + ":clocks", before, events);
    }

    static JsonObject payload(CaseHistory history, ClockAlarm alarm) {
        JsonObject data = new JsonObject()
                .put("caseId", history.caseId())
                .put("merchantId", history.merchantId())
                .put("clock", alarm.clock().name())
                .put("round", alarm.round())
                .put("role", alarm.role().name())
                .put("percent", alarm.percent())
                .put("startedAt", alarm.startedAt().toString())
                .put("at", alarm.at().toString())
                .put("dueAt", alarm.dueAt().toString());
        alarm.team().ifPresent(team -> data.put("team", team));
        alarm.holder().ifPresent(holder -> data.put("holderId", holder));
        alarm.head().ifPresent(head -> data.put("headId", head));
        alarm.advocate().ifPresent(advocate -> data.put("advocateId", advocate));
        alarm.adjudicator().ifPresent(adjudicator -> data.put("adjudicatorId", adjudicator));
        return data;
    }
}
