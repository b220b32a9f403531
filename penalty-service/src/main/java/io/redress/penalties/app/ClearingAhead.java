package io.redress.penalties.app;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has points that a change brings, and measures without an end that stand on them, looked at when they cease to count: by
 * the run over all shops at that instant, and, where that may have passed the shop before the change is committed, by a
 * deadline of the shop's own. The change may come late, because its event or its deadline did; and one of the last minute
 * before the instant may be committed behind the run. Limit: a clock that is moved by more than that minute, past the
 * instant, while a change is being committed.
 */
public final class ClearingAhead {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final ClearingRuns runs;
    private final BusinessClock clock;

    public ClearingAhead(ClearingRuns runs, BusinessClock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** @param at when the change happens, in business time */
    Write of(ShopChange change, Instant at) {
        return change.events().stream()
                .filter(ClearingAhead::mayBeCleared)
                .findFirst()
                .map(event -> next(
                        change.after().rulebooks(),
                        since(event, at),
                        change.after().shopId(),
                        event.subject()))
                .orElseGet(Write::none);
    }

    /**
     * The first clearing behind this instant.
     *
     * @param cause what it is looked for of: a penalty or a measure
     */
    Write next(Rulebooks rulebooks, Instant behind, String shopId, String cause) {
        Optional<Instant> next = rulebooks.nextClearing(behind);
        if (next.isEmpty()) {
            return Write.none();
        }
        boolean far = clock.now().plus(SOON).isBefore(next.get());
        return far ? runs.expect(next.get()) : runs.expect(next.get()).and(runs.expectOf(next.get(), shopId, cause));
    }

    private static boolean mayBeCleared(ShopEvent event) {
        return event instanceof ShopEvent.PenaltyInForce
                || event instanceof ShopEvent.MeasureChanged changed
                        && changed.measure().state().live()
                        && changed.measure().days().isEmpty();
    }

    /** From when points count; those of an import count from its own past, but nothing is ended by importing it. */
    private static Instant since(ShopEvent event, Instant at) {
        return event instanceof ShopEvent.PenaltyInForce brought
                        && !brought.penalty().imported()
                ? brought.penalty()
                        .effectiveAt()
                        .filter(effective -> effective.isBefore(at))
                        .orElse(at)
                : at;
    }
}
