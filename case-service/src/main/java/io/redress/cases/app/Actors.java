package io.redress.cases.app;

import io.redress.cases.domain.Actor;
import io.redress.kit.command.Caller;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/** Who a caller is inside the organisation, and whose cases he may know of. */
public final class Actors {

    private final Organisation organisation;

    public Actors(Organisation organisation) {
        this.organisation = organisation;
    }

    Future<Actor> actor(Tx tx, Caller caller) {
        return organisation.departmentOf(tx, caller.subject()).map(department -> actor(caller, department));
    }

    /** @param department as the organisation chart says */
    static Actor actor(Caller caller, Optional<String> department) {
        return new Actor(caller.subject(), caller.roles(), merchant(caller), department, caller.mandate());
    }

    /**
     * The merchant that a caller of the merchant's side is bound to. A token of that side without a merchant is bound to
     * none, and sees nothing.
     */
    static Optional<String> merchant(Caller caller) {
        if (caller.merchantId().isPresent()) {
            return caller.merchantId();
        }
        return caller.ofMerchantSide() ? Optional.of("") : Optional.empty();
    }

    /** False for another merchant's things: they do not exist for this caller. */
    static boolean mayKnow(Caller caller, String merchantId) {
        return merchant(caller).map(merchantId::equals).orElse(true);
    }
}
