package io.redress.cases.messaging;

import io.redress.cases.app.EventLog;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** cases.events.v1. Key: the case; of a window's events the penalty. */
public final class CaseEventLog implements EventLog {

    private static final String TOPIC = "cases.events.v1";

    private final EventRecorder recorder;

    public CaseEventLog(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Recorded record(CommandContext context, CaseChange change, Revision before) {
        CaseFile file = change.state();
        List<OutgoingEvent> events = change.events().stream()
                .map(event -> new OutgoingEvent(
                        TOPIC,
                        file.id(),
                        event.getClass().getSimpleName(),
                        CasePayloads.payload(file, event),
                        effectId(event)))
                .toList();
        return recorder.record(context, file.id(), before, events);
    }

    @Override
    public Recorded record(CommandContext context, AppealWindow.Change change, Revision before) {
        AppealWindow window = change.state();
        List<OutgoingEvent> events = change.events().stream()
                .map(event -> OutgoingEvent.of(TOPIC, window.penaltyId(), type(event), payload(window)))
                .toList();
        return recorder.record(context, window.penaltyId() + ":window", before, events);
    }

    private static Optional<String> effectId(CaseEvent event) {
        if (event instanceof CaseEvent.EffectConfirmed confirmed) {
            return Optional.of(confirmed.effectId());
        }
        if (event instanceof CaseEvent.EffectSettlementProposed proposed) {
            return Optional.of(proposed.settlement().effectId());
        }
        if (event instanceof CaseEvent.ShopTransferOrdered ordered) {
            return Optional.of(ordered.line().effectId());
        }
        return event instanceof CaseEvent.EffectOverdue overdue ? Optional.of(overdue.effectId()) : Optional.empty();
    }

    private static String type(AppealWindow.Event event) {
        return switch (event) {
            case APPEAL_WINDOW_OPENED -> "AppealWindowOpened";
            case APPEAL_WINDOW_CLOSED -> "AppealWindowClosed";
        };
    }

    private static JsonObject payload(AppealWindow window) {
        return new JsonObject()
                .put("penaltyId", window.penaltyId())
                .put("merchantId", window.merchantId())
                .put("shopId", window.shopId())
                .put("statementId", window.statement().orElseThrow().statementId())
                .put("deliveredAt", window.deliveredAt().orElseThrow().toString())
                .put("closesAt", window.closesAt().orElseThrow().toString());
    }
}
