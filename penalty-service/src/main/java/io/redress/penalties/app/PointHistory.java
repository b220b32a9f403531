package io.redress.penalties.app;

import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.points.Entry;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The entries behind a shop's points, read page by page. */
@FunctionalInterface
public interface PointHistory {

    /** In the order they were written, behind this entry; none behind one that is not the shop's. */
    Future<List<Entry>> entries(Tx tx, String shopId, Optional<String> behind, int limit);
}
