package io.redress.penalties.app.rulebook;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.shop.Shadowing.Foretold;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where hits of clauses in shadow are kept, for ever; what is written never changes. */
public interface ShadowHits {

    /**
     * A report that became a hit.
     *
     * @param digest of its content
     */
    record Taken(byte[] digest, String hitId) {}

    /** A hit, and what would have come of it. */
    record Hit(
            String id,
            String shadowId,
            String system,
            String sourceId,
            byte[] digest,
            String merchantId,
            String shopId,
            Instant actFrom,
            Instant actTo,
            Instant reportedAt,
            Foretold foretold) {}

    /** A hit in a list, with its place. */
    record Placed(long position, Hit hit) {}

    record OfThreshold(String bucket, int points, long hits) {}

    record OfMeasure(String kind, long hits) {}

    /** @param day of the report, in the zone of the draft, as 2018-04-20 */
    record OfDay(String day, long hits, long points) {}

    /**
     * The hits of a clause, each judged by the points that its shop has: hits do not add up.
     *
     * @param days the newest on which there were hits
     */
    record Report(
            long hits,
            long merchants,
            long shops,
            long points,
            long held,
            long punishedAlready,
            List<OfThreshold> thresholds,
            List<OfMeasure> measures,
            List<OfDay> days) {}

    /** Those of these reports of the system that became hits before, by their source ids. */
    Future<Map<String, Taken>> taken(Tx tx, String system, Collection<String> sourceIds);

    Future<Long> count(Tx tx, String shadowId);

    Future<Report> report(Tx tx, String shadowId, ZoneId zone, int mostDays);

    /** Hits behind this place, in the order in which they came. */
    Future<List<Placed>> page(Tx tx, String shadowId, long after, int limit);

    Write insert(Hit hit);
}
