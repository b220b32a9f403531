package io.redress.penalties.messaging;

import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.MoveShop;
import io.redress.penalties.app.ShopTransfers;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** ShopTransferOrdered, and the confirmation that makes it true. */
final class TransferEvents {

    private final MoveShop shops;

    TransferEvents(MoveShop shops) {
        this.shops = shops;
    }

    /** True when the event is about a shop that gets another owner. */
    Future<Boolean> handle(IncomingEvent event, CommandContext context, Tx tx) {
        JsonObject data = event.data();
        if (event.type().equals("ShopTransferOrdered")) {
            ShopTransfers.Order order = new ShopTransfers.Order(
                    Incoming.text(data, "effectId"),
                    Incoming.text(data, "caseId"),
                    Incoming.text(data, "shopId"),
                    Incoming.text(data, "ownerId"),
                    false);
            return shops.ordered(order, context, tx).map(true);
        }
        return event.type().equals("EffectConfirmed") && "APPLIED".equals(data.getString("result"))
                ? shops.confirmed(Incoming.text(data, "effectId"), context, tx)
                : Future.succeededFuture(false);
    }
}
