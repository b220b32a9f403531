package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.http.TimeParameter;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.consistency.CompareDecisions;
import io.redress.penalties.app.consistency.RangedDecisions;
import io.redress.penalties.app.consistency.RangedDecisions.Asked;
import io.redress.penalties.app.consistency.RangedDecisions.By;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Comparable decisions, before a proposal is signed and afterwards. Nothing of it is for merchants. */
public final class ConsistencyApi {

    private static final Duration MOST_REPORTED = Duration.ofDays(366);

    private final CompareDecisions compare;
    private final RangedDecisions decisions;
    private final ShopFiles files;
    private final RulebookStore rulebooks;

    public ConsistencyApi(
            CompareDecisions compare, RangedDecisions decisions, ShopFiles files, RulebookStore rulebooks) {
        this.compare = compare;
        this.decisions = decisions;
        this.files = files;
        this.rulebooks = rulebooks;
    }

    public void bind(Operations operations) {
        operations.command("previewConsistency", this::preview, view -> view);
        operations.query("getPenaltyConsistency", this::ofPenalty);
        operations.query("reportConsistency", this::report);
    }

    private Future<Decision<ConsistencyViews.PreviewView>> preview(ApiRequest request, CommandContext context, Tx tx) {
        ConsistencyViews.Ask ask = request.body(ConsistencyViews.Ask.class);
        return rulebooks
                .all(tx)
                .compose(all -> compare.preview(ask.request(), all, context.businessTime(), tx))
                .map(outcome -> {
                    if (outcome instanceof Outcome.Refused<CompareDecisions.Preview> refused) {
                        return Decision.refuse(refused.refusal());
                    }
                    CompareDecisions.Preview preview = ((Outcome.Done<CompareDecisions.Preview>) outcome).value();
                    return Decision.accept(ConsistencyViews.PreviewView.of(preview), Revision.NEW, Write.none());
                });
    }

    private Future<HttpAnswer> ofPenalty(ApiRequest request, CommandContext context, Tx tx) {
        String penaltyId = request.path("penaltyId");
        return files.readPenalty(tx, penaltyId)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(HttpAnswer.notFound())
                        : decisions
                                .ofPenalty(tx, penaltyId)
                                .map(choices -> HttpAnswer.ok(new ConsistencyViews.ChoicesView(choices.stream()
                                        .map(ConsistencyViews.ChoiceView::of)
                                        .toList()))));
    }

    private Future<HttpAnswer> report(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Asked asked = new Asked(
                By.valueOf(request.query("by").orElse(By.CLAUSE.name())),
                request.query("clause"),
                request.query("decider"),
                TimeParameter.of(request, "from").orElseThrow(),
                TimeParameter.of(request, "to").orElseThrow());
        bounded(asked.since(), asked.until());
        Optional<List<String>> after = page.after().map(ConsistencyApi::clauseAndDecider);
        return decisions
                .report(
                        tx,
                        asked,
                        after.map(key -> key.get(0)).orElse(""),
                        after.map(key -> key.get(1)).orElse(""),
                        page.limit() + 1)
                .map(lines -> HttpAnswer.page(
                        request,
                        Page.of(
                                lines.stream()
                                        .map(ConsistencyViews.LineView::of)
                                        .toList(),
                                page.limit(),
                                last -> List.of(
                                        last.clauseId().orElse(""),
                                        last.decidedBy().orElse("")))));
    }

    private static List<String> clauseAndDecider(List<String> key) {
        if (key.size() != 2) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "a paging parameter is not valid",
                    List.of(new Problem.Violation("cursor", "not a cursor of this list")));
        }
        return key;
    }

    private static void bounded(Instant since, Instant until) {
        if (!since.isBefore(until) || Duration.between(since, until).compareTo(MOST_REPORTED) > 0) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "the request is not as the contract says",
                    List.of(new Problem.Violation("to", "after from, and by 366 days at most")));
        }
    }
}
