package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.WithoutNotice;
import io.redress.penalties.domain.shop.Approving;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiFunction;

/** A second person approves or refuses a penalty that is held. Refusals: those of {@link Approving}. */
public final class DecideHeldPenalty {

    private final ShopFiles files;
    private final ShopJournal journal;
    private final IdSource ids;

    public DecideHeldPenalty(ShopFiles files, ShopJournal journal, IdSource ids) {
        this.files = files;
        this.journal = journal;
        this.ids = ids;
    }

    public Future<Decision<PenaltyResult>> approve(
            String penaltyId, Optional<WithoutNotice> exception, CommandContext context, Tx tx) {
        return decide(
                penaltyId,
                context,
                tx,
                (file, penalty) -> Approving.approve(
                        file, penalty, context.caller().subject(), exception, ids, context.businessTime()));
    }

    public Future<Decision<PenaltyResult>> refuse(String penaltyId, String reason, CommandContext context, Tx tx) {
        return decide(
                penaltyId,
                context,
                tx,
                (file, penalty) ->
                        Approving.refuse(file, penalty, context.caller().subject(), reason, ids));
    }

    private Future<Decision<PenaltyResult>> decide(
            String penaltyId,
            CommandContext context,
            Tx tx,
            BiFunction<ShopFile, Penalty, Outcome<ShopChange>> decision) {
        return files.lockPenalty(tx, penaltyId).map(found -> {
            if (found.isEmpty()) {
                return Decision.notFound();
            }
            HeldShop shop = found.get();
            Revision revision = shop.revision(penaltyId);
            if (!context.accepts(revision)) {
                return Decision.stale(revision);
            }
            Outcome<ShopChange> outcome =
                    decision.apply(shop.file(), shop.file().penalty(penaltyId).orElseThrow());
            return journal.decided(shop, penaltyId, outcome, context);
        });
    }
}
