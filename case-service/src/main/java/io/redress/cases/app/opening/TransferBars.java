package io.redress.cases.app.opening;

import io.redress.cases.domain.ShopTransfer.Bar;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;

/** What is known from events of that which keeps a shop with its owner. */
public interface TransferBars {

    Future<Optional<Bar>> of(Tx tx, String shopId);

    /** A penalty was proposed that has not taken effect. */
    Write pending(String penaltyId, String shopId);

    /** The penalty took effect, or will never. */
    Write settled(String penaltyId);

    /** @param inForce whether the closure holds now */
    Write closure(String measureId, String shopId, boolean inForce);
}
