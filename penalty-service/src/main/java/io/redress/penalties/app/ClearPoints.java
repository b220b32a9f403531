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
import java.util.List;
import java.util.Optional;

/**
 * The run over all shops when points cease to count, part by part: each part is a transaction of its own that ends what
 * the points of its shops do not justify any more and moves the mark that the next part begins behind. Stopped anywhere
 * it goes on at the mark; a part that failed left nothing; several instances take turns at the mark; a run that is done
 * does nothing. Only shops that have something which could end are looked at, {@value #PART} at a time.
 */
public final class ClearPoints {

    private static final int PART = 50;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final ClearingRuns runs;
    private final ShopFiles files;
    private final ShopJournal journal;
    private final RulebookStore rulebooks;
    private final IdSource ids;

    public ClearPoints(ClearingRuns runs, ShopFiles files, ShopJournal journal, RulebookStore rulebooks, IdSource ids) {
        this.runs = runs;
        this.files = files;
        this.journal = journal;
        this.rulebooks = rulebooks;
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
                    .compose(shops -> clear(shops, run, context, tx));
        });
    }

    private Future<ClearingRuns.Run> clear(List<String> shops, ClearingRuns.Run run, CommandContext context, Tx tx) {
        Future<Long> ended = Future.succeededFuture(run.measures());
        for (String shopId : shops) {
            ended = ended.compose(sum -> clear(shopId, run.at(), context, tx).map(more -> sum + more));
        }
        return ended.compose(sum -> {
            boolean done = shops.size() < PART;
            ClearingRuns.Run after = new ClearingRuns.Run(
                    run.at(),
                    shops.isEmpty() ? run.behind() : shops.get(shops.size() - 1),
                    run.shops() + shops.size(),
                    sum,
                    done);
            return tx.apply(done ? runs.save(after) : runs.save(after).and(runs.goOn(run.at())))
                    .compose(saved -> done ? expectNext(run.at(), tx) : Future.succeededFuture())
                    .map(saved -> after);
        });
    }

    /** How many measures of the shop end. */
    private Future<Integer> clear(String shopId, Instant at, CommandContext context, Tx tx) {
        return files.lockShop(tx, shopId).compose(found -> {
            HeldShop shop = found.orElseThrow();
            Optional<ShopChange> change = PointsCleared.at(shop.file(), at, ids);
            int ending = change.map(ClearPoints::measures).orElse(0);
            return journal.apply(tx, shop, change, context).map(ending);
        });
    }

    private static int measures(ShopChange change) {
        return Math.toIntExact(change.events().stream()
                .filter(ShopEvent.MeasureChanged.class::isInstance)
                .count());
    }

    /** Has the first clearing after this instant done if anything is left that it could end. */
    public Future<Void> expectNext(Instant after, Tx tx) {
        return runs.shops(tx, "", END_OF_TIME, 1)
                .compose(some -> some.isEmpty()
                        ? Future.succeededFuture()
                        : rulebooks
                                .all(tx)
                                .compose(versions -> tx.apply(versions.nextClearing(after)
                                        .map(runs::expect)
                                        .orElseGet(Write::none))));
    }
}
