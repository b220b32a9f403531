package io.redress.gateway.limits;

import io.vertx.core.MultiMap;

/**
 * What a caller may still ask.
 *
 * @param policy its name
 * @param quota how many requests at once after a pause
 * @param windowSeconds how long it takes until all of the quota is back
 * @param granted this request may be made
 * @param remaining how many more may follow at once
 * @param resetSeconds until all of the quota is back
 * @param waitSeconds until the next request may be made; at least 1 if this one may not
 */
public record Allowance(
        String policy,
        long quota,
        long windowSeconds,
        boolean granted,
        long remaining,
        long resetSeconds,
        long waitSeconds) {

    /** As the structured fields {@code RateLimit} and {@code RateLimit-Policy} of the IETF's draft 10. */
    public void tell(MultiMap headers) {
        headers.set("RateLimit-Policy", "\"" + policy + "\";q=" + quota + ";w=" + windowSeconds);
        headers.set("RateLimit", "\"" + policy + "\";r=" + remaining + ";t=" + resetSeconds);
    }
}
