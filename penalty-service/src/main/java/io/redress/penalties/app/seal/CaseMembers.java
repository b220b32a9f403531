package io.redress.penalties.app.seal;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.seal.CasePeople;
import io.vertx.core.Future;

/** Who argues and who decides cases about penalties, as case-service says in its events. */
public interface CaseMembers {

    Future<CasePeople> of(Tx tx, String penaltyId);

    Write opened(String caseId, String penaltyId);

    Write advocate(String caseId, String advocateId);

    Write adjudicator(String caseId, String adjudicatorId);

    /** The case was withdrawn or cannot be heard: its people have no part any more. */
    Write gone(String caseId);
}
