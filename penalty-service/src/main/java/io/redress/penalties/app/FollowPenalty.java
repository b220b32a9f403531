package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.shop.Appeal;
import io.redress.penalties.domain.shop.EnteringIntoForce;
import io.redress.penalties.domain.shop.Finality;
import io.redress.penalties.domain.shop.Issuing;
import io.redress.penalties.domain.shop.MeasureCourse;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What other services and the clock do to a penalty: its statement is stored and delivered, its appeal opens and ends,
 * its windows close, its measures begin and are served. Each does nothing when the penalty has moved on.
 */
public final class FollowPenalty {

    private final ShopFiles files;
    private final ShopJournal journal;
    private final IdSource ids;

    public FollowPenalty(ShopFiles files, ShopJournal journal, IdSource ids) {
        this.files = files;
        this.journal = journal;
        this.ids = ids;
    }

    /** A statement that is on a durable medium. */
    public record Stored(String penaltyId, String statementId, Instant at, CommandContext context) {}

    /** The statement is on a durable medium: the penalty may enter into force. */
    public Future<Void> statementStored(
            String penaltyId, String statementId, Instant at, CommandContext context, Tx tx) {
        return statementsStored(List.of(new Stored(penaltyId, statementId, at, context)), tx);
    }

    /** The same for several in this order, each on its shop as the one before left it. */
    public Future<Void> statementsStored(List<Stored> statements, Tx tx) {
        List<String> penalties = statements.stream().map(Stored::penaltyId).toList();
        return files.lockPenalties(tx, penalties).compose(held -> {
            List<HeldShop> shops = new ArrayList<>(held);
            List<Write> writes = new ArrayList<>();
            for (Stored one : statements) {
                for (int i = 0; i < shops.size(); i++) {
                    HeldShop shop = shops.get(i);
                    Optional<ShopChange> change = EnteringIntoForce.statementStored(
                            shop.file(), one.penaltyId(), one.statementId(), ids, one.at());
                    if (change.isPresent()) {
                        ShopJournal.Entry entry = journal.write(shop, change.get(), one.context());
                        writes.add(entry.write());
                        shops.set(i, shop.after(change.get().after(), entry.revisions()));
                    }
                }
            }
            return tx.applyAll(writes);
        });
    }

    public Future<Void> statementDelivered(
            String penaltyId, String statementId, Instant at, CommandContext context, Tx tx) {
        return penalty(penaltyId, context, tx, file -> Issuing.delivered(file, penaltyId, statementId, at));
    }

    public Future<Void> announcementOver(String penaltyId, CommandContext context, Tx tx) {
        return penalty(
                penaltyId,
                context,
                tx,
                file -> EnteringIntoForce.windowOver(file, penaltyId, ids, context.businessTime()));
    }

    public Future<Void> appealOpened(String penaltyId, String caseId, CommandContext context, Tx tx) {
        return penalty(
                penaltyId, context, tx, file -> Appeal.opened(file, penaltyId, caseId, ids, context.businessTime()));
    }

    public Future<Void> appealEnded(String penaltyId, String caseId, CommandContext context, Tx tx) {
        return penalty(
                penaltyId, context, tx, file -> Appeal.ended(file, penaltyId, caseId, ids, context.businessTime()));
    }

    public Future<Void> appealWindowClosed(String penaltyId, CommandContext context, Tx tx) {
        return penalty(
                penaltyId, context, tx, file -> Finality.windowClosed(file, penaltyId, ids, context.businessTime()));
    }

    public Future<Void> measureBegins(String measureId, CommandContext context, Tx tx) {
        return measure(
                measureId, context, tx, file -> MeasureCourse.begin(file, measureId, ids, context.businessTime()));
    }

    public Future<Void> measureEnds(String measureId, CommandContext context, Tx tx) {
        return measure(
                measureId, context, tx, file -> MeasureCourse.serve(file, measureId, ids, context.businessTime()));
    }

    private Future<Void> penalty(
            String penaltyId, CommandContext context, Tx tx, Function<ShopFile, Optional<ShopChange>> change) {
        return files.lockPenalty(tx, penaltyId).compose(found -> apply(found, context, tx, change));
    }

    private Future<Void> measure(
            String measureId, CommandContext context, Tx tx, Function<ShopFile, Optional<ShopChange>> change) {
        return files.lockMeasure(tx, measureId).compose(found -> apply(found, context, tx, change));
    }

    private Future<Void> apply(
            Optional<HeldShop> found, CommandContext context, Tx tx, Function<ShopFile, Optional<ShopChange>> change) {
        return found.map(shop -> journal.apply(tx, shop, change.apply(shop.file()), context))
                .orElseGet(Future::succeededFuture);
    }
}
