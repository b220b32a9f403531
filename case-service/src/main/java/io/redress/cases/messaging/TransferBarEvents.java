package io.redress.cases.messaging;

import io.redress.cases.app.opening.TransferBars;
import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;

/** Follows from penalties.events.v1 what keeps shops with their owners: pending penalties and closures in force. */
final class TransferBarEvents {

    private static final String CLOSURE = "SHOP_CLOSURE";

    private final TransferBars bars;

    TransferBarEvents(TransferBars bars) {
        this.bars = bars;
    }

    /** False for an event that says nothing about it. */
    Future<Boolean> handle(IncomingEvent event, EventReader data, Tx tx) {
        Write write = write(event, data);
        return write.isEmpty() ? Future.succeededFuture(false) : tx.apply(write).map(true);
    }

    private Write write(IncomingEvent event, EventReader data) {
        return switch (event.type()) {
            case "PenaltyProposed" ->
                data.flag("imported") ? Write.none() : bars.pending(data.text("penaltyId"), data.text("shopId"));
            case "PenaltyInForce", "PenaltyCured", "PenaltyRefused", "PenaltyWithdrawn", "PenaltyReversed" ->
                bars.settled(data.text("penaltyId"));
            case "MeasureInForce" -> closure(data, true);
            case "MeasureLifted", "MeasureServed", "MeasureReversed", "MeasureSuspended" -> closure(data, false);
            default -> Write.none();
        };
    }

    private Write closure(EventReader data, boolean inForce) {
        return data.text("kind").equals(CLOSURE)
                ? bars.closure(data.text("measureId"), data.text("shopId"), inForce)
                : Write.none();
    }
}
