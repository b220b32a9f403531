package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.kit.text.WrittenText;
import io.redress.penalties.app.rulebook.ShadowHits;
import io.redress.penalties.app.rulebook.TakeShadowHits;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.seal.DetectionRecord;
import io.redress.penalties.domain.shop.Proposal;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes in what a detection system reports: each violation is proposed as a penalty of its own, in the order of the
 * batch, as if it had come alone, so that a bad one does not hurt the others. A report that became a penalty once never
 * becomes another: the same again answers with that penalty, other content under its id is a DUPLICATE. Other refusals:
 * UNKNOWN_SHOP, SEALED_TERM_IN_TEXT and those of {@link ProposePenalty}; a refused report may come again.
 *
 * <p>A report of a clause in shadow becomes a hit instead, in the same way, by {@link TakeShadowHits}; its texts are not
 * kept.
 *
 * <p>All of a batch is one transaction. Its shops are locked in the order of their ids, and each is read once.
 */
public final class ReportViolations {

    private final ShopFiles files;
    private final ProposePenalty proposals;
    private final Reports reports;
    private final TakeShadowHits shadows;
    private final ShadowHits hits;
    private final PlatformTexts texts;

    public ReportViolations(
            ShopFiles files,
            ProposePenalty proposals,
            Reports reports,
            TakeShadowHits shadows,
            ShadowHits hits,
            PlatformTexts texts) {
        this.files = files;
        this.proposals = proposals;
        this.reports = reports;
        this.shadows = shadows;
        this.hits = hits;
        this.texts = texts;
    }

    /**
     * A violation as a system reports it.
     *
     * @param sourceId the system's own name for it
     * @param digest of all that it says
     * @param shadowOf the draft of whose clause in shadow it is a hit; empty when it is to be a penalty
     * @param deviation why its points leave the usual band
     * @param texts that the merchant could read
     */
    public record Report(
            String sourceId,
            byte[] digest,
            String shopId,
            Optional<String> shadowOf,
            Proposal proposal,
            Optional<String> deviation,
            DetectionRecord record,
            List<WrittenText> texts) {}

    /** What became of a report. */
    public sealed interface Result {

        /** @param repeated whether it was so before this batch */
        record Became(String penaltyId, PenaltyStatus status, boolean repeated) implements Result {}

        /**
         * A hit of a clause in shadow.
         *
         * @param repeated whether it was so before this batch
         */
        record Shadowed(String hitId, boolean repeated) implements Result {}

        record Refused(Refusal refusal) implements Result {}
    }

    /** A batch under way: shops and reports as they stand behind what was written so far. */
    private record Batch(
            Map<String, HeldShop> shops,
            Map<String, Reports.Taken> taken,
            Map<String, ShadowHits.Taken> hits,
            TakeShadowHits.Batch shadows,
            List<Result> results) {}

    /** One result for each report, in their order. */
    public Future<List<Result>> handle(List<Report> batch, CommandContext context, Tx tx) {
        String system = context.caller().subject();
        List<String> sourceIds = batch.stream().map(Report::sourceId).distinct().toList();
        return lock(batch.stream().map(Report::shopId).distinct().toList(), tx)
                .compose(
                        shops -> reports.taken(tx, system, sourceIds).compose(taken -> hits.taken(tx, system, sourceIds)
                                .map(hit -> new Batch(
                                        shops,
                                        new HashMap<>(taken),
                                        new HashMap<>(hit),
                                        new TakeShadowHits.Batch(),
                                        new ArrayList<>()))))
                .compose(state -> {
                    Future<Void> one = Future.succeededFuture();
                    for (Report report : batch) {
                        one = one.compose(done -> take(report, state, context, tx))
                                .map(result -> {
                                    state.results().add(result);
                                    return null;
                                });
                    }
                    return one.map(done -> state.results());
                });
    }

    private Future<Map<String, HeldShop>> lock(List<String> shopIds, Tx tx) {
        return files.lockShops(tx, shopIds).map(found -> {
            Map<String, HeldShop> shops = new HashMap<>();
            found.forEach(shop -> shops.put(shop.file().shopId(), shop));
            return shops;
        });
    }

