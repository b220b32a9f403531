package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.consistency.CompareDecisions;
import io.redress.penalties.app.seal.ProtectDisclosures;
import io.redress.penalties.app.seal.SealRecord;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.seal.DetectionRecord;
import io.redress.penalties.domain.shop.Proposal;
import io.redress.penalties.domain.shop.Proposing;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proposes a penalty, or imports one that was in force before. Refusals: UNKNOWN_SHOP and those of {@link Proposing},
 * {@link CompareDecisions} and, unless it is imported, {@link ProtectDisclosures}.
 */
public final class ProposePenalty {

    private final ShopFiles files;
    private final ShopJournal journal;
    private final SealRecord seal;
    private final CompareDecisions compare;
    private final ProtectDisclosures disclosures;
    private final IdSource ids;

    public ProposePenalty(
            ShopFiles files,
            ShopJournal journal,
            SealRecord seal,
            CompareDecisions compare,
            ProtectDisclosures disclosures,
            IdSource ids) {
        this.files = files;
        this.journal = journal;
        this.seal = seal;
        this.compare = compare;
        this.disclosures = disclosures;
        this.ids = ids;
    }

    /**
     * A proposal that was accepted.
     *
     * @param after the shop with it, once it is written
     */
    record Accepted(PenaltyResult result, Revision revision, Write write, HeldShop after) {

        private Accepted with(Write more) {
            return new Accepted(result, revision, write.and(more), after);
        }
    }

    /**
     * What somebody proposes.
     *
     * @param deviations why a violation's points leave the usual band, by violation; never shown to the merchant
     * @param record how the breach was detected; it is sealed
     */
    public record Asked(
            String shopId,
            Proposal proposal,
            List<Optional<String>> deviations,
            Optional<DetectionRecord> record,
            CommandContext context) {}

    /** Decides on each by itself, in their order; of different shops, which are locked in the order of their ids. */
    public Future<List<Decision<PenaltyResult>>> handle(List<Asked> asked, Tx tx) {
        return files.lockShops(tx, asked.stream().map(Asked::shopId).toList()).compose(found -> {
            Map<String, HeldShop> shops = new HashMap<>();
            found.forEach(shop -> shops.put(shop.file().shopId(), shop));
            List<Future<Decision<PenaltyResult>>> decided = asked.stream()
                    .map(one -> decide(one, Optional.ofNullable(shops.get(one.shopId())), tx))
                    .toList();
            return Future.all(decided)
                    .map(all -> decided.stream().map(Future::result).toList());
        });
    }

    private Future<Decision<PenaltyResult>> decide(Asked asked, Optional<HeldShop> shop, Tx tx) {
        if (shop.isEmpty()) {
            return Future.succeededFuture(Decision.refuse(unknown(asked.shopId())));
        }
        return decide(shop.get(), asked.proposal(), asked.deviations(), asked.record(), asked.context(), tx)
                .map(outcome -> {
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

    /**
     * Decides on a shop that is locked.
     *
     * @param deviations why a violation's points leave the usual band, by violation; never shown to the merchant
     * @param record how the breach was detected; it is sealed
     */
    Future<Outcome<Accepted>> decide(
            HeldShop shop,
            Proposal proposal,
            List<Optional<String>> deviations,
            Optional<DetectionRecord> record,
            CommandContext context,
            Tx tx) {
        Outcome<Accepted> proposed = propose(shop, proposal, record, context);
        if (!(proposed instanceof Outcome.Done<Accepted> done)) {
            return Future.succeededFuture(proposed);
        }
        return disclosed(shop, proposal, record, tx)
                .compose(refusal -> refusal.isPresent()
                        ? Future.succeededFuture(Outcome.refused(refusal.get()))
                        : compare.check(
                                        done.value().result().penalty(),
                                        deviations,
                                        shop.file().rulebooks(),
                                        context.businessTime(),
                                        tx)
                                .map(kept -> kept.map(done.value()::with)));
    }

    /** What was in force before is not proposed anew. */
    private Future<Optional<Refusal>> disclosed(
            HeldShop shop, Proposal proposal, Optional<DetectionRecord> record, Tx tx) {
        return proposal.legacy().isPresent()
                ? Future.succeededFuture(Optional.empty())
                : disclosures.refusal(shop.file().merchantId(), shop.file().shopId(), proposal, record, tx);
    }

    private Outcome<Accepted> propose(
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
