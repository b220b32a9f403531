package io.redress.cases.api;

import io.redress.cases.api.Bodies.ReasonsBody;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.effect.LookAfterEffects;
import io.redress.cases.app.effect.Settlements;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.EffectState;
import io.redress.cases.domain.Settlement;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operations by which operators look after effects that did not come. */
public final class EffectOperations {

    private final LookAfterEffects effects;
    private final PlatformTexts texts;

    public EffectOperations(LookAfterEffects effects, PlatformTexts texts) {
        this.effects = effects;
        this.texts = texts;
    }

    /** What an operator says has become of a line. */
    record SettlementBody(EffectState result, Bodies.Text reasons) {}

    /** What is proposed and waits for a second operator. */
    record ProposalView(EffectState result, BilingualText reasons, String proposedBy, Instant proposedAt) {

        static ProposalView of(Settlement proposed) {
            return new ProposalView(
                    proposed.result(), proposed.reasons(), proposed.proposedBy(), proposed.proposedAt());
        }
    }

    /** A line of the list. */
    record StuckView(
            String effectId,
            String caseId,
            String merchantId,
            String owner,
            String kind,
            String subject,
            EffectState state,
            boolean overdue,
            Instant dueAt,
            Optional<String> reason,
            Optional<ProposalView> proposed) {

        static StuckView of(Settlements.Stuck line) {
            return new StuckView(
                    line.effectId(),
                    line.caseId(),
                    line.merchantId(),
                    line.owner().name().toLowerCase(Locale.ROOT),
                    line.kind().name(),
                    line.subject(),
                    line.state(),
                    line.overdue(),
                    line.dueAt(),
                    line.reason(),
                    line.proposed().map(ProposalView::of));
        }
    }

    public void bind(Operations operations) {
        operations.query("listStuckEffects", this::stuck);
        LintedCommand.bind(operations, texts, "orderEffectAgain", (request, context, tx) -> {
            BilingualText reasons = request.body(ReasonsBody.class).reasons().asDomain();
            return effects.orderAgain(
                    new LookAfterEffects.Again(caseId(request), effectId(request), reasons), context, tx);
        });
        LintedCommand.bind(operations, texts, "proposeSettlement", (request, context, tx) -> {
            SettlementBody body = request.body(SettlementBody.class);
            return effects.propose(
                    new LookAfterEffects.Propose(
                            caseId(request),
                            effectId(request),
                            body.result(),
                            body.reasons().asDomain()),
                    context,
                    tx);
        });
        operations.command(
                "confirmSettlement",
                (request, context, tx) ->
                        effects.confirm(new LookAfterEffects.Confirm(caseId(request), effectId(request)), context, tx),
                CaseView::of);
    }

    private Future<HttpAnswer> stuck(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return effects.stuck(
                        request.query("state").map(Settlements.Which::valueOf),
                        request.query("owner").map(owner -> EffectOwner.valueOf(owner.toUpperCase(Locale.ROOT))),
                        page.after().map(key -> key.get(0)),
                        page.limit(),
                        context,
                        tx)
                .map(rows -> HttpAnswer.page(
                        request,
                        Page.of(
                                rows.stream().map(StuckView::of).toList(),
                                page.limit(),
                                (StuckView row) -> List.of(row.effectId()))));
    }

    private static String caseId(ApiRequest request) {
        return request.path("caseId");
    }

    private static String effectId(ApiRequest request) {
        return request.path("effectId");
    }
}