    private Future<Result> take(Report report, Batch batch, CommandContext context, Tx tx) {
        Optional<Result> known = Optional.ofNullable(batch.taken().get(report.sourceId()))
                .map(taken -> again(report, taken, batch))
                .or(() ->
                        Optional.ofNullable(batch.hits().get(report.sourceId())).map(taken -> again(report, taken)));
        if (known.isPresent()) {
            return Future.succeededFuture(known.get());
        }
        HeldShop shop = batch.shops().get(report.shopId());
        if (shop == null) {
            return Future.succeededFuture(new Result.Refused(ProposePenalty.unknown(report.shopId())));
        }
        if (report.shadowOf().isPresent()) {
            return shadowed(report, report.shadowOf().get(), shop, batch, context, tx);
        }
        return proposals
                .decide(shop, report.proposal(), List.of(report.deviation()), Optional.of(report.record()), context, tx)
                .compose(outcome -> decided(report, outcome, batch, context, tx));
    }

    private Future<Result> decided(
            Report report, Outcome<ProposePenalty.Accepted> outcome, Batch batch, CommandContext context, Tx tx) {
        if (outcome instanceof Outcome.Refused<ProposePenalty.Accepted> refused) {
            return Future.succeededFuture(new Result.Refused(refused.refusal()));
        }
        ProposePenalty.Accepted accepted = ((Outcome.Done<ProposePenalty.Accepted>) outcome).value();
        Decision<PenaltyResult> decision = Decision.accept(accepted.result(), accepted.revision(), Write.none());
        return texts.checked(decision, report.texts(), PenaltyResult::penalty, context.caller(), tx)
                .compose(checked -> checked instanceof Decision.Refused<PenaltyResult> refused
                        ? Future.succeededFuture(new Result.Refused(refused.refusal()))
                        : write(report, accepted, batch, context, tx));
    }

    private Future<Result> shadowed(
            Report report, String draftId, HeldShop shop, Batch batch, CommandContext context, Tx tx) {
        TakeShadowHits.Report hit =
                new TakeShadowHits.Report(draftId, report.sourceId(), report.digest(), report.proposal());
        return shadows.take(hit, shop.file(), batch.shadows(), context, tx).map(outcome -> {
            if (outcome instanceof Outcome.Refused<String> refused) {
                return new Result.Refused(refused.refusal());
            }
            String hitId = ((Outcome.Done<String>) outcome).value();
            batch.hits().put(report.sourceId(), new ShadowHits.Taken(report.digest(), hitId));
            return new Result.Shadowed(hitId, false);
        });
    }

    private static Result again(Report report, ShadowHits.Taken taken) {
        return Arrays.equals(taken.digest(), report.digest())
                ? new Result.Shadowed(taken.hitId(), true)
                : new Result.Refused(Refusal.of(
                        PenaltyRefusal.DUPLICATE,
                        "Report " + report.sourceId() + " was taken in with other content, as a hit in shadow."));
    }

    private static Result again(Report report, Reports.Taken taken, Batch batch) {
        if (!Arrays.equals(taken.digest(), report.digest())) {
            return new Result.Refused(Refusal.of(
                            PenaltyRefusal.DUPLICATE,
                            "Report " + report.sourceId() + " was taken in with other content.")
                    .with("penaltyId", taken.penaltyId()));
        }
        PenaltyStatus status = batch.shops()
                .get(taken.shopId())
                .file()
                .penalty(taken.penaltyId())
                .orElseThrow()
                .status();
        return new Result.Became(taken.penaltyId(), status, true);
    }

    private Future<Result> write(
            Report report, ProposePenalty.Accepted accepted, Batch batch, CommandContext context, Tx tx) {
        String penaltyId = accepted.result().penalty().id();
        Reports.Taken taken = new Reports.Taken(report.digest(), report.shopId(), penaltyId);
        Write write = accepted.write()
                .and(reports.insert(context.caller().subject(), report.sourceId(), taken, context.businessTime()));
        return tx.apply(write).map(written -> {
            batch.shops().put(report.shopId(), accepted.after());
            batch.taken().put(report.sourceId(), taken);
            return new Result.Became(penaltyId, accepted.result().penalty().status(), false);
        });
    }
}
