package io.redress.cases.app.advocacy;

import io.redress.cases.app.advocacy.AdvocateRuns.HandOverRun;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Cases for which an advocate was looked for and nobody was free. */
public interface WantedAdvocates {

    /** Deadline at which an advocate is looked for again; subject is the case. */
    String AGAIN = "advocate-wanted";

    /** Deadline at which somebody may have become free; subject is {@link #ALL}, or the case behind which it goes on. */
    String FREE = "advocate-free";

    /** Deadline at which an absent advocate is back; subject is the employee. */
    String BACK = "advocate-back";

    String ALL = "all";

    /**
     * A case that waits.
     *
     * @param absent the advocate who has it and is away; empty where it has none
     */
    record Wanted(String caseId, Optional<String> absent) {}

    /** Locked; empty where nothing waits. */
    Future<Optional<Wanted>> lock(Tx tx, String caseId);

    /** From now on, or for another reason than before; looked at again then. */
    Write wait(Wanted wanted, Instant since, Instant again);

    /** Looked at again then. */
    Write waitOn(String caseId, Instant again);

    /** It waits no more. */
    Write done(String caseId);

    /** The absence in which the advocate is now; not locked. */
    Future<Optional<HandOverRun>> absence(Tx tx, String employee, Instant now);

    /**
     * Has those behind this case looked at again at this instant.
     *
     * @return the last of them where there may be more
     */
    Future<Optional<String>> lookAgain(Tx tx, String behind, int limit, Instant now);

    /** Goes on behind this case. */
    Write free(String behind, Instant now);
}
