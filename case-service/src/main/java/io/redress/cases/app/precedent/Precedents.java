package io.redress.cases.app.precedent;

import io.redress.cases.domain.Precedent;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Earlier rulings, as far as other cases may know of them. */
public interface Precedents {

    /** Those of them that there are, by id. */
    Future<Map<String, Precedent>> find(Tx tx, Collection<String> rulingIds);

    /** Those that a case cites in its brief and in its current draft, by id; one more than {@code limit} when there is more. */
    Future<List<Precedent>> citedIn(Tx tx, String caseId, int limit, String afterRulingId);
}
