package io.redress.cases.app.queue;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.queue.QueuePhase;
import io.redress.cases.domain.queue.Routing;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Which case lies in which queue: what is written with the step that puts it there. */
public interface QueueItems {

    /**
     * Where a case goes.
     *
     * @param late where it goes while a clock of it has lapsed and what that is for is still to be done
     */
    record Routes(Routing.Route route, Routing.Route late) {}

    /** A case that was opened. */
    Write opened(CaseFile file, QueuePhase phase, Routing.Route route, long version, Instant at, Write write);

    /**
     * A case that was there before, in the same phase or another. Who moved it by hand in the phase has the last word, and
     * out of a restricted queue rules lead into restricted ones only.
     *
     * @param claimed whether somebody takes it with this step: then nobody else may have it on lease
     */
    Write moved(CaseFile file, QueuePhase phase, Routes routes, long version, Instant at, boolean claimed, Write write);

    /** Whether it lies where it does as one that is past due; empty where it lies in no queue. */
    Future<Optional<Boolean>> pastDue(Tx tx, String caseId);

    /**
     * A clock of the case has lapsed, or what was late is done; nothing is written where it is in another phase by now.
     * Whoever has it on lease keeps it unless it goes to another queue.
     */
    Write late(CaseFile file, QueuePhase phase, boolean pastDue, Routing.Route route, long version, Instant at);

    /** A case that has ended. */
    Write ended(String caseId, Write write);
}
