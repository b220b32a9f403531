package io.redress.penalties.app.consistency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.consistency.ComparableFacts;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/**
 * How comparable decisions are distributed. Fewer than {@value #MANY} are counted each time, so that each sees all that
 * were decided before it. More are counted once and kept for a minute: what was decided, taken back or reduced in that
 * minute counts after it. The minute is of both clocks: business time that was moved, forwards or backwards, has them
 * counted again. At most {@value #MOST} are kept, the least used forgotten. Each instance has its own.
 */
public final class KeptDistributions {

    static final int MANY = 300;
    static final int MOST = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RangedDecisions decisions;
    private final Cache<ComparableFacts, Counted> kept;

    public KeptDistributions(RangedDecisions decisions, MachineClock clock) {
        this.decisions = decisions;
        this.kept = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> nanos(clock.now()))
                .executor(Runnable::run)
                .build();
    }

    /** @param at up to when, in business time */
    private record Counted(SortedMap<Integer, Integer> byPoints, Instant at) {

        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(KEPT));
        }
    }

    /**
     * How many comparable decisions gave so many points.
     *
     * @param now until when, inclusive
     */
    Future<SortedMap<Integer, Integer>> of(ComparableFacts facts, Instant since, Instant now, Tx tx) {
        Counted known = kept.getIfPresent(facts);
        if (known != null && known.holds(now)) {
            return Future.succeededFuture(known.byPoints());
        }
        return decisions.comparable(tx, facts, since, now).onSuccess(byPoints -> {
            if (byPoints.values().stream().mapToInt(Integer::intValue).sum() >= MANY) {
                kept.put(facts, new Counted(Collections.unmodifiableSortedMap(byPoints), now));
            }
        });
    }

    /** How many distributions are kept. */
    long size() {
        kept.cleanUp();
        return kept.estimatedSize();
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * NANOS + instant.getNano();
    }
}
