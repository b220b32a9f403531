package io.redress.gateway.access;

import io.redress.gateway.access.app.Mandates;
import io.redress.gateway.access.domain.Mandate;
import io.redress.kit.boot.BusinessClock;
import io.redress.kit.command.Caller;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/**
 * Exchanges an agency's token for one that acts for a merchant, if that merchant's mandate for it is in force now, in
 * business time. A mandate revoked at another instance may still be taken for ten seconds (see {@link Recent}); its
 * beginning and its end are exact.
 */
final class MandateExchange {

    private record Asked(String merchantId, String agencyId) {}

    private final EdgeTokens tokens;
    private final BusinessClock clock;
    private final Recent<Asked, List<Mandate>> recent;

    MandateExchange(Database database, Mandates mandates, EdgeTokens tokens, BusinessClock clock) {
        this.tokens = tokens;
        this.clock = clock;
        this.recent = new Recent<>(asked -> {
            Instant now = clock.now();
            return database.read(tx -> mandates.notEnded(tx, asked.merchantId(), asked.agencyId(), now));
        });
    }

    /** Fails with a {@code not-found} problem, the same whether there is such a merchant or not. */
    Future<Caller> exchange(Caller agency, String merchantId) {
        return recent.get(new Asked(merchantId, agency.subject())).compose(mandates -> {
            Instant now = clock.now();
            return mandates.stream()
                    .filter(mandate -> mandate.inForce(now))
                    .findFirst()
                    .map(mandate -> Future.succeededFuture(tokens.agency(agency, merchantId, mandate.id())))
                    .orElseGet(MandateExchange::none);
        });
    }

    void forget() {
        recent.forget();
    }

    static Future<Caller> none() {
        return Future.failedFuture(new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id"));
    }
}
