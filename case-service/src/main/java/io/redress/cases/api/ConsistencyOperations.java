package io.redress.cases.api;

import io.redress.cases.app.consistency.ComparedRulings.Asked;
import io.redress.cases.app.consistency.ComparedRulings.By;
import io.redress.cases.app.consistency.ComparedRulings.Place;
import io.redress.cases.app.consistency.ReadConsistency;
import io.redress.cases.app.precedent.ReadPrecedents;
import io.redress.cases.domain.CaseKind;
import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.http.TimeParameter;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Earlier rulings that a case cites, comparable ones, and how rulings compare. */
public final class ConsistencyOperations {

    private static final Duration MOST_REPORTED = Duration.ofDays(366);

    private final ReadPrecedents precedents;
    private final ReadConsistency consistency;

    public ConsistencyOperations(ReadPrecedents precedents, ReadConsistency consistency) {
        this.precedents = precedents;
        this.consistency = consistency;
    }

    public void bind(Operations operations) {
        operations.query("listCasePrecedents", this::cited);
        operations.query("getCaseConsistency", this::ofCase);
        operations.query("reportRulingConsistency", this::report);
    }

    private Future<HttpAnswer> cited(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        String after = page.after().map(key -> key.get(0)).orElse("");
        return precedents
                .of(request.path("caseId"), page.limit(), after, context, tx)
                .map(found -> found.map(rulings -> HttpAnswer.page(
                                request,
                                Page.of(
                                        rulings.stream()
                                                .map(PrecedentViews.PrecedentView::of)
                                                .toList(),
                                        page.limit(),
                                        last -> List.of(last.rulingId()))))
                        .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> ofCase(ApiRequest request, CommandContext context, Tx tx) {
        return consistency.of(request.path("caseId"), context, tx).map(found -> found.map(
                        picture -> HttpAnswer.ok(ConsistencyViews.PictureView.of(picture)))
                .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> report(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Asked asked = new Asked(
                By.valueOf(request.query("by").orElse(By.SCOPE.name())),
                request.query("kind").map(CaseKind::valueOf),
                request.query("scope"),
                request.query("adjudicator"),
                TimeParameter.of(request, "from").orElseThrow(),
                TimeParameter.of(request, "to").orElseThrow());
        bounded(asked.since(), asked.until());
        Place after = page.after().map(ConsistencyOperations::place).orElse(Place.FIRST);
        return consistency
                .report(asked, after, page.limit(), tx)
                .map(lines -> HttpAnswer.page(
                        request,
                        Page.of(
                                lines.stream()
                                        .map(ConsistencyViews.LineView::of)
                                        .toList(),
                                page.limit(),
                                last -> List.of(
                                        last.kind().orElse(""),
                                        last.scope().orElse(""),
                                        last.adjudicatorId().orElse("")))));
    }

    private static Place place(List<String> key) {
        if (key.size() != 3) {
            throw invalid("cursor", "not a cursor of this list");
        }
        return new Place(key.get(0), key.get(1), key.get(2));
    }

    private static void bounded(Instant since, Instant until) {
        if (!since.isBefore(until) || Duration.between(since, until).compareTo(MOST_REPORTED) > 0) {
            throw invalid("to", "after from, and by 366 days at most");
        }
    }

    private static ProblemException invalid(String parameter, String detail) {
        return new ProblemException(
                ProblemType.VALIDATION_FAILED,
                "the request is not as the contract says",
                List.of(new Problem.Violation(parameter, detail)));
    }
}
