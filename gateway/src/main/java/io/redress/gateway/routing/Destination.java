package io.redress.gateway.routing;

import io.redress.gateway.Upstream;
import io.redress.kit.http.Streaming;
import java.util.Set;

/** Where a request goes. */
public sealed interface Destination {

    /**
     * A service answers it.
     *
     * @param template the contract's path, for metrics
     * @param open may be called without a token
     * @param streaming which side of the exchange is a file, to be passed on in parts
     */
    record Known(Upstream upstream, String template, boolean open, Streaming streaming) implements Destination {

        /** Where neither side is a file. */
        public Known(Upstream upstream, String template, boolean open) {
            this(upstream, template, open, Streaming.NONE);
        }
    }

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
