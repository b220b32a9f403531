package io.redress.simulators.marketplace;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Something that the marketplace does to a shop, and then confirms. */
sealed interface Deed permits Confirmation, TransferOrder {

    String shopId();

    /** Where it is confirmed. */
    String path();

    /** The same for the same deed, so that saying it again has no second effect. */
    String idempotencyKey();

    JsonObject body();

    /** The same deed, done at another business time. */
    Deed doneAt(Instant time);
}
