package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.rulebook.PutInShadow;
import io.redress.penalties.app.rulebook.RulebookDrafts;
import io.redress.penalties.app.rulebook.ShadowClauses;
import io.redress.penalties.app.rulebook.ShadowHits;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.redress.penalties.domain.rulebook.draft.ShadowClause;
import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Clauses of drafts in shadow, and what they would have done. */
public final class ShadowApi {

    private static final int MOST_DAYS = 100;

    private final PutInShadow put;
    private final RulebookDrafts drafts;
    private final ShadowClauses shadows;
    private final ShadowHits hits;

    public ShadowApi(PutInShadow put, RulebookDrafts drafts, ShadowClauses shadows, ShadowHits hits) {
        this.put = put;
        this.drafts = drafts;
        this.shadows = shadows;
        this.hits = hits;
    }

    public void bind(Operations operations) {
        operations.command(
                "putClauseInShadow",
                (request, context, tx) -> put.handle(
                                DraftApi.draftId(request),
                                request.body(ShadowViews.Put.class).clauseId(),
                                context,
                                tx)
                        .map(decision -> Views.of(
                                decision, (clause, revision) -> ShadowViews.ClauseView.of(clause, Optional.empty()))),
                view -> view);
        operations.query("listShadowClauses", this::list);
        operations.query("reportShadowClause", this::report);
        operations.query("listShadowHits", this::page);
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        String draftId = DraftApi.draftId(request);
        return drafts.find(tx, draftId)
                .compose(draft -> draft.isEmpty()
                        ? Future.succeededFuture(HttpAnswer.notFound())
                        : shadows.ofDraft(tx, draftId)
                                .map(clauses -> HttpAnswer.ok(new ShadowViews.ClausesView(clauses.stream()
                                        .map(clause -> ShadowViews.ClauseView.of(
                                                clause, draft.get().state().endedAt()))
                                        .toList()))));
    }

    private Future<HttpAnswer> report(ApiRequest request, CommandContext context, Tx tx) {
        return found(request, tx, (clause, draft) -> hits.report(
                        tx, clause.id(), ZoneId.of(draft.form().zone()), MOST_DAYS)
                .map(report -> HttpAnswer.ok(ShadowViews.ReportView.of(clause, draft, report))));
    }

    private Future<HttpAnswer> page(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        long after = page.after().map(ShadowApi::place).orElse(0L);
        return found(request, tx, (clause, draft) -> hits.page(tx, clause.id(), after, page.limit() + 1)
                .map(found -> {
                    Page<ShadowHits.Placed> part =
                            Page.of(found, page.limit(), last -> List.of(Long.toString(last.position())));
                    return HttpAnswer.page(
                            request,
                            new Page<>(
                                    part.items().stream()
                                            .map(one -> ShadowViews.HitView.of(one.hit()))
                                            .toList(),
                                    part.next()));
                }));
    }

    private Future<HttpAnswer> found(
            ApiRequest request, Tx tx, BiFunction<ShadowClause, RulebookDraft, Future<HttpAnswer>> answer) {
        String draftId = DraftApi.draftId(request);
        return drafts.find(tx, draftId).compose(draft -> shadows.find(tx, draftId, request.path("clauseId"))
                .compose(clause -> draft.isEmpty() || clause.isEmpty()
                        ? Future.succeededFuture(HttpAnswer.notFound())
                        : answer.apply(clause.get(), draft.get().state())));
    }

    private static long place(List<String> key) {
        try {
            return Long.parseLong(key.get(0));
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    ProblemType.VALIDATION_FAILED,
                    "a paging parameter is not valid",
                    List.of(new Problem.Violation("cursor", "not a cursor of this list")));
        }
    }
}
