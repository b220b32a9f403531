package io.redress.penalties.messaging;

import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.JointEventHandler;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.FollowPenalty;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Topic {@code notifications.events.v1}: a penalty enters into force only behind its stored statement; that it was read,
 * or taken by the merchant's own mail server, is evidence of its delivery. That a mail was sent is none.
 */
public final class NotificationEvents implements JointEventHandler {

    public static final String TOPIC = "notifications.events.v1";

    private static final String STATEMENT = "StatementIssued";
    private static final String STORED = "NoticeStored";

    private final String serviceName;
    private final FollowPenalty penalties;

    public NotificationEvents(String serviceName, FollowPenalty penalties) {
        this.serviceName = serviceName;
        this.penalties = penalties;
    }

    @Override
    public boolean shares(String type) {
        return type.equals(STORED);
    }

    @Override
    public Future<Void> handleTogether(List<IncomingEvent> events, Tx tx) {
        return penalties.statementsStored(
                events.stream()
                        .filter(NotificationEvents::ofStatement)
                        .map(this::stored)
                        .toList(),
                tx);
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        if (!ofStatement(event)) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        JsonObject data = event.data();
        JsonObject about = data.getJsonObject("about");
        CommandContext context = CommandContext.of(event, serviceName, event.businessTime());
        String penaltyId = Incoming.text(about, "penaltyId");
        String statementId = Incoming.text(about, "statementId");
        return switch (event.type()) {
            case STORED ->
                penalties.statementsStored(List.of(stored(event)), tx).map(done -> Handling.HANDLED);
            case "NoticeRead" -> delivered(penaltyId, statementId, data, context, tx);
            case "NoticeAccepted" ->
                "EMAIL".equals(data.getString("channel"))
                        ? delivered(penaltyId, statementId, data, context, tx)
                        : Future.succeededFuture(Handling.IGNORED);
            default -> Future.succeededFuture(Handling.IGNORED);
        };
    }

    private static boolean ofStatement(IncomingEvent event) {
        JsonObject about = event.data().getJsonObject("about", new JsonObject());
        return STATEMENT.equals(event.data().getString("type")) && about.getString("statementId") != null;
    }

    private FollowPenalty.Stored stored(IncomingEvent event) {
        JsonObject about = event.data().getJsonObject("about");
        return new FollowPenalty.Stored(
                Incoming.text(about, "penaltyId"),
                Incoming.text(about, "statementId"),
                Incoming.time(event.data(), "at"),
                CommandContext.of(event, serviceName, event.businessTime()));
    }

    private Future<Handling> delivered(
            String penaltyId, String statementId, JsonObject data, CommandContext context, Tx tx) {
        return penalties
                .statementDelivered(penaltyId, statementId, Incoming.time(data, "at"), context, tx)
                .map(done -> Handling.HANDLED);
    }
}
