package io.redress.penalties.app.milestone;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.milestone.Programme;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where programmes are kept. */
public interface Programmes {

    /**
     * What became of the shops that took part.
     *
     * @param verified shops with at least one milestone
     * @param clean of these, the ones whose days are over without a penalty
     * @param relapsed of these, the ones with a penalty in their days
     * @param credited points, over all shops
     */
    record Report(long enrolled, long verified, long clean, long relapsed, long credited) {

        /** Verified shops whose days are not over, and that have no penalty so far. */
        public long watched() {
            return verified - clean - relapsed;
        }
    }

    Future<Optional<Loaded<Programme>>> find(Tx tx, String programmeId);

    /** In the order in which they were created, behind this id. */
    Future<List<Loaded<Programme>>> page(Tx tx, Optional<String> after, int limit);

    Future<Report> report(Tx tx, Programme programme, Instant now);

    Write insert(Programme programme, Recorded recorded);
}
