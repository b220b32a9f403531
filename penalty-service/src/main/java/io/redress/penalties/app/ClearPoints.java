package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.shop.PointsCleared;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The run over all shops when points cease to count, part by part: each part is a transaction of its own that ends what
 * the points of its shops do not justify any more and moves the mark that the next part begins behind. Stopped anywhere
 * it goes on at the mark; a part that failed left nothing; several instances take turns at the mark; a run that is done
 * does nothing. Only shops that have something which could end are looked at, {@value #PART} at a time, fewer where
 * their files together hold more than {@value #PENALTIES} penalties. A part locks, reads and writes its shops together.
 * What comes to a shop when the run may have passed it is done for that shop by itself.
 */
public final class ClearPoints {

    private static final int PART = 50;
    private static final int PENALTIES = 1_000;

    private final ClearingRuns runs;
    private final ShopFiles files;
    private final ShopJournal journal;
    private final RulebookStore rulebooks;
    private final ClearingAhead ahead;
    private final IdSource ids;

    public ClearPoints(
            ClearingRuns runs,
            ShopFiles files,
            ShopJournal journal,
            RulebookStore rulebooks,
            ClearingAhead ahead,
            IdSource ids) {
        this.runs = runs;
        this.files = files;
        this.journal = journal;
        this.rulebooks = rulebooks;
        this.ahead = ahead;
        this.ids = ids;
    }

    /** Does the next part of the run at this instant, and has the rest done after it. */
    public Future<ClearingRuns.Run> part(Instant at, CommandContext context, Tx tx) {
        return runs.lock(tx, at).compose(run -> {
            if (run.done()) {
                return Future.succeededFuture(run);
            }
            return rulebooks
                    .all(tx)
                    .compose(versions -> runs.shops(tx, run.behind(), versions.clearedBefore(at), PART))
                    .compose(due -> clear(due, run, context, tx));
        });
    }

    /**
     * Does for one shop what the run at this instant does, and has the rest done at the clearings behind it that are past.
     *
     * @param subject of the deadline, as {@link DeadlineKinds#SHOP_POINTS_CLEARED} says
     */
    public Future<Void> ofShop(String subject, Instant at, CommandContext context, Tx tx) {
        String[] parts = subject.split("/", 3);
        return clear(List.of(parts[0]), at, context, tx)
                .compose(ended -> rulebooks.all(tx))
                .compose(versions -> tx.apply(ahead.next(versions, at, parts[0], parts[1])));
    }

    private Future<ClearingRuns.Run> clear(
            List<ClearingRuns.Due> due, ClearingRuns.Run run, CommandContext context, Tx tx) {
        List<String> shops = part(due);
        return clear(shops, run.at(), context, tx).compose(ended -> {
            boolean done = shops.size() == due.size() && due.size() < PART;
            ClearingRuns.Run after = new ClearingRuns.Run(
                    run.at(),
                    shops.isEmpty() ? run.behind() : shops.get(shops.size() - 1),
                    run.shops() + shops.size(),
                    run.measures() + ended,
                    done);
            return tx.apply(done ? runs.save(after) : runs.save(after).and(runs.goOn(run.at())))
                    .compose(saved -> done ? expectNext(run.at(), tx) : Future.succeededFuture())
                    .map(saved -> after);
        });
    }

    /** The first of them, at least one, as far as their files do not hold too much. */
    private static List<String> part(List<ClearingRuns.Due> due) {
        List<String> shops = new ArrayList<>();
        int penalties = 0;
        for (ClearingRuns.Due next : due) {
            penalties += next.penalties();
            if (!shops.isEmpty() && penalties > PENALTIES) {
                break;
            }
            shops.add(next.shopId());
        }
        return shops;
    }

    /** How many measures of the shops end. */
    private Future<Long> clear(List<String> shops, Instant at, CommandContext context, Tx tx) {
        return files.lockEnding(tx, shops).compose(held -> {
            Map<String, List<Write>> alike = new LinkedHashMap<>();
            long ended = 0;
            for (HeldShop shop : held) {
                HeldShop now = shop;
                Optional<ShopChange> change = PointsCleared.at(now.file(), at, ids);
                while (change.isPresent()) {
                    ended += measures(change.get());
                    ShopJournal.Entry entry = journal.write(now, change.get(), context);
                    alike.computeIfAbsent(shape(change.get()), shape -> new ArrayList<>())
                            .add(entry.write());
                    now = now.after(change.get().after(), entry.revisions());
                    change = PointsCleared.at(now.file(), at, ids);
                }
            }
            long sum = ended;
            return tx.applyAll(alike.values().stream().flatMap(List::stream).toList())
                    .map(applied -> sum);
        });
    }

    /** Changes of one shape are written by one statement, sent once; those of one shop have no row in common. */
    private static String shape(ShopChange change) {
        return change.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .collect(Collectors.joining(" "));
    }

    private static int measures(ShopChange change) {
        return Math.toIntExact(change.events().stream()
                .filter(ShopEvent.MeasureChanged.class::isInstance)
                .count());
    }

    /** Has the first clearing after this instant done if anything is left that it could end. */
    public Future<Void> expectNext(Instant after, Tx tx) {
        return runs.anythingLeft(tx)
                .compose(left -> left
                        ? rulebooks
                                .all(tx)
                                .compose(versions -> tx.apply(versions.nextClearing(after)
                                        .map(runs::expect)
                                        .orElseGet(Write::none)))
                        : Future.succeededFuture());
    }
}
