package io.redress.penalties.app.seal;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.seal.CasePeople;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Who argues and who decides cases about penalties, as case-service says in its events. */
public interface CaseMembers {

    Future<CasePeople> of(Tx tx, String penaltyId);

    /**
     * A case and what is known of it.
     *
     * @param rulingBy when its ruling is to be expected; empty while none is in sight
     */
    record OpenCase(Optional<String> advocate, Optional<Instant> rulingBy) {}

    Future<Optional<OpenCase>> ofCase(Tx tx, String caseId);

    Write opened(String caseId, String penaltyId);

    Write rulingExpected(String caseId, Instant by);

    Write advocate(String caseId, String advocateId);

    Write adjudicator(String caseId, String adjudicatorId);

    /** The case was withdrawn or cannot be heard: its people have no part any more. */
    Write gone(String caseId);
}
