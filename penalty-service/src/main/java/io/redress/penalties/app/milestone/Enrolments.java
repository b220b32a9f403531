package io.redress.penalties.app.milestone;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.milestone.Enrolment;
import io.redress.penalties.domain.milestone.Verification;
import io.vertx.core.Future;
import java.util.Optional;

/** Where it is kept which shops take part in what, and what was verified of them. */
public interface Enrolments {

    Future<Optional<Loaded<Enrolment>>> find(Tx tx, String programmeId, String shopId);

    /** The same, and nobody verifies anything of it before the transaction ends. */
    Future<Optional<Loaded<Enrolment>>> lock(Tx tx, String programmeId, String shopId);

    /** What this verifier said under this reference of its own. */
    Future<Optional<Verification>> byReference(Tx tx, String programmeId, String verifierId, String reference);

    /** Whether this milestone was verified before. */
    Future<Boolean> verified(Tx tx, Enrolment enrolment, String milestoneId);

    Write insert(Enrolment enrolment, Recorded recorded);

    Write insert(Verification verification, Loaded<Enrolment> of, Recorded recorded);
}
