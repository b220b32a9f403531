package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.rulebook.ObjectToDraft;
import io.redress.penalties.app.rulebook.Objections;
import io.redress.penalties.app.rulebook.RulebookDrafts;
import io.redress.penalties.app.seal.PlatformTexts;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Objections to announced drafts. Everybody reads them, so that others can join; who raised them is not told. */
public final class ObjectionApi {

    private final ObjectToDraft object;
    private final RulebookDrafts drafts;
    private final Objections objections;
    private final PlatformTexts texts;

    public ObjectionApi(ObjectToDraft object, RulebookDrafts drafts, Objections objections, PlatformTexts texts) {
        this.object = object;
        this.drafts = drafts;
        this.objections = objections;
        this.texts = texts;
    }

    public void bind(Operations operations) {
        operations.command(
                "objectToRulebookDraft",
                (request, context, tx) -> {
                    DraftViews.Raise body = request.body(DraftViews.Raise.class);
                    return viewed(
                            object.raise(
                                    DraftApi.draftId(request),
                                    body.clauseId(),
                                    body.language(),
                                    body.words(),
                                    context,
                                    tx),
                            context);
                },
                view -> view);
        operations.command(
                "joinObjection",
                (request, context, tx) ->
                        viewed(object.join(DraftApi.draftId(request), objectionId(request), context, tx), context),
                view -> view);
        operations.command(
                "leaveObjection",
                (request, context, tx) ->
                        viewed(object.leave(DraftApi.draftId(request), objectionId(request), context, tx), context),
                view -> view);
        operations.command(
                "answerObjection",
                (request, context, tx) -> viewed(
                        object.answer(
                                        DraftApi.draftId(request),
                                        objectionId(request),
                                        request.body(DraftViews.Reasons.class).reasons(),
                                        context,
                                        tx)
                                .compose(decision -> texts.checked(decision, request.texts(), tx)),
                        context),
                view -> view);
        operations.query("listObjections", this::list);
        operations.query("getObjectionFigures", (request, context, tx) -> drafts.find(tx, DraftApi.draftId(request))
                .compose(draft -> draft.isEmpty()
                        ? Future.succeededFuture(HttpAnswer.notFound())
                        : objections.figures(tx, draft.get().state().id()).map(HttpAnswer::ok)));
    }

    private static Future<Decision<DraftViews.ObjectionView>> viewed(
            Future<Decision<Objections.Seen>> decided, CommandContext context) {
        return decided.map(decision ->
                Views.of(decision, (seen, revision) -> DraftViews.ObjectionView.of(seen, context.caller())));
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Optional<String> merchantId = context.caller().merchantId();
        String draftId = DraftApi.draftId(request);
        return drafts.find(tx, draftId).compose(draft -> {
            if (draft.filter(found -> found.state().announced()).isEmpty()) {
                return Future.succeededFuture(HttpAnswer.notFound());
            }
            return objections
                    .page(tx, draftId, merchantId, page.after().map(key -> key.get(0)), page.limit() + 1)
                    .map(found -> HttpAnswer.page(
                            request,
                            Page.of(
                                    found.stream()
                                            .map(seen -> DraftViews.ObjectionView.of(seen, context.caller()))
                                            .toList(),
                                    page.limit(),
                                    last -> List.of(last.id()))));
        });
    }

    private static String objectionId(ApiRequest request) {
        return request.path("objectionId");
    }
}
