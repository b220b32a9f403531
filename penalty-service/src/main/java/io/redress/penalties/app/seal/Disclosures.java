package io.redress.penalties.app.seal;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What merchants put forward in their cases to be heard, as case-service says in its events: references only. */
public interface Disclosures {

    /** Those of the references that this merchant has put forward, or an owner of this shop before him. */
    Future<Set<String>> of(Tx tx, String merchantId, String shopId, Collection<String> references);

    /** What is known already stays as it is. */
    Write filed(String merchantId, String caseId, List<String> references, Instant at);
}
