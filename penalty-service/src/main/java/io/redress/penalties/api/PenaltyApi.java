package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.Operations;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.ConfirmMeasure;
import io.redress.penalties.app.DecideHeldPenalty;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.app.PreviewEffects;
import io.redress.penalties.app.ProposePenalty;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.shop.Ruling;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Commands on penalties and measures. */
public final class PenaltyApi {

    private final ProposePenalty propose;
    private final DecideHeldPenalty decide;
    private final PreviewEffects preview;
    private final ConfirmMeasure confirm;
    private final PlatformTexts texts;

    public PenaltyApi(
            ProposePenalty propose,
            DecideHeldPenalty decide,
            PreviewEffects preview,
            ConfirmMeasure confirm,
            PlatformTexts texts) {
        this.texts = texts;
        this.propose = propose;
        this.decide = decide;
        this.preview = preview;
        this.confirm = confirm;
    }

    public void bind(Operations operations) {
        operations.batch("proposePenalty", new ProposalBatch(propose, texts), view -> view);
        operations.command("importPenalty", this::imported, view -> view);
        operations.command(
                "approvePenalty",
                (request, context, tx) -> viewed(approved(request, context, tx), context),
                view -> view);
        operations.command(
                "refusePenalty",
                (request, context, tx) -> viewed(
                        decide.refuse(
                                        request.path("penaltyId"),
                                        request.body(PenaltyRequests.Refuse.class)
                                                .reason(),
                                        context,
                                        tx)
                                .compose(decision -> texts.checkedByReader(decision, request.texts(), tx)),
                        context),
                view -> view);
        operations.command("previewEffects", this::previewEffects, view -> view);
        operations.command("confirmMeasure", this::confirmMeasure, view -> view);
    }

    private Future<Decision<PenaltyView>> imported(ApiRequest request, CommandContext context, Tx tx) {
        PenaltyRequests.Import body = request.body(PenaltyRequests.Import.class);
        ProposePenalty.Asked asked = new ProposePenalty.Asked(
                body.shopId(),
                body.proposal(context.caller().subject()),
                PenaltyRequests.deviations(body.violations()),
                body.sealed(),
                context);
        return viewed(
                propose.handle(List.of(asked), tx)
                        .map(decisions -> decisions.get(0))
                        .compose(decision -> texts.checked(
                                decision,
                                request.texts("detectionRecord"),
                                PenaltyResult::penalty,
                                context.caller(),
                                tx)),
                context);
    }

    private Future<Decision<PenaltyResult>> approved(ApiRequest request, CommandContext context, Tx tx) {
        HearingViews.Approve body = request.body(HearingViews.Approve.class);
        if (body.withoutReasons()) {
            return Future.succeededFuture(Decision.refuse(
                    Refusal.of(PenaltyRefusal.REASONS_MISSING, "An exception from advance notice needs its reasons.")
                            .at(List.of(new Refusal.Wrong("/withoutNotice/reasons", "missing")))));
        }
        return decide.approve(request.path("penaltyId"), body.exception(), context, tx)
                .compose(decision -> texts.checkedByReader(decision, request.texts(), tx));
    }

    private static Future<Decision<PenaltyView>> viewed(
            Future<Decision<PenaltyResult>> decided, CommandContext context) {
        return decided.map(decision -> Views.of(
                decision,
                (result, revision) -> PenaltyView.of(result, revision, context.caller(), context.businessTime())));
    }

    private Future<Decision<PreviewView>> previewEffects(ApiRequest request, CommandContext context, Tx tx) {
        PenaltyRequests.Preview body = request.body(PenaltyRequests.Preview.class);
        return preview.handle(request.path("penaltyId"), body.judgment(), body.depends(), context, tx)
                .map(PenaltyApi::previewed);
    }

    private static Decision<PreviewView> previewed(Optional<Outcome<Ruling.Preview>> found) {
        if (found.isEmpty()) {
            return Decision.notFound();
        }
        if (found.get() instanceof Outcome.Refused<Ruling.Preview> refused) {
            return Decision.refuse(refused.refusal());
        }
        Ruling.Preview foretold = ((Outcome.Done<Ruling.Preview>) found.get()).value();
        return Decision.accept(PreviewView.of(foretold), Revision.NEW, Write.none());
    }

    private Future<Decision<MeasureView>> confirmMeasure(ApiRequest request, CommandContext context, Tx tx) {
        PenaltyRequests.Confirm body = request.body(PenaltyRequests.Confirm.class);
        Measure.Confirmation confirmation =
                new Measure.Confirmation(Measure.State.valueOf(body.state()), body.at(), body.targetVersion());
        return confirm.handle(body.measureId(), confirmation, context, tx)
                .map(decision -> Views.of(decision, (measure, revision) -> MeasureView.of(measure)));
    }
}
