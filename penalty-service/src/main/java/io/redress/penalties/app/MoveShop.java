package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.Parties.Shop;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A shop that a ruling gives another owner moves with its points, penalties, measures and programmes, once the marketplace
 * has confirmed it; where the new owner is not registered yet, when the marketplace registers the shop as his. Without a
 * ruling no shop changes its owner.
 */
public final class MoveShop {

    private final Parties parties;
    private final ShopTransfers transfers;
    private final PartyEventPayloads payloads;
    private final EventRecorder recorder;

    public MoveShop(Parties parties, ShopTransfers transfers, PartyEventPayloads payloads, EventRecorder recorder) {
        this.parties = parties;
        this.transfers = transfers;
        this.payloads = payloads;
        this.recorder = recorder;
    }

    /** A shop, and all that has to be written for it to be its new owner's. */
    record Moved(Shop shop, Recorded recorded, Write write) {}

    /** A ruling has ordered it. */
    public Future<Void> ordered(ShopTransfers.Order order, CommandContext context, Tx tx) {
        return tx.apply(transfers.ordered(order, context.businessTime()));
    }

    /** An effect was made true; answers false for one that is no transfer. */
    public Future<Boolean> confirmed(String effectId, CommandContext context, Tx tx) {
        return transfers.order(tx, effectId).compose(found -> {
            if (found.isEmpty() || found.get().moved()) {
                return Future.succeededFuture(found.isPresent());
            }
            ShopTransfers.Order order = found.get();
            return tx.apply(transfers.confirmed(effectId, context.businessTime()))
                    .compose(done -> parties.merchant(tx, order.ownerId()))
                    .compose(owner -> owner.isEmpty()
                            ? Future.succeededFuture(Optional.<Loaded<Shop>>empty())
                            : transfers.hold(tx, order.shopId()).compose(held -> parties.shop(tx, order.shopId())))
                    .compose(shop -> shop.isEmpty()
                            ? Future.succeededFuture()
                            : tx.apply(
                                    move(shop.get(), order, shop.get().state().openedAt(), context)
                                            .write()))
                    .map(true);
        });
    }

    /** What the marketplace registers as another merchant's: empty unless a ruling has ordered that and it was confirmed. */
    Future<Optional<Moved>> registered(Loaded<Shop> known, Shop said, CommandContext context, Tx tx) {
        return transfers
                .hold(tx, said.id())
                .compose(held -> transfers.waiting(tx, said.id(), said.merchantId()))
                .map(order -> order.map(one -> move(known, one, said.openedAt(), context)));
    }

    private Moved move(Loaded<Shop> known, ShopTransfers.Order order, Instant openedAt, CommandContext context) {
        Shop moved = new Shop(order.shopId(), order.ownerId(), openedAt);
        Recorded recorded = recorder.record(context, moved.id(), known.revision(), List.of(payloads.registered(moved)));
        Write write = parties.save(moved, recorded)
                .and(transfers.moved(order, known.state().merchantId(), context.businessTime()));
        return new Moved(moved, recorded, write);
    }
}
