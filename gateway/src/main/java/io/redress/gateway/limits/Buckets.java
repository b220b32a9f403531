package io.redress.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.redress.kit.boot.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * One token bucket a caller, in machine time. At most so many callers are remembered; a caller that is forgotten
 * begins with a full bucket.
 */
final class Buckets {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MINUTE_SECONDS = 60;

    private final String policy;
    private final RateConfig.Rate rate;
    private final long windowSeconds;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Buckets(String policy, RateConfig.Rate rate, int maxCallers, MachineClock clock) {
        this.policy = policy;
        this.rate = rate;
        this.windowSeconds = Math.max(1, quotient(rate.burst() * MINUTE_SECONDS, rate.perMinute()));
        this.time = new MachineTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(maxCallers)
                // a bucket that is full again need not be remembered
                .expireAfterAccess(Duration.ofSeconds(2 * windowSeconds))
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    Allowance take(String caller) {
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                policy,
                rate.burst(),
                windowSeconds,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    boolean exhausted(String caller) {
        Bucket bucket = buckets.getIfPresent(caller);
        return bucket != null && bucket.getAvailableTokens() < 1;
    }

    private Bucket bucket(String caller) {
        return buckets.get(caller, added -> Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build());
    }

    private static long seconds(long nanos) {
        return quotient(nanos, NANOS);
    }

    /** Rounded up. */
    private static long quotient(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    private record MachineTime(MachineClock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.now();
            return now.getEpochSecond() * NANOS + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
