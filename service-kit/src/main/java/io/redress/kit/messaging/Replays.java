package io.redress.kit.messaging;

import io.redress.kit.boot.MachineClock;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.DatabaseUnavailable;
import io.redress.kit.pg.GuardMissed;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has dead letters handled again, by the normal handler: a key's in order, then what is parked behind them, with new
 * time to wait. Each event is a transaction of its own, so a replay that breaks off has closed what it has closed, and
 * repeating it goes on with the rest. The first that fails again stays open with all behind it.
 *
 * <p>To replay is to decide: that a missing event before a dead letter does not come, and that the events of its key
 * are to be handled however old they are. Earlier events of a subject that are parked are handled before it.
 *
 * <p>A call begins with nothing more after 5 seconds and goes through 100 keys at most.
 */
public final class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final int MOST_KEYS = 100;
    private static final int ATTEMPTS = 3;

    /** What shares an order. */
    public record Key(String topic, String key) {}

    /** The dead letter that failed again, and why. */
    public record Failure(long deadLetterId, String cause) {}

    /**
     * What became of a key.
     *
     * @param closed how many of its dead letters were handled
     */
    public record OfKey(Key key, int closed, Optional<Failure> failure) {}

    /**
     * What a call did.
     *
     * @param more whether time or number ended it before everything asked for was tried
     */
    public record Report(List<OfKey> keys, boolean more) {}

    /** Who asked, and until when further ones are begun. */
    private record Call(String by, Instant until) {}

    /** @param cutOff whether dead letters of the key are left because the call's time was over */
    private record Outcome(OfKey key, boolean cutOff) {}

    private final Database database;
    private final MachineClock clock;
    private final Handlers handlers;
    private final ParkedRetries retries;
    private final Duration patience;
    private final DeadLetterStore deadLetters = new DeadLetterStore();
    private final InboxStore inbox = new InboxStore();
    private final ParkedStore parked = new ParkedStore();

    Replays(Database database, MachineClock clock, Handlers handlers, ParkedRetries retries, Duration patience) {
        this.database = database;
        this.clock = clock;
        this.handlers = handlers;
        this.retries = retries;
        this.patience = patience;
    }

    /** The open dead letters of one key; none is no failure. Fails only if the database does. */
    public Future<Report> replay(Key key, String by) {
        return replay(List.of(key), 0, begun(by), List.of());
    }

    /** Every open dead letter, key by key: those that were never tried first, and of these the oldest. */
    public Future<Report> replayAll(String by) {
        Call call = begun(by);
        return database.read(tx -> deadLetters.openKeys(tx, MOST_KEYS + 1))
                .compose(keys -> replay(keys.subList(0, Math.min(keys.size(), MOST_KEYS)), 0, call, List.of())
                        .map(report -> new Report(report.keys(), report.more() || keys.size() > MOST_KEYS)));
    }

    private Call begun(String by) {
        return new Call(by, clock.now().plus(BUDGET));
    }

    private boolean over(Call call) {
        return !clock.now().isBefore(call.until());
    }

    private Future<Report> replay(List<Key> keys, int index, Call call, List<OfKey> done) {
        if (index == keys.size()) {
            return Future.succeededFuture(new Report(done, false));
        }
        return ofKey(keys.get(index), 0, call).compose(outcome -> {
            List<OfKey> more = new ArrayList<>(done);
            if (outcome.key().closed() > 0 || outcome.key().failure().isPresent()) {
                more.add(outcome.key());
            }
            return outcome.cutOff()
                    ? Future.succeededFuture(new Report(List.copyOf(more), true))
                    : replay(keys, index + 1, call, List.copyOf(more));
        });
    }

    private Future<Outcome> ofKey(Key key, int closed, Call call) {
        return firstOpen(key).compose(found -> {
            if (found.isEmpty()) {
                return closed == 0
                        ? Future.succeededFuture(new Outcome(new OfKey(key, 0, Optional.empty()), false))
                        : released(key, closed, call);
            }
            if (over(call)) {
                return Future.succeededFuture(new Outcome(new OfKey(key, closed, Optional.empty()), true));
            }
            DeadLetter letter = found.get();
            return one(letter, call, 1)
                    .compose(handled -> ofKey(key, closed + handled, call), failure -> failed(letter, failure)
                            .map(noted -> stays(key, closed, letter.id(), Causes.of(failure))));
        });
    }

    private Future<Optional<DeadLetter>> firstOpen(Key key) {
        return database.read(tx -> deadLetters.firstOpen(tx, key.topic(), key.key()));
    }

    /** What is parked behind them has its turn; one of these may end as a dead letter itself. */
    private Future<Outcome> released(Key key, int closed, Call call) {
        return database.inTransaction(tx -> parked.renew(tx, key.topic(), key.key(), patience))
                .compose(renewed -> retries.retryKey(key, () -> over(call)))
                .compose(retried -> firstOpen(key))
                .map(left -> left.map(letter -> stays(key, closed, letter.id(), letter.cause()))
                        .orElseGet(() -> new Outcome(new OfKey(key, closed, Optional.empty()), false)));
    }

    private static Outcome stays(Key key, int closed, long deadLetterId, String cause) {
        return new Outcome(new OfKey(key, closed, Optional.of(new Failure(deadLetterId, cause))), false);
    }

    private Future<Void> failed(DeadLetter letter, Throwable failure) {
        if (failure instanceof DatabaseUnavailable) {
            return Future.failedFuture(failure);
        }
        LOG.warn("dead letter {} failed again: {}", letter.id(), failure.toString());
        return database.inTransaction(tx -> deadLetters.failed(tx, letter.id(), Causes.of(failure)));
    }

    /** @return 1, or 0 if somebody else has closed it meanwhile */
    private Future<Integer> one(DeadLetter letter, Call call, int attempt) {
        return retries.before(letter)
                .compose(nothingBefore -> database.inTransaction(tx -> deadLetters
                        .lockOpen(tx, letter.id())
                        .compose(found -> found.isEmpty()
                                ? Future.succeededFuture(0)
                                : handle(tx, found.get())
                                        .compose(handled -> deadLetters.replayed(tx, letter.id(), call.by()))
                                        .map(1))))
                .recover(failure -> attempt < ATTEMPTS && (failure instanceof GuardMissed || failure instanceof Fenced)
                        ? one(letter, call, attempt + 1)
                        : Future.failedFuture(failure));
    }

    private Future<Void> handle(Tx tx, DeadLetter letter) {
        IncomingEvent event = Envelopes.parse(letter.topic(), letter.key(), letter.envelope());
        return inbox.look(tx, event)
                .compose(place -> place == Place.DUPLICATE
                        ? Future.succeededFuture()
                        : handlers.handleWhateverItsAge(event, tx)
                                .compose(handled -> inbox.handled(tx, event.topic(), event.subject(), event.sequence()))
                                .mapEmpty());
    }
}
