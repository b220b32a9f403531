package io.redress.penalties.app.milestone;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** What milestones can be about, as far as this service knows it. */
public interface Matters {

    /**
     * Whether this is a case about a penalty of the merchant that has been opened and neither withdrawn nor found
     * inadmissible. Cases are known by what case-service says in its events: one that was just opened may not be yet.
     */
    Future<Boolean> caseOf(Tx tx, String caseId, String merchantId);

    Future<Boolean> penaltyOf(Tx tx, String penaltyId, String shopId);
}
