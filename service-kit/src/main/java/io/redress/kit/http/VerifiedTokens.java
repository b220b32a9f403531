package io.redress.kit.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.kit.command.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Remembers tokens that were verified, so that a signature is computed once for each token and not for each request.
 * Guarantees: at most 10 000 entries; a token is found only until it expires, and only while its issuer's key set is the
 * one it was verified with; a token that was refused is never remembered. Keyed by SHA-256, so that a dump shows none.
 */
final class VerifiedTokens {

    private static final int MOST = 10_000;

    private record Verified(Caller caller, Instant expires, TrustedIssuer issuer, int generation) {}

    private final Cache<String, Verified> cache =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    Optional<Caller> find(String token, Instant now) {
        Verified found = cache.getIfPresent(key(token));
        boolean holds = found != null
                && now.isBefore(found.expires())
                && found.issuer().keys().generation() == found.generation();
        return holds ? Optional.of(found.caller()) : Optional.empty();
    }

    void remember(String token, Caller caller, Instant expires, TrustedIssuer issuer) {
        cache.put(
                key(token), new Verified(caller, expires, issuer, issuer.keys().generation()));
    }

    private static String key(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
