package io.redress.cases.api;

import io.redress.cases.app.search.CaseFilter;
import io.redress.cases.app.search.KeepViews;
import io.redress.cases.app.search.ReadCases;
import io.redress.cases.app.search.SavedViews.Content;
import io.redress.cases.app.search.SavedViews.View;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;

/** Saved views of cases. */
public final class ViewOperations {

    record Deleted(String id) {}

    private final KeepViews views;
    private final ReadCases cases;

    public ViewOperations(KeepViews views, ReadCases cases) {
        this.views = views;
        this.cases = cases;
    }

    public void bind(Operations operations) {
        operations.command("putView", this::put, view -> SavedViewBody.of(view));
        operations.command("deleteView", this::delete, Deleted::new);
        operations.query("getView", this::get);
        operations.query("listViews", this::list);
        operations.query("listCasesOfView", this::results);
    }

    private Future<Decision<View>> put(ApiRequest request, CommandContext context, Tx tx) {
        Content content = request.body(SavedViewBody.Put.class).asDomain();
        return views.put(id(request), content, context, tx);
    }

    private Future<Decision<String>> delete(ApiRequest request, CommandContext context, Tx tx) {
        return views.delete(id(request), context, tx);
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return views.one(id(request), request.query("sharedBy"), context, tx).map(found -> found.map(
                        view -> HttpAnswer.ok(SavedViewBody.of(view.state())).withRevision(view.revision()))
                .orElseGet(HttpAnswer::notFound));
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        List<String> after = page.after().orElse(List.of("", ""));
        if (after.size() != 2) {
            throw CaseLists.invalid("cursor", "not a cursor of this list");
        }
        return views.list(page.limit(), after.get(0), after.get(1), context, tx)
                .map(rows -> HttpAnswer.ok(Page.of(
                        rows.stream().map(SavedViewBody::of).toList(),
                        page.limit(),
                        (SavedViewBody row) -> List.of(row.ownerId(), row.id()))));
    }

    /** What the caller may see of it: the view says what is asked, never who asks. */
    private Future<HttpAnswer> results(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return views.one(id(request), request.query("sharedBy"), context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(HttpAnswer.notFound());
            }
            CaseFilter filter = found.get().state().content().question().filter();
            return cases.list(filter, page.limit(), CaseLists.after(page, filter.order()), context, tx)
                    .map(rows -> rows.map(some -> CaseLists.page(request, some, filter.order()))
                            .orElseGet(HttpAnswer::notFound));
        });
    }

    private static String id(ApiRequest request) {
        return request.path("viewId");
    }
}
