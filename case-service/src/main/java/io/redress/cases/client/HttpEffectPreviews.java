package io.redress.cases.client;

import io.redress.cases.app.EffectPreviews;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.Foretold;
import io.redress.cases.domain.Money;
import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks penalty-service about points and measures, and refund-service when money is to be given back. Of a
 * conditional draft either end is asked for.
 */
public final class HttpEffectPreviews implements EffectPreviews {

    private final PreviewPeer penalties;
    private final PreviewPeer refunds;

    public HttpEffectPreviews(PreviewPeer penalties, PreviewPeer refunds) {
        this.penalties = penalties;
        this.refunds = refunds;
    }

    @Override
    public Future<Outcome<Foretold>> preview(CaseFile file, DraftContent content, CommandContext context) {
        JsonObject question = Questions.asDecided(content);
        return effects(file, content, question, context).compose(effects -> {
            if (effects instanceof Outcome.Refused<List<EffectLine>>
                    || content.terms().isEmpty()) {
                return Future.succeededFuture(effects.map(lines -> new Foretold(lines, List.of())));
            }
            return penalties
                    .preview(path(file), Questions.otherwise(content.terms().get()), context)
                    .map(otherwise -> effects.flatMap(lines -> otherwise.map(more -> new Foretold(lines, more))));
        });
    }

    private Future<Outcome<List<EffectLine>>> effects(
            CaseFile file, DraftContent content, JsonObject question, CommandContext context) {
        return penalties.preview(path(file), question, context).compose(lines -> {
            if (lines instanceof Outcome.Refused<List<EffectLine>>
                    || content.moneyBack().isEmpty()) {
                return Future.succeededFuture(lines);
            }
            return refunds.preview(
                            "/v1/claims/effect-preview",
                            claim(file, content.moneyBack().get()),
                            context)
                    .map(more -> lines.flatMap(first -> more.map(second ->
                            Stream.concat(first.stream(), second.stream()).toList())));
        });
    }

    private static String path(CaseFile file) {
        return "/v1/penalties/" + file.penalty().penaltyId() + "/effect-preview";
    }

    private static JsonObject claim(CaseFile file, Money money) {
        return new JsonObject()
                .put("caseId", file.id())
                .put("penaltyId", file.penalty().penaltyId())
                .put("merchantId", file.party().merchantId())
                .put("amountMinor", Long.toString(money.amountMinor()))
                .put("currency", money.currency());
    }
}
