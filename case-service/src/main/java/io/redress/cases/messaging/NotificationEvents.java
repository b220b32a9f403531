package io.redress.cases.messaging;

import io.redress.cases.app.opening.KeepAppealWindow;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * notifications.events.v1: the merchant has read a statement of reasons, or his mail server has taken it, so it is
 * delivered; or it came back, so that time alone delivers it no more. That a mail was sent says nothing.
 */
public final class NotificationEvents implements EventHandler {

    private final KeepAppealWindow windows;
    private final String serviceName;

    public NotificationEvents(KeepAppealWindow windows, String serviceName) {
        this.windows = windows;
        this.serviceName = serviceName;
    }

    @Override
    public Future<Handling> handle(IncomingEvent event, Tx tx) {
        EventReader data = new EventReader(event);
        if (!tellsOfStatement(data)) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        boolean byMail = data.maybeText("channel").filter("EMAIL"::equals).isPresent();
        return switch (event.type()) {
            case "NoticeRead" -> delivered(event, data, tx);
            case "NoticeAccepted" -> byMail ? delivered(event, data, tx) : Future.succeededFuture(Handling.IGNORED);
            case "NoticeBounced" -> byMail ? bounced(event, data, tx) : Future.succeededFuture(Handling.IGNORED);
            default -> Future.succeededFuture(Handling.IGNORED);
        };
    }

    private static boolean tellsOfStatement(EventReader data) {
        boolean toMerchant = data.maybeObject("recipient")
                .filter(recipient -> "MERCHANT".equals(recipient.getString("kind")))
                .isPresent();
        return toMerchant
                && data.maybeText("type").filter("StatementIssued"::equals).isPresent()
                && penaltyId(data).isPresent()
                && data.maybeText("merchantId").isPresent();
    }

    private Future<Handling> delivered(IncomingEvent event, EventReader data, Tx tx) {
        return windows.delivered(
                        penaltyId(data).orElseThrow(),
                        data.text("merchantId"),
                        data.instant("at"),
                        CommandContext.of(event, serviceName, data.instant("at")),
                        tx)
                .map(NotificationEvents::handled);
    }

    private Future<Handling> bounced(IncomingEvent event, EventReader data, Tx tx) {
        return windows.bounced(
                        penaltyId(data).orElseThrow(),
                        data.text("merchantId"),
                        data.instant("at"),
                        CommandContext.of(event, serviceName, data.instant("at")),
                        tx)
                .map(NotificationEvents::handled);
    }

    private static Optional<String> penaltyId(EventReader data) {
        return data.maybeObject("about").map(about -> about.getString("penaltyId"));
    }

    private static Handling handled(boolean known) {
        return known ? Handling.HANDLED : Handling.notYet("its statement is not known");
    }
}
