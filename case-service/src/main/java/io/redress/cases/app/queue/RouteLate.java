package io.redress.cases.app.queue;

import io.redress.cases.app.CaseFiles;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;

/**
 * Asks the rules anew when a clock of a case has lapsed, and when what was late is done: a case that waits too long can rise
 * in its queue, or go to another one. Who moved it by hand in the phase keeps the last word.
 */
public final class RouteLate {

    private final CaseFiles files;
    private final QueueItems items;
    private final Router router;

    /** @param files whose every reading has the rules in force at hand */
    public RouteLate(QueuedCaseFiles files, QueueItems items, Router router) {
        this.files = files;
        this.items = items;
        this.router = router;
    }

    /**
     * What is to be written; nothing where nothing has changed, or the case lies in no queue.
     *
     * @param pastDue whether a clock has lapsed and what it is for is still to be done
     */
    public Future<Write> write(Tx tx, String caseId, boolean pastDue, Instant at) {
        return items.pastDue(tx, caseId)
                .compose(kept -> kept.isEmpty() || kept.get() == pastDue
                        ? Future.succeededFuture(Write.none())
                        : files.find(tx, caseId)
                                .map(found -> router.late(found.orElseThrow().state(), pastDue, at)));
    }
}
