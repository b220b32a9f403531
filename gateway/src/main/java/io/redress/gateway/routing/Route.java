package io.redress.gateway.routing;

import io.redress.gateway.Upstream;
import io.redress.kit.http.Streaming;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One path of a contract.
 *
 * @param template as the contract writes it, for metrics
 * @param upstream which service answers; empty: the gateway itself
 * @param operations by method
 */
record Route(String template, List<String> segments, Optional<Upstream> upstream, Map<String, Operation> operations) {

    /**
     * @param open may be called without a token
     * @param streaming which side of the exchange is a file
     */
    record Operation(boolean open, Streaming streaming) {}

    Route {
        segments = List.copyOf(segments);
        operations = Map.copyOf(operations);
    }

    /** How many segments are literal; the more, the more exact the route. */
    long exactness() {
        return segments.stream().filter(segment -> !parameter(segment)).count();
    }

    boolean matches(List<String> path) {
        if (path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (!parameter(segment) && !segment.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean parameter(String segment) {
        return segment.startsWith("{");
    }
}
