package io.redress.cases.client;

import io.redress.cases.app.ruling.EffectPreviews;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.EffectKind;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.EffectTarget;
import io.redress.cases.domain.Foretold;
import io.redress.cases.domain.Money;
import io.redress.cases.domain.MoneyRequest;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.ShopTransfer;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks penalty-service about points and measures, and refund-service when money is to be given; the line of a transfer
 * is made here, for the marketplace. Of a conditional draft either end is asked for.
 */
public final class HttpEffectPreviews implements EffectPreviews {

    private final PreviewPeer penalties;
    private final PreviewPeer refunds;
    private final Ids ids;

    public HttpEffectPreviews(PreviewPeer penalties, PreviewPeer refunds, Ids ids) {
        this.ids = ids;
        this.penalties = penalties;
        this.refunds = refunds;
    }

    @Override
    public Future<Outcome<Foretold>> preview(CaseFile file, DraftContent content, CommandContext context) {
        if (file.subject() instanceof PenaltyUnderAppeal penalty) {
            return ofPenalty(file, penalty, content, context);
        }
        return ofRequest(file, content, context).map(lines -> lines.map(effects -> new Foretold(effects, List.of())));
    }

    private Future<Outcome<Foretold>> ofPenalty(
            CaseFile file, PenaltyUnderAppeal penalty, DraftContent content, CommandContext context) {
        String path = "/v1/penalties/" + penalty.penaltyId() + "/effect-preview";
        return asDecided(file, path, content, context).compose(effects -> {
            if (effects instanceof Outcome.Refused<List<EffectLine>>
                    || content.terms().isEmpty()) {
                return Future.succeededFuture(effects.map(lines -> new Foretold(lines, List.of())));
            }
            return penalties
                    .preview(path, Questions.otherwise(content.terms().get()), context)
                    .map(otherwise -> effects.flatMap(lines -> otherwise.map(more -> new Foretold(lines, more))));
        });
    }

    private Future<Outcome<List<EffectLine>>> asDecided(
            CaseFile file, String path, DraftContent content, CommandContext context) {
        return penalties.preview(path, Questions.asDecided(content), context).compose(lines -> {
            if (lines instanceof Outcome.Refused<List<EffectLine>>
                    || content.moneyBack().isEmpty()) {
                return Future.succeededFuture(lines);
            }
            return money(file, content.moneyBack().get(), context)
                    .map(more -> lines.flatMap(first -> more.map(second ->
                            Stream.concat(first.stream(), second.stream()).toList())));
        });
    }

    private Future<Outcome<List<EffectLine>>> ofRequest(CaseFile file, DraftContent content, CommandContext context) {
        if (file.subject() instanceof MoneyRequest request && content.outcome() != RulingOutcome.DENY) {
            return money(file, content.moneyBack().orElse(request.amount()), context);
        }
        if (file.subject() instanceof ShopTransfer transfer && content.outcome() == RulingOutcome.GRANT) {
            return Future.succeededFuture(Outcome.done(List.of(transferLine(transfer))));
        }
        return Future.succeededFuture(Outcome.done(List.of()));
    }

    private Future<Outcome<List<EffectLine>>> money(CaseFile file, Money money, CommandContext context) {
        JsonObject claim = new JsonObject()
                .put("caseId", file.id())
                .put("merchantId", file.party().merchantId())
                .put("amountMinor", Long.toString(money.amountMinor()))
                .put("currency", money.currency());
        file.penaltyId().ifPresent(penaltyId -> claim.put("penaltyId", penaltyId));
        return refunds.preview("/v1/claims/effect-preview", claim, context);
    }

    /** The marketplace is not asked: it does as it is told, and confirms. */
    private EffectLine transferLine(ShopTransfer transfer) {
        return EffectLine.pinned(
                ids.next("eff"),
                EffectOwner.MARKETPLACE,
                EffectKind.TRANSFER,
                transfer.shopId(),
                EffectTarget.ownedBy(transfer.transfereeId()));
    }
}
