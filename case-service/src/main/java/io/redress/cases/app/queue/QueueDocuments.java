package io.redress.cases.app.queue;

import io.redress.cases.app.Configuration.NewVersion;
import io.redress.cases.domain.queue.QueueSet;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Set;

/** The stored sets of queues and rules; every version is kept. */
public interface QueueDocuments {

    /** The number of the set in force; 0 while none was put. */
    Future<Long> version(Tx tx);

    /** The rules of the set in force, and what holds otherwise; its queues are not read. */
    Future<Rules> rules(Tx tx);

    /** The rules of one version. */
    record Rules(long version, QueueSet set) {}

    /** Queues that hold cases now, but for these. */
    Future<Set<String>> inUseBut(Tx tx, Collection<String> queueIds);

    Write queues(NewVersion version, QueueSet set);
}
