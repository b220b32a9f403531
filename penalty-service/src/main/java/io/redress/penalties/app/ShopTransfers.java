package io.redress.penalties.app;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Shops that rulings give other owners, as case-service says in its events. */
public interface ShopTransfers {

    /** A ruling's order; {@code moved} once it was followed here. */
    record Order(String effectId, String caseId, String shopId, String ownerId, boolean moved) {}

    /** What is known already stays as it is. */
    Write ordered(Order order, Instant at);

    Future<Optional<Order>> order(Tx tx, String effectId);

    /** One that the marketplace has confirmed and that was not followed yet, because its new owner was not registered. */
    Future<Optional<Order>> waiting(Tx tx, String shopId, String ownerId);

    /** Nobody proposes a penalty of this shop until the transaction ends. */
    Future<Void> hold(Tx tx, String shopId);

    Write confirmed(String effectId, Instant at);

    /** The order is followed: penalties and programmes of the shop are its new owner's. */
    Write moved(Order order, String formerId, Instant at);
}
