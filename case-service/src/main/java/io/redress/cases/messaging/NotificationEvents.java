package io.redress.cases.messaging;

import io.redress.cases.app.KeepAppealWindow;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.Handling;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/** notifications.events.v1: the merchant has read a statement of reasons, so it is delivered. */
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
        Optional<String> penaltyId = data.maybeObject("about").map(about -> about.getString("penaltyId"));
        boolean ofStatement = event.type().equals("NoticeRead")
                && data.maybeText("type").filter("StatementIssued"::equals).isPresent();
        boolean byMerchant = data.maybeObject("recipient")
                .filter(recipient -> "MERCHANT".equals(recipient.getString("kind")))
                .isPresent();
        if (!ofStatement
                || !byMerchant
                || penaltyId.isEmpty()
                || data.maybeText("merchantId").isEmpty()) {
            return Future.succeededFuture(Handling.IGNORED);
        }
        return windows.delivered(
                        penaltyId.get(),
                        data.text("merchantId"),
                        data.instant("at"),
                        CommandContext.of(event, serviceName, data.instant("at")),
                        tx)
                .map(known -> known ? Handling.HANDLED : Handling.notYet("its statement is not known"));
    }
}
