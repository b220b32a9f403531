package io.redress.cases.app.consistency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.cases.domain.consistency.ComparableRulings;
import io.redress.cases.domain.consistency.Decided;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How comparable items were decided. Fewer than {@value #MANY} are counted each time, so that each draft sees all that were
 * final before it. More are counted once and kept for a minute: what became final or was reopened in that minute counts
 * after it. The minute is of both clocks: business time that was moved, forwards or backwards, has them counted again. At
 * most {@value #MOST} are kept, the least used forgotten. Each instance has its own.
 */
public final class KeptDistributions {

    static final int MANY = 300;
    static final int MOST = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ComparedRulings rulings;
    private final Cache<ComparableRulings, Counted> kept;

    public KeptDistributions(ComparedRulings rulings, MachineClock clock) {
        this.rulings = rulings;
        this.kept = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(() -> nanos(clock.now()))
                .executor(Runnable::run)
                .build();
    }

    /** @param at up to when, in business time */
    private record Counted(Decided decided, Instant at) {

        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(KEPT));
        }
    }

    /** @param now until when, inclusive */
    Future<Decided> of(ComparableRulings comparable, Instant since, Instant now, Tx tx) {
        Counted known = kept.getIfPresent(comparable);
        if (known != null && known.holds(now)) {
            return Future.succeededFuture(known.decided());
        }
        return rulings.comparable(tx, comparable, since, now).onSuccess(decided -> {
            if (decided.decisions() >= MANY) {
                kept.put(comparable, new Counted(decided, now));
            }
        });
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * NANOS + instant.getNano();
    }
}
