package io.redress.kit.http;

import io.redress.kit.boot.MachineClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.util.Set;

/** Somebody whose tokens are believed: his name, his keys, and what his tokens may say. Used from one event loop. */
public final class TrustedIssuer {

    /** What an issuer's tokens may say. */
    enum Kind {
        /** Says who somebody is. An agency's merchant is never taken from here: it needs a mandate. */
        IDENTITY,
        /** The gateway. Its tokens are for machines with an API key and for agencies under a mandate, nobody else. */
        EDGE
    }

    private static final Set<String> IDENTITY_ALGORITHMS = Set.of("RS256", "PS256", "ES256");
    private static final Set<String> EDGE_ALGORITHMS = Set.of("ES256");

    private final Kind kind;
    private final String name;
    private final IssuerKeys keys;

    private TrustedIssuer(Kind kind, String name, IssuerKeys keys) {
        this.kind = kind;
        this.name = name;
        this.keys = keys;
    }

    /** Any OpenID Connect issuer; RS256, PS256 and ES256. */
    public static TrustedIssuer identity(
            Vertx vertx, WebClient client, String issuer, String jwksUrl, MachineClock clock) {
        return new TrustedIssuer(
                Kind.IDENTITY, issuer, IssuerKeys.fetched(vertx, client, jwksUrl, IDENTITY_ALGORITHMS, clock));
    }

    /** The gateway, seen from a service; ES256. */
    public static TrustedIssuer edge(Vertx vertx, WebClient client, String issuer, String jwksUrl, MachineClock clock) {
        return new TrustedIssuer(Kind.EDGE, issuer, IssuerKeys.fetched(vertx, client, jwksUrl, EDGE_ALGORITHMS, clock));
    }

    /** The gateway, seen by itself. */
    public static TrustedIssuer edge(Vertx vertx, String issuer, JsonObject keySet) {
        return new TrustedIssuer(Kind.EDGE, issuer, IssuerKeys.fixed(vertx, keySet, EDGE_ALGORITHMS));
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    IssuerKeys keys() {
        return keys;
    }

    /** Identity issuers are there first; the gateway comes after the services that ask it. */
    Future<Void> warmUp() {
        return kind == Kind.IDENTITY ? keys.warmUp() : Future.succeededFuture();
    }
}
