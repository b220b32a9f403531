package io.redress.penalties.app;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Which reports of which detection system became which penalty; for ever, so that none becomes two. */
public interface Reports {

    /**
     * A report that became a penalty.
     *
     * @param digest of its content
     */
    record Taken(byte[] digest, String shopId, String penaltyId) {}

    /** Those of these reports of the system that became penalties before, by their source ids. */
    Future<Map<String, Taken>> taken(Tx tx, String system, Collection<String> sourceIds);

    Write insert(String system, String sourceId, Taken taken, Instant at);
}
