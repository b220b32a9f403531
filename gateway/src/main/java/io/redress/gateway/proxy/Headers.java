package io.redress.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What crosses the gateway. Inwards only headers that a contract or a standard gives a meaning: whoever a caller
 * claims to be in any other header never reaches a service. Outwards everything but what belongs to one connection.
 */
final class Headers {

    private static final Set<String> INWARDS = Set.of(
            "content-type",
            "accept",
            "accept-language",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "last-event-id");

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length");

    /** Whose pages may read an answer is configured at the gateway. */
    private static final String CROSS_ORIGIN = "access-control-";

    private Headers() {}

    /** Who the caller is and how the request is traced is not copied: the gateway says it. */
    static void inwards(MultiMap from, MultiMap to) {
        for (String name : INWARDS) {
            from.getAll(name).forEach(value -> to.add(name, value));
        }
    }

    /** What the gateway has set itself stays as it is; the service's own copy of it is dropped. */
    static void outwards(MultiMap from, MultiMap to) {
        Set<String> dropped = new TreeSet<>(OF_ONE_CONNECTION);
        to.names().forEach(name -> dropped.add(name.toLowerCase(Locale.ROOT)));
        for (String listed : from.getAll("connection")) {
            for (String name : listed.split(",")) {
                dropped.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!dropped.contains(name) && !name.startsWith(CROSS_ORIGIN)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }
}
