package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.seal.SealRecord;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.seal.DetectionRecord;
import io.redress.penalties.domain.shop.Proposal;
import io.redress.penalties.domain.shop.Proposing;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Proposes a penalty, or imports one that was in force before. Refusals: UNKNOWN_SHOP and those of {@link Proposing}.
 */
public final class ProposePenalty {

    private final ShopFiles files;
    private final ShopJournal journal;
    private final SealRecord seal;
    private final IdSource ids;

    public ProposePenalty(ShopFiles files, ShopJournal journal, SealRecord seal, IdSource ids) {
        this.files = files;
        this.journal = journal;
        this.seal = seal;
        this.ids = ids;
    }

    /**
     * A proposal that was accepted.
     *
     * @param after the shop with it, once it is written
     */
    record Accepted(PenaltyResult result, Revision revision, Write write, HeldShop after) {}

    /** @param record how the breach was detected; it is sealed */
    public Future<Decision<PenaltyResult>> handle(
            String shopId, Proposal proposal, Optional<DetectionRecord> record, CommandContext context, Tx tx) {
        return files.lockShop(tx, shopId).map(found -> {
            Outcome<Accepted> outcome = found.map(shop -> decide(shop, proposal, record, context))
                    .orElseGet(() -> Outcome.refused(unknown(shopId)));
            if (outcome instanceof Outcome.Refused<Accepted> refused) {
                return Decision.refuse(refused.refusal());
            }
            Accepted accepted = ((Outcome.Done<Accepted>) outcome).value();
            return Decision.accept(accepted.result(), accepted.revision(), accepted.write());
        });
    }

    static Refusal unknown(String shopId) {
        return Refusal.of(PenaltyRefusal.UNKNOWN_SHOP, "Shop " + shopId + " is not registered.");
    }

    /** Decides on a shop that is locked. */
    Outcome<Accepted> decide(
            HeldShop shop, Proposal proposal, Optional<DetectionRecord> record, CommandContext context) {
        return Proposing.propose(shop.file(), proposal, ids, context.businessTime())
                .map(proposed -> {
                    ShopJournal.Entry entry = journal.write(shop, proposed.change(), context);
                    PenaltyResult result = PenaltyResult.of(proposed.change().after(), proposed.penaltyId());
                    Write sealed = record.map(content -> seal.write(result.penalty(), content, context))
                            .orElseGet(Write::none);
                    return new Accepted(
                            result,
                            entry.revision(proposed.penaltyId(), shop),
                            entry.write().and(sealed),
                            shop.after(proposed.change().after(), entry.revisions()));
                });
    }
}
