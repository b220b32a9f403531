package io.redress.simulators.marketplace;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * A shop that a ruling gives another owner.
 *
 * @param effectId under which it is confirmed
 * @param ownerId who owns the shop from now on
 */
record TransferOrder(String shopId, String effectId, String ownerId) implements Deed {
    private static final String TYPE = "io.redress.cases.ShopTransferOrdered";

    /** Reads a CloudEvent; empty for one that orders no transfer. */
    static Optional<TransferOrder> read(JsonObject envelope) {
        if (!TYPE.equals(envelope.getString("type"))) {
            return Optional.empty();
        }
        JsonObject data = envelope.getJsonObject("data");
        return Optional.of(
                new TransferOrder(data.getString("shopId"), data.getString("effectId"), data.getString("ownerId")));
    }

    @Override
    public String path() {
        return "/v1/transfer-confirmations";
    }

    @Override
    public String idempotencyKey() {
        return effectId;
    }

    @Override
    public JsonObject body() {
        return new JsonObject().put("effectId", effectId).put("result", "APPLIED");
    }

    /** A confirmation of a transfer carries no time. */
    @Override
    public TransferOrder doneAt(Instant time) {
        return this;
    }
}
