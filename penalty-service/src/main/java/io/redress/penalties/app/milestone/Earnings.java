package io.redress.penalties.app.milestone;

import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.milestone.Verification;
import io.redress.penalties.domain.rulebook.Text;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What verified milestones of earn-back came to, read page by page. */
public interface Earnings {

    /**
     * A verified milestone with a credit to earn.
     *
     * @param programme its title
     * @param milestone its title
     * @param creditId what was booked for it; empty where there was nothing to take, or nothing left of the year
     */
    record Earned(Text programme, Text milestone, Verification verification, Optional<String> creditId) {}

    /** In the order of verification, until an instant, behind this verification; none behind one not the shop's. */
    Future<List<Earned>> of(Tx tx, String shopId, Instant until, Optional<String> behind, int limit);
}
