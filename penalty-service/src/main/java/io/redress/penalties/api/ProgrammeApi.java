package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.milestone.OfferProgramme;
import io.redress.penalties.app.milestone.Programmes;
import io.redress.penalties.app.milestone.VerifyMilestone;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.milestone.Programme;
import io.vertx.core.Future;
import java.util.List;

/** Programmes, the shops in them, and what partners verify. */
public final class ProgrammeApi {

    private final OfferProgramme offer;
    private final VerifyMilestone verify;
    private final Programmes programmes;
    private final PlatformTexts texts;
    private final IdSource ids;

    public ProgrammeApi(
            OfferProgramme offer, VerifyMilestone verify, Programmes programmes, PlatformTexts texts, IdSource ids) {
        this.offer = offer;
        this.verify = verify;
        this.programmes = programmes;
        this.texts = texts;
        this.ids = ids;
    }

    public void bind(Operations operations) {
        operations.command("createProgramme", this::create, view -> view);
        operations.command(
                "enrolShop",
                (request, context, tx) -> offer.enrol(
                                request.path("programmeId"),
                                request.body(ProgrammeViews.Enrol.class).shopId(),
                                context,
                                tx)
                        .map(decision -> Views.of(
                                decision, (enrolment, revision) -> ProgrammeViews.EnrolmentView.of(enrolment))),
                view -> view);
        operations.command(
                "verifyMilestone",
                (request, context, tx) -> verify.handle(
                                request.body(ProgrammeViews.Verify.class).claim(), context, tx)
                        .map(decision -> Views.of(
                                decision,
                                (verification, revision) -> ProgrammeViews.VerificationView.of(verification))),
                view -> view);
        operations.query("listProgrammes", this::list);
        operations.query("getProgramme", this::get);
        operations.query("reportProgramme", this::report);
    }

    private Future<Decision<ProgrammeViews.ProgrammeView>> create(ApiRequest request, CommandContext context, Tx tx) {
        Programme programme = request.body(ProgrammeViews.Create.class)
                .programme(ids.next("prg"), context.caller().subject(), context.businessTime());
        return texts.checked(offer.create(programme, context), request.texts(), tx)
                .map(decision -> Views.of(decision, (created, revision) -> ProgrammeViews.ProgrammeView.of(created)));
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return programmes
                .page(tx, page.after().map(key -> key.get(0)), page.limit() + 1)
                .map(found -> HttpAnswer.page(
                        request,
                        Page.of(
                                found.stream()
                                        .map(Loaded::state)
                                        .map(ProgrammeViews.ProgrammeView::of)
                                        .toList(),
                                page.limit(),
                                last -> List.of(last.id()))));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return programmes.find(tx, request.path("programmeId")).map(found -> found.map(
                        programme -> HttpAnswer.ok(ProgrammeViews.ProgrammeView.of(programme.state())))
                .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> report(ApiRequest request, CommandContext context, Tx tx) {
        return programmes.find(tx, request.path("programmeId")).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(HttpAnswer.notFound());
            }
            Programme programme = found.get().state();
            return programmes
                    .report(tx, programme, context.businessTime())
                    .map(report ->
                            HttpAnswer.ok(ProgrammeViews.ReportView.of(programme, context.businessTime(), report)));
        });
    }
}
