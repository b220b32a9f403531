package io.redress.penalties.messaging;

import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.seal.Disclosures;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Files that briefs, and requests to reopen a case, put forward for merchants, and those that were filed by the time of a
 * ruling, in cases of any kind.
 */
final class DisclosureEvents {

    private static final Set<String> NAME_FILES = Set.of("BriefFiled", "RulingIssued", "ReopeningRequested");

    private final Disclosures disclosures;

    DisclosureEvents(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /** True when the event names files; they are known from then on. */
    Future<Boolean> filed(IncomingEvent event, Tx tx) {
        JsonObject data = event.data();
        JsonArray named =
                NAME_FILES.contains(event.type()) ? data.getJsonArray("files", new JsonArray()) : new JsonArray();
        if (named.isEmpty()) {
            return Future.succeededFuture(false);
        }
        List<String> references = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            references.add(Incoming.text(named.getJsonObject(i), "evidenceId"));
            references.add(Incoming.text(named.getJsonObject(i), "sha256"));
        }
        return tx.apply(disclosures.filed(
                        Incoming.text(data, "merchantId"),
                        Incoming.text(data, "caseId"),
                        references,
                        event.businessTime()))
                .map(done -> true);
    }
}
