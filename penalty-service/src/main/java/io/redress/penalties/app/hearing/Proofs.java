package io.redress.penalties.app.hearing;

import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads proofs of cure, over all penalties. */
public interface Proofs {

    /** A proof and the penalty that it is about. */
    record Listed(String penaltyId, String merchantId, String shopId, ProofOfCure proof) {}

    /**
     * Those in this state, oldest first, behind {@code after}; unanswered ones only while the penalty has not ended.
     *
     * @param limit at the most so many
     */
    Future<List<Listed>> page(Tx tx, ProofOfCure.State state, Optional<String> after, int limit);
}
