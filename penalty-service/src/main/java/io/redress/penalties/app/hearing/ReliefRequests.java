package io.redress.penalties.app.hearing;

import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.measures.InterimRelief;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads requests for interim relief, over all measures. */
public interface ReliefRequests {

    /**
     * A request and the measure that it is about.
     *
     * @param punishedBy who proposed and who approved the penalty
     */
    record Listed(
            String measureId,
            String penaltyId,
            String merchantId,
            String shopId,
            String kind,
            Set<String> punishedBy,
            InterimRelief relief) {
        public Listed {
            punishedBy = Set.copyOf(punishedBy);
        }
    }

    /**
     * Those in this state, oldest first, behind {@code after}.
     *
     * @param limit at the most so many
     */
    Future<List<Listed>> page(Tx tx, InterimRelief.State state, Optional<String> after, int limit);
}
