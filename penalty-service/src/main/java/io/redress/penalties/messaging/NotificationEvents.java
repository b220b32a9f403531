package io.redress.penalties.messaging;

import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.FollowPenalty;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Topic {@code notifications.events.v1}: a penalty enters into force only behind its stored statement; that it was read,
 * or taken by the merchant's own mail server, is evidence of its delivery. That a mail was sent is none.
 */
public final class NotificationEvents implements EventHandler {

    public static final String TOPIC = "notifications.events.v1";

    private static final String STATEMENT = "StatementIssued";

    private final String serviceName;
    private final FollowPenalty penalties;

    public NotificationEvents(String serviceName, FollowPenalty penalties) {
        this.serviceName = serviceName;
        this.penalties = penalties;
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        JsonObject data = event.data();
        JsonObject about = data.getJsonObject("about", new JsonObject());
        if (!STATEMENT.equals(data.getString("type")) || about.getString("statementId") == null) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        CommandContext context = CommandContext.of(event, serviceName, event.businessTime());
        String penaltyId = Incoming.text(about, "penaltyId");
        String statementId = Incoming.text(about, "statementId");
        return switch (event.type()) {
            case "NoticeStored" ->
                penalties
                        .statementStored(penaltyId, statementId, Incoming.time(data, "at"), context, tx)
                        .map(done -> Handling.HANDLED);
            case "NoticeRead" -> delivered(penaltyId, statementId, data, context, tx);
            case "NoticeAccepted" ->
                "EMAIL".equals(data.getString("channel"))
                        ? delivered(penaltyId, statementId, data, context, tx)
                        : Future.succeededFuture(Handling.IGNORED);
            default -> Future.succeededFuture(Handling.IGNORED);
        };
    }

    private Future<Handling> delivered(
            String penaltyId, String statementId, JsonObject data, CommandContext context, Tx tx) {
        return penalties
                .statementDelivered(penaltyId, statementId, Incoming.time(data, "at"), context, tx)
                .map(done -> Handling.HANDLED);
    }
}
