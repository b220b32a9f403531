package io.redress.penalties.app.rulebook;

import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.rulebook.impact.BookedViolation;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Violations whose points stand, and what was earned back, by merchants. */
public interface BookedViolations {

    /** Merchants behind {@code after}, in order, to whom a penalty was proposed since then. */
    Future<List<String>> merchants(Tx tx, Instant since, String after, int limit);

    /** Everything of theirs that stands, by merchant, shop and order of booking. */
    Future<List<BookedViolation>> of(Tx tx, List<String> merchantIds);

    /** What they earned back, by shop. */
    Future<Map<String, List<Credit>>> credits(Tx tx, List<String> merchantIds);
}
