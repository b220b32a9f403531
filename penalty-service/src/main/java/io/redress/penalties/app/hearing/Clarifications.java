package io.redress.penalties.app.hearing;

import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.penalty.Clarification;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads what merchants clarified, over all penalties. */
public interface Clarifications {

    /**
     * A clarification and the penalty that it is about.
     *
     * @param waits whether somebody is still to answer it
     */
    record Listed(String penaltyId, String merchantId, String shopId, Clarification clarification, boolean waits) {}

    /**
     * Those in this state whose penalty has not ended meanwhile, oldest first, behind {@code after}.
     *
     * @param limit at the most so many
     */
    Future<List<Listed>> page(Tx tx, Clarification.State state, Optional<String> after, int limit);
}
