package io.redress.cases.app.note;

import io.redress.cases.domain.Snooze;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored snoozes: one for each case and person. */
public interface Snoozes {

    /** Deadline at which a case comes back; subject is {@link #subject}. */
    String END = "case-snooze";

    /**
     * What is kept of a person's snooze of a case.
     *
     * @param revision {@link Revision#NEW} where there has never been one
     * @param active empty once it is over
     */
    record Kept(Revision revision, Optional<Snooze> active) {}

    /** What somebody else's step, or a date, brings back. */
    record Due(Snooze snooze, Revision revision, String merchantId, boolean caseEnded) {}

    static String subject(String caseId, String person) {
        return caseId + ":" + person;
    }

    Future<Kept> find(Tx tx, String caseId, String person);

    /** Those that are not over; of this person only, where one is named. */
    Future<List<Snooze>> active(Tx tx, String caseId, Optional<String> person);

    /** The one that this deadline is about; empty if it is over. */
    Future<Optional<Due>> due(Tx tx, String subject);

    /** Whether the person has the case on lease now. */
    Future<Boolean> leases(Tx tx, String caseId, String person);

    Write lay(Snooze snooze, Revision before);

    /** @param recorded what is told of it; the next version in any case */
    Write end(Snooze snooze, Snooze.End why, Instant at, Revision before, Recorded recorded);
}
