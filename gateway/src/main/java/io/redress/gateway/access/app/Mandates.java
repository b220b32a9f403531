package io.redress.gateway.access.app;

import io.redress.gateway.access.domain.Mandate;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where mandates are kept. */
public interface Mandates {

    /** Whose mandates are asked for; empty: anybody's. */
    record Filter(Optional<String> merchantId, Optional<String> agencyId) {}

    Future<Optional<Loaded<Mandate>>> find(Tx tx, String id);

    /** Those that are not revoked and end after this instant, first to begin first; 100 at the most. */
    Future<List<Mandate>> notEnded(Tx tx, String merchantId, String agencyId, Instant after);

    /** Oldest first, behind this id. */
    Future<List<Mandate>> list(Tx tx, Filter filter, String afterId, int limit);

    Write insert(Mandate mandate, Recorded recorded);

    Write update(Mandate mandate, Revision guard, Recorded recorded);
}
