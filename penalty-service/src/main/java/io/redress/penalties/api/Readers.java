package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.penalties.app.HeldShop;
import java.util.Optional;

/** Who may read what belongs to a merchant: staff, and the merchant; to another it is as if it did not exist. */
final class Readers {

    private Readers() {}

    static boolean mayRead(Caller caller, String merchantId) {
        return !caller.ofMerchantSide() || caller.merchantId().equals(Optional.of(merchantId));
    }

    /** The shop, or not-found. */
    static HeldShop readable(Optional<HeldShop> found, Caller caller) {
        return found.filter(shop -> mayRead(caller, shop.file().merchantId())).orElseThrow(Readers::unknown);
    }

    /** What somebody is told who may not know, or asks for what is not there. */
    static ProblemException unknown() {
        return new ProblemException(ProblemType.NOT_FOUND, "nothing is known under this id");
    }
}
