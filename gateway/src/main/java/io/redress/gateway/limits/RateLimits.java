package io.redress.gateway.limits;

import io.redress.kit.boot.MachineClock;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * How often one caller may ask: whoever has a valid token, by its subject; everybody else by address, with a smaller
 * limit, so that guessing tokens is slow. An address that has used up its limit is refused before any token of it is
 * looked at, unless the very same token was valid a short time ago: who shares the address with a guesser goes on.
 */
public final class RateLimits {

    private final Buckets known;
    private final Buckets unknown;
    private final ClientAddress address;
    private final KnownTokens tokens;

    public RateLimits(RateConfig config, MachineClock clock) {
        this.known = new Buckets("caller", config.known(), config.maxCallers(), clock);
        this.unknown = new Buckets("address", config.unknown(), config.maxCallers(), clock);
        this.address = new ClientAddress(config.trustedHops());
        this.tokens = new KnownTokens(config.maxCallers(), clock);
    }

    /**
     * Counts a request with a valid token.
     *
     * @param authorization the header as it came
     */
    public Allowance take(String subject, String authorization) {
        tokens.remember(authorization);
        return known.take(subject);
    }

    /** Counts a request without one. */
    public Allowance takeUnknown(HttpServerRequest request) {
        return unknown.take(address.of(request));
    }

    /** Refuses and counts a request whose address may not ask now without a token that is known to be valid. */
    public Optional<Allowance> refuse(HttpServerRequest request) {
        String from = address.of(request);
        return unknown.exhausted(from) && !tokens.knows(request.getHeader(HttpHeaders.AUTHORIZATION))
                ? Optional.of(unknown.take(from)).filter(taken -> !taken.granted())
                : Optional.empty();
    }

    /** Names a caller who has no subject. */
    public String nameOf(HttpServerRequest request) {
        return "address " + address.of(request);
    }
}
