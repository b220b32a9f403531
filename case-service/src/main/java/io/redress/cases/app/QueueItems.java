package io.redress.cases.app;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.queue.QueuePhase;
import io.redress.cases.domain.queue.Routing;
import io.redress.kit.pg.Write;
import java.time.Instant;

/** Which case lies in which queue: what is written with the step that puts it there. */
public interface QueueItems {

    /** A case that was opened. */
    Write opened(CaseFile file, QueuePhase phase, Routing.Route route, long version, Instant at, Write write);

    /**
     * A case that was there before, in the same phase or another. Who moved it by hand in the phase has the last word, and
     * out of a restricted queue rules lead into restricted ones only.
     *
     * @param claimed whether somebody takes it with this step: then nobody else may have it on lease
     */
    Write moved(
            CaseFile file,
            QueuePhase phase,
            Routing.Route route,
            long version,
            Instant at,
            boolean claimed,
            Write write);

    /** A case that has ended. */
    Write ended(String caseId, Write write);
}
