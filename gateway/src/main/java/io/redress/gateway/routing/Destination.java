package io.redress.gateway.routing;

import io.redress.gateway.Upstream;
import java.util.Set;

/** Where a request goes. */
public sealed interface Destination {

    /**
     * A service answers it.
     *
     * @param template the contract's path, for metrics
     * @param open may be called without a token
     */
    record Known(Upstream upstream, String template, boolean open) implements Destination {}

    /** The gateway answers it itself. */
    record Own(String template) implements Destination {}

    /** The path exists, the method does not. */
    record OtherMethods(Set<String> allowed) implements Destination {
        public OtherMethods {
            allowed = Set.copyOf(allowed);
        }
    }

    /** No contract has such a path. */
    record Unknown() implements Destination {}
}
