package io.redress.gateway.access.app;

import io.redress.gateway.access.domain.ApiKey;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where API keys are kept. */
public interface ApiKeys {

    /** A key with the day (UTC) it was last used on. */
    record Used(ApiKey key, Optional<LocalDate> lastUsed) {}

    Future<Optional<Loaded<ApiKey>>> find(Tx tx, String id);

    /** Oldest first, behind this id. */
    Future<List<Used>> list(Tx tx, String afterId, int limit);

    Write insert(ApiKey key, Recorded recorded);

    Write update(ApiKey key, Revision guard, Recorded recorded);

    /** Notes that the key was used on this day (UTC); an earlier day changes nothing. */
    Future<Void> used(Tx tx, String id, LocalDate day);
}
