package io.redress.refunds.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.refunds.domain.Claim;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The decided claims. */
public interface Claims {
    /** A claim by its id. */
    Future<Optional<Loaded<Claim>>> find(String claimId, Tx tx);

    /** Whether this effect line has been answered, ever. */
    Future<Boolean> answered(String effectId, Tx tx);

    /**
     * The claims of a case, oldest first.
     *
     * @param merchantId leave out other merchants' claims
     * @param after only those behind the claim with this id
     * @param limit how many at most
     */
    Future<List<Loaded<Claim>>> ofCase(
            String caseId, Optional<String> merchantId, Optional<String> after, int limit, Tx tx);

    /**
     * The claims of a merchant, newest first.
     *
     * @param before only those older than the claim with this id
     * @param limit how many at most
     */
    Future<List<Loaded<Claim>>> ofMerchant(String merchantId, Optional<String> before, int limit, Tx tx);

    /** Prepares the write of a newly decided claim, with its entry, its answer and its events. */
    Write decide(CommandContext context, Claim.Change change);
}
