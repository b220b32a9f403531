package io.redress.gateway.access.store;

import io.redress.gateway.access.app.AccessLog;
import io.redress.gateway.access.domain.ApiKey;
import io.redress.gateway.access.domain.Mandate;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The texts that the chained history holds. */
public final class AccessHistory implements AccessLog {

    private final EventRecorder recorder;

    public AccessHistory(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Recorded record(CommandContext context, ApiKey key, KeyChange change, Revision before) {
        String type =
                switch (change) {
                    case CREATED -> "ApiKeyCreated";
                    case ROTATED -> "ApiKeyRotated";
                    case REVOKED -> "ApiKeyRevoked";
                };
        JsonObject data = new JsonObject().put("keyId", key.id()).put("machineId", key.machineId());
        key.expiresAt().ifPresent(at -> data.put("expiresAt", at.toString()));
        key.old().ifPresent(old -> data.put("oldSecretUntil", old.until().toString()));
        return recorder.record(context, key.id(), before, List.of(OutgoingEvent.forHistory(key.id(), type, data)));
    }

    @Override
    public Recorded record(CommandContext context, Mandate mandate, MandateChange change, Revision before) {
        String type =
                switch (change) {
                    case GIVEN -> "MandateGiven";
                    case REVOKED -> "MandateRevoked";
                };
        JsonObject data = new JsonObject()
                .put("mandateId", mandate.id())
                .put("merchantId", mandate.merchantId())
                .put("agencyId", mandate.agencyId())
                .put("from", mandate.from().toString());
        mandate.until().ifPresent(until -> data.put("until", until.toString()));
        return recorder.record(
                context, mandate.id(), before, List.of(OutgoingEvent.forHistory(mandate.id(), type, data)));
    }
}
