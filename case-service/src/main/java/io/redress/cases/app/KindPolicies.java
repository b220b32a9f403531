package io.redress.cases.app;

import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.KindPolicy;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** What the case policy says of each kind of case; every version is kept. */
public interface KindPolicies {

    /**
     * A version of the policy.
     *
     * @param kinds those that it offers
     */
    record Version(long number, Map<CaseKind, KindPolicy> kinds) {
        public Version {
            kinds = Map.copyOf(kinds);
        }

        public Optional<KindPolicy> of(CaseKind kind) {
            return Optional.ofNullable(kinds.get(kind));
        }
    }

    Future<Version> inForce(Tx tx);
}
