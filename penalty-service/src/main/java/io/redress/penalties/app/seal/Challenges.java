package io.redress.penalties.app.seal;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.seal.SealChallenge;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Where challenges to seals are kept. */
public interface Challenges {

    Future<Optional<SealChallenge>> find(Tx tx, String challengeId);

    /** All of a penalty, oldest first. */
    Future<List<SealChallenge>> of(Tx tx, String penaltyId);

    /**
     * The challenges of all penalties in this state, or in any, oldest first, behind {@code after}.
     *
     * @param limit at the most so many
     */
    Future<List<SealChallenge>> page(Tx tx, Optional<ChallengeState> state, Optional<String> after, int limit);

    Write insert(SealChallenge challenge);

    Write update(SealChallenge challenge);
}
