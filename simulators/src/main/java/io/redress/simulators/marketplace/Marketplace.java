package io.redress.simulators.marketplace;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The marketplace's own state and its willingness: what each shop shall be under, what waits to be done, and whether
 * it does things at once, later or not at all. Safe for several threads; never blocks for long.
 */
final class Marketplace {
    private final Supplier<Instant> businessTime;
    private final Map<String, Shop> shops = new HashMap<>();
    private final Deque<Deed> waiting = new ArrayDeque<>();
    private boolean held;
    private int refusals;
    private long delayMillis;
    private int unconfirmed;

    Marketplace(Supplier<Instant> businessTime) {
        this.businessTime = businessTime;
    }

    /** Takes over a target set and does what it asks, as far as it is willing to; answers what to confirm now. */
    synchronized List<Deed> take(TargetSet target) {
        Shop shop = shops.computeIfAbsent(target.shopId(), Shop::new);
        return asFarAsWilling(shop.take(target));
    }

    /** Gives a shop another owner, as far as it is willing to; answers what to confirm now. */
    synchronized List<Deed> take(TransferOrder order) {
        shops.computeIfAbsent(order.shopId(), Shop::new);
        return asFarAsWilling(List.of(order));
    }

    private List<Deed> asFarAsWilling(List<? extends Deed> deeds) {
        List<Deed> now = new ArrayList<>();
        for (Deed deed : deeds) {
            if (held) {
                waiting.add(deed);
            } else if (refusals > 0) {
                refusals--;
                waiting.add(deed);
            } else {
                now.add(carryOut(deed));
            }
        }
        return now;
    }

    /** From now on nothing is done until the release. */
    synchronized void hold() {
        held = true;
    }

    /** Does at last, at the current business time, what was held and what was refused; answers what to confirm. */
    synchronized List<Deed> release() {
        held = false;
        refusals = 0;
        Instant now = businessTime.get();
        List<Deed> deeds = new ArrayList<>();
        while (!waiting.isEmpty()) {
            deeds.add(carryOut(waiting.remove().doneAt(now)));
        }
        return deeds;
    }

    /** The next deeds are refused: neither done nor confirmed before a release. */
    synchronized void refuseNext(int count) {
        refusals = count;
    }

    /** From now on each confirmation is sent this much later, in milliseconds of machine time. */
    synchronized void delay(long millis) {
        delayMillis = millis;
    }

    synchronized long delayMillis() {
        return delayMillis;
    }

    /** A confirmation has been answered, one way or the other. */
    synchronized void confirmed() {
        unconfirmed--;
    }

    /** A shop's state; empty for a shop that no event has told of. */
    synchronized Optional<JsonObject> shop(String shopId) {
        return Optional.ofNullable(shops.get(shopId)).map(Shop::view);
    }

    /** Willingness and work: {@code waiting} deeds are held or refused, {@code unconfirmed} ones done but not yet answered. */
    synchronized JsonObject status() {
        return new JsonObject()
                .put("held", held)
                .put("refuseNext", refusals)
                .put("delayMillis", delayMillis)
                .put("waiting", waiting.size())
                .put("unconfirmed", unconfirmed);
    }

    private Deed carryOut(Deed deed) {
        shops.get(deed.shopId()).apply(deed);
        unconfirmed++;
        return deed;
    }
}
