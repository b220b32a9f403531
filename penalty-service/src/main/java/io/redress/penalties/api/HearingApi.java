package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.hearing.Clarifications;
import io.redress.penalties.app.hearing.ClarifyFacts;
import io.redress.penalties.app.hearing.ReliefRequests;
import io.redress.penalties.app.hearing.RelieveMeasure;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Clarification;
import io.redress.penalties.domain.penalty.Penalty;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What merchants clarify before a closure, and interim relief from measures. */
public final class HearingApi {

    private final ClarifyFacts clarify;
    private final RelieveMeasure relieve;
    private final ShopFiles files;
    private final Clarifications clarifications;
    private final ReliefRequests reliefs;
    private final PlatformTexts texts;

    public HearingApi(
            ClarifyFacts clarify,
            RelieveMeasure relieve,
            ShopFiles files,
            Clarifications clarifications,
            ReliefRequests reliefs,
            PlatformTexts texts) {
        this.clarify = clarify;
        this.relieve = relieve;
        this.files = files;
        this.clarifications = clarifications;
        this.reliefs = reliefs;
        this.texts = texts;
    }

    public void bind(Operations operations) {
        operations.command("clarifyFacts", this::file, view -> view);
        operations.query("getClarification", this::clarification);
        operations.command("answerClarification", this::answer, view -> view);
        operations.query("listClarifications", this::clarifications);
        operations.command("askInterimRelief", this::ask, view -> view);
        operations.query("getInterimRelief", this::relief);
        operations.command("decideInterimRelief", this::decide, view -> view);
        operations.query("listInterimReliefRequests", this::reliefs);
    }

    private Future<Decision<HearingViews.ClarificationView>> file(ApiRequest request, CommandContext context, Tx tx) {
        HearingViews.Clarify body = request.body(HearingViews.Clarify.class);
        return viewed(clarify.file(penaltyId(request), body.text(), body.references(), context, tx), context);
    }

    private Future<Decision<HearingViews.ClarificationView>> answer(ApiRequest request, CommandContext context, Tx tx) {
        Clarification.Answer answer = request.body(HearingViews.AnswerBody.class)
                .answer(context.caller().subject(), context.businessTime());
        return viewed(
                clarify.answer(penaltyId(request), answer, context, tx)
                        .compose(decision ->
                                texts.checked(decision, request.texts(), PenaltyResult::penalty, context.caller(), tx)),
                context);
    }

    private static Future<Decision<HearingViews.ClarificationView>> viewed(
            Future<Decision<PenaltyResult>> decided, CommandContext context) {
        return decided.map(decision -> Views.of(
                decision,
                (result, revision) -> HearingViews.ClarificationView.of(
                        listed(result.penalty()).orElseThrow(), context.caller())));
    }

    private Future<HttpAnswer> clarification(ApiRequest request, CommandContext context, Tx tx) {
        return files.readPenalty(tx, penaltyId(request))
                .map(found -> Readers.readable(found, context.caller()))
                .map(shop -> shop.file()
                        .penalty(penaltyId(request))
                        .flatMap(HearingApi::listed)
                        .map(said -> HttpAnswer.ok(HearingViews.ClarificationView.of(said, context.caller())))
                        .orElseGet(HttpAnswer::notFound));
    }

    private static Optional<Clarifications.Listed> listed(Penalty penalty) {
        return penalty.hearing()
                .clarification()
                .map(said -> new Clarifications.Listed(
                        penalty.id(),
                        penalty.basis().merchantId(),
                        penalty.basis().shopId(),
                        said,
                        NextActions.waits(penalty)));
    }

    private Future<HttpAnswer> clarifications(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Clarification.State state =
                Clarification.State.valueOf(request.query("state").orElse("OPEN"));
        return clarifications
                .page(tx, state, page.after().map(key -> key.get(0)), page.limit() + 1)
                .map(found -> HttpAnswer.page(
                        request,
                        Page.of(
                                found.stream()
                                        .map(said -> HearingViews.ClarificationView.of(said, context.caller()))
                                        .toList(),
                                page.limit(),
                                last -> List.of(last.id()))));
    }

    private Future<Decision<HearingViews.ReliefView>> ask(ApiRequest request, CommandContext context, Tx tx) {
        return checked(
                relieve.ask(
                        measureId(request),
                        request.body(HearingViews.AskRelief.class).grounds(),
                        context,
                        tx),
                request,
                context,
                tx);
    }

    private Future<Decision<HearingViews.ReliefView>> decide(ApiRequest request, CommandContext context, Tx tx) {
        InterimRelief.Decision decision = request.body(HearingViews.DecideRelief.class)
                .decision(context.caller().subject(), context.businessTime());
        return checked(relieve.decide(measureId(request), decision, context, tx), request, context, tx);
    }

    private Future<Decision<HearingViews.ReliefView>> checked(
            Future<Decision<RelieveMeasure.Result>> decided, ApiRequest request, CommandContext context, Tx tx) {
        return decided.compose(decision ->
                        texts.checked(decision, request.texts(), RelieveMeasure.Result::penalty, context.caller(), tx))
                .map(decision ->
                        Views.of(decision, (result, revision) -> HearingViews.ReliefView.of(result, context.caller())));
    }

    private Future<HttpAnswer> relief(ApiRequest request, CommandContext context, Tx tx) {
        return files.readMeasure(tx, measureId(request))
                .map(found -> Readers.readable(found, context.caller()))
                .map(shop -> {
                    Measure measure = shop.file().measure(measureId(request)).orElseThrow();
                    Penalty penalty = shop.file().penalty(measure.penaltyId()).orElseThrow();
                    return measure.suspension().relief().isEmpty()
                            ? HttpAnswer.notFound()
                            : HttpAnswer.ok(HearingViews.ReliefView.of(
                                    new RelieveMeasure.Result(penalty, measure), context.caller()));
                });
    }

    private Future<HttpAnswer> reliefs(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        InterimRelief.State state =
                InterimRelief.State.valueOf(request.query("state").orElse("OPEN"));
        return reliefs.page(tx, state, page.after().map(key -> key.get(0)), page.limit() + 1)
                .map(found -> HttpAnswer.page(
                        request,
                        Page.of(
                                found.stream()
                                        .map(asked -> HearingViews.ReliefView.of(asked, context.caller()))
                                        .toList(),
                                page.limit(),
                                last -> List.of(last.id()))));
    }

    private static String penaltyId(ApiRequest request) {
        return request.path("penaltyId");
    }

    private static String measureId(ApiRequest request) {
        return request.path("measureId");
    }
}
