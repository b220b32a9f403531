package io.redress.gateway.overview;

import io.redress.gateway.Upstream;
import io.redress.kit.command.Caller;

/**
 * A part of the overview: a read of one service.
 *
 * @param name the member of the answer
 * @param path with {@code %s} for the merchant
 * @param list the member of the service's answer that holds the items
 * @param ofCaller the read has no merchant: it is of whatever is the caller's own
 */
record Part(String name, Upstream upstream, String path, String list, boolean ofCaller) {

    String uri(String merchantId) {
        return ofCaller ? path : path.formatted(merchantId);
    }

    /** What is the caller's own is the merchant's only if the caller acts for that merchant. */
    boolean isAbout(String merchantId, Caller caller) {
        return !ofCaller || caller.merchantId().filter(merchantId::equals).isPresent();
    }
}
