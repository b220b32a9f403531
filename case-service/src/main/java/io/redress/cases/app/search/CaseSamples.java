package io.redress.cases.app.search;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Closed cases for integrity to look into, drawn without regard to what they are about. */
public interface CaseSamples {

    /**
     * The same seed gives the same cases, as long as none has closed before that instant since.
     *
     * @param closedBefore exclusive
     */
    Future<List<CaseSummary>> sample(Tx tx, String seed, int size, Instant closedBefore);
}
