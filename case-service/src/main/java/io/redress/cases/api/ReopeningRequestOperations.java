package io.redress.cases.api;

import io.redress.cases.api.Bodies.EvidenceBody;
import io.redress.cases.api.Bodies.ReasonsBody;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.ruling.AskToReopen;
import io.redress.cases.app.ruling.WaitingRequests;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.Reopening;
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
import java.util.Optional;

/** The operations by which it is asked to decide a closed case anew, and such a request is found and refused. */
public final class ReopeningRequestOperations {

    private final AskToReopen requests;
    private final PlatformTexts texts;

    public ReopeningRequestOperations(AskToReopen requests, PlatformTexts texts) {
        this.requests = requests;
        this.texts = texts;
    }

    record RequestBody(
            Optional<Reopening.Ground> ground, Optional<Bodies.Text> reasons, Optional<List<EvidenceBody>> evidence) {

        AskToReopen.Command of(String caseId) {
            return new AskToReopen.Command(
                    caseId,
                    ground,
                    Bodies.text(reasons),
                    evidence.orElse(List.of()).stream()
                            .map(EvidenceBody::asDomain)
                            .toList());
        }
    }

    /** A line of the list. */
    record WaitingView(
            String reopeningRequestId,
            String caseId,
            CaseKind kind,
            String merchantId,
            Reopening.Ground ground,
            Instant requestedAt,
            Instant dueAt,
            boolean overdue,
            boolean proposed) {

        static WaitingView of(WaitingRequests.Waiting line) {
            return new WaitingView(
                    line.requestId(),
                    line.caseId(),
                    line.kind(),
                    line.merchantId(),
                    line.ground(),
                    line.requestedAt(),
                    line.dueAt(),
                    line.overdue(),
                    line.proposed());
        }
    }

    public void bind(Operations operations) {
        LintedCommand.bind(
                operations,
                texts,
                "requestReopening",
                (request, context, tx) ->
                        requests.ask(request.body(RequestBody.class).of(request.path("caseId")), context, tx));
        LintedCommand.bind(
                operations,
                texts,
                "refuseReopeningRequest",
                (request, context, tx) -> requests.refuse(
                        new AskToReopen.Refuse(
                                request.path("caseId"),
                                request.path("reopeningRequestId"),
                                request.body(ReasonsBody.class).reasons().asDomain()),
                        context,
                        tx));
        operations.query("listReopeningRequests", this::waiting);
    }

    private Future<HttpAnswer> waiting(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return requests.waiting(page.after().map(ReopeningRequestOperations::position), page.limit(), context, tx)
                .map(rows -> HttpAnswer.page(
                        request,
                        Page.of(
                                rows.stream().map(WaitingView::of).toList(),
                                page.limit(),
                                (WaitingView row) -> List.of(row.dueAt().toString(), row.reopeningRequestId()))));
    }

    private static WaitingRequests.Position position(List<String> key) {
        if (key.size() != 2) {
            throw CaseLists.noCursor();
        }
        return new WaitingRequests.Position(CaseLists.instant(key.get(0)), key.get(1));
    }
}
