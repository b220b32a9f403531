package io.redress.cases.app;

import io.redress.cases.domain.Actor;
import io.redress.kit.command.Caller;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** Who a caller is inside the organisation, and whose cases he may know of. */
public final class Actors {

    private final Organisation organisation;
    private final CaseSight sight;

    public Actors(Organisation organisation, CaseSight sight) {
        this.organisation = organisation;
        this.sight = sight;
    }

    public Future<Actor> actor(Tx tx, Caller caller) {
        return organisation.departmentOf(tx, caller.subject()).map(department -> actor(caller, department));
    }

    /** @param department as the organisation chart says */
    public static Actor actor(Caller caller, Optional<String> department) {
        return new Actor(caller.subject(), caller.roles(), merchant(caller), department, caller.mandate());
    }

    /**
     * The merchant that a caller of the merchant's side is bound to. A token of that side without a merchant is bound to
     * none, and sees nothing.
     */
    public static Optional<String> merchant(Caller caller) {
        if (caller.merchantId().isPresent()) {
            return caller.merchantId();
        }
        return caller.ofMerchantSide() ? Optional.of("") : Optional.empty();
    }

    /**
     * What was found of a case, for whom may know of it: everything that is read or asked of a case by its id passes here.
     * Empty for another merchant, and for those of the platform from whom a restricted queue hides the case.
     */
    public <T> Future<Optional<T>> known(
            Tx tx, Caller caller, String caseId, Future<Optional<T>> found, Function<T, String> merchantOf) {
        Future<Boolean> hidden = viewer(caller)
                .map(viewer -> sight.hides(tx, caseId, viewer))
                .orElse(Future.succeededFuture(false)); // behind what is being found, unwaited for
        return found.compose(one -> hidden.map(
                hides -> one.filter(known -> !hides).filter(known -> mayKnow(caller, merchantOf.apply(known)))));
    }

    /** Empty for the merchant's side: its own cases are never hidden from it. */
    public static Optional<CaseSight.Viewer> viewer(Caller caller) {
        return caller.ofMerchantSide()
                ? Optional.empty()
                : Optional.of(new CaseSight.Viewer(caller.subject(), caller.roles()));
    }

    /** False for another merchant's things: they do not exist for this caller. */
    public static boolean mayKnow(Caller caller, String merchantId) {
        return merchant(caller).map(merchantId::equals).orElse(true);
    }
}
