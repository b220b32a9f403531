package io.redress.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.kit.boot.MachineClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * Tokens that were valid within the last minutes, as SHA-256 digests. To be known here lets a token be looked at, it
 * does not make it valid.
 */
final class KnownTokens {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Cache<String, Boolean> digests;

    KnownTokens(int max, MachineClock clock) {
        this.digests = Caffeine.newBuilder()
                .maximumSize(max)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> nanos(clock.now()))
                .executor(Runnable::run)
                .build();
    }

    void remember(String authorization) {
        digests.put(digest(authorization), true);
    }

    boolean knows(String authorization) {
        return authorization != null && digests.getIfPresent(digest(authorization)) != null;
    }

    private static String digest(String authorization) {
        try {
            byte[] bytes = authorization.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * NANOS + instant.getNano();
    }
}
