package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.Parties.Merchant;
import io.redress.penalties.app.Parties.Shop;
import io.redress.penalties.domain.PenaltyRefusal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * The marketplace registers merchants and shops; the same again changes nothing. Refusals: UNKNOWN_MERCHANT, and
 * DUPLICATE for a shop of another merchant, unless a ruling has given it another owner.
 */
public final class RegisterParties {

    private final Parties parties;
    private final PartyEventPayloads payloads;
    private final EventRecorder recorder;
    private final MoveShop shops;

    public RegisterParties(Parties parties, PartyEventPayloads payloads, EventRecorder recorder, MoveShop shops) {
        this.shops = shops;
        this.parties = parties;
        this.payloads = payloads;
        this.recorder = recorder;
    }

    public Future<Decision<Merchant>> merchant(Merchant merchant, CommandContext context, Tx tx) {
        return parties.merchant(tx, merchant.id()).map(known -> {
            if (known.map(Loaded::state).equals(Optional.of(merchant))) {
                return Decision.accept(merchant, known.get().revision(), Write.none());
            }
            Revision before = known.map(Loaded::revision).orElse(Revision.NEW);
            Recorded recorded = recorder.record(context, merchant.id(), before, List.of(payloads.registered(merchant)));
            return Decision.accept(merchant, recorded.after(), parties.save(merchant, recorded));
        });
    }

    public Future<Decision<Shop>> shop(Shop shop, CommandContext context, Tx tx) {
        return parties.merchant(tx, shop.merchantId())
                .compose(merchant -> merchant.isEmpty()
                        ? Future.succeededFuture(Decision.refuse(Refusal.of(
                                PenaltyRefusal.UNKNOWN_MERCHANT,
                                "Merchant " + shop.merchantId() + " is not registered.")))
                        : parties.shop(tx, shop.id()).compose(known -> decide(shop, known, context, tx)));
    }

    private Future<Decision<Shop>> decide(Shop shop, Optional<Loaded<Shop>> known, CommandContext context, Tx tx) {
        boolean ofAnother = known.map(Loaded::state)
                .filter(other -> !other.merchantId().equals(shop.merchantId()))
                .isPresent();
        return ofAnother
                ? shops.registered(known.get(), shop, context, tx).map(moved -> moved.map(one ->
                                Decision.accept(one.shop(), one.recorded().after(), one.write()))
                        .orElseGet(() -> Decision.refuse(Refusal.of(
                                PenaltyRefusal.DUPLICATE, "Shop " + shop.id() + " belongs to another merchant."))))
                : Future.succeededFuture(decide(shop, known, context));
    }

    private Decision<Shop> decide(Shop shop, Optional<Loaded<Shop>> known, CommandContext context) {
        if (known.map(Loaded::state).equals(Optional.of(shop))) {
            return Decision.accept(shop, known.get().revision(), Write.none());
        }
        Revision before = known.map(Loaded::revision).orElse(Revision.NEW);
        Recorded recorded = recorder.record(context, shop.id(), before, List.of(payloads.registered(shop)));
        return Decision.accept(shop, recorded.after(), parties.save(shop, recorded));
    }
}
