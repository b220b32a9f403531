package io.redress.penalties.app.rulebook;

import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.rulebook.draft.ShadowClause;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Where clauses in shadow are kept. */
public interface ShadowClauses {

    Future<Optional<ShadowClause>> find(Tx tx, String draftId, String clauseId);

    /** Those of a draft, in the order in which they were put there; not more than it has clauses. */
    Future<List<ShadowClause>> ofDraft(Tx tx, String draftId);

    Write insert(ShadowClause clause, Recorded recorded);
}
