package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.app.rulebook.DraftRulebook;
import io.redress.penalties.app.rulebook.Objections;
import io.redress.penalties.app.rulebook.RulebookDrafts;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.rulebook.RulebookDiff;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.draft.RulebookDraft;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Drafts of rulebooks; to others than their owners and integrity they exist from their announcement on. */
public final class DraftApi {

    private final DraftRulebook draft;
    private final RulebookDrafts drafts;
    private final Objections objections;
    private final RulebookStore rulebooks;
    private final PlatformTexts texts;

    public DraftApi(
            DraftRulebook draft,
            RulebookDrafts drafts,
            Objections objections,
            RulebookStore rulebooks,
            PlatformTexts texts) {
        this.draft = draft;
        this.drafts = drafts;
        this.objections = objections;
        this.rulebooks = rulebooks;
        this.texts = texts;
    }

    public void bind(Operations operations) {
        operations.command(
                "openRulebookDraft",
                (request, context, tx) ->
                        linted(Future.succeededFuture(draft.open(form(request), context)), request, tx),
                view -> view);
        operations.command(
                "changeRulebookDraft",
                (request, context, tx) ->
                        linted(draft.change(draftId(request), form(request), context, tx), request, tx),
                view -> view);
        operations.command(
                "announceRulebookDraft",
                (request, context, tx) -> viewed(draft.announce(
                        draftId(request),
                        request.body(DraftViews.Announce.class).effectiveFrom(),
                        context,
                        tx)),
                view -> view);
        operations.command(
                "withdrawRulebookDraft",
                (request, context, tx) -> linted(
                        draft.withdraw(
                                draftId(request),
                                request.body(DraftViews.Reasons.class).reasons(),
                                context,
                                tx),
                        request,
                        tx),
                view -> view);
        operations.command(
                "publishRulebookDraft",
                (request, context, tx) -> viewed(draft.publish(draftId(request), context, tx)),
                view -> view);
        operations.query("listRulebookDrafts", this::list);
        operations.query("getRulebookDraft", this::get);
        operations.query("diffRulebookDraft", this::diff);
        operations.query("exportRulebookDraft", (request, context, tx) -> readable(request, context, tx)
                .map(found -> found.map(
                                one -> RulebookYaml.answer(one.state().form()).withRevision(one.revision()))
                        .orElseGet(HttpAnswer::notFound)));
    }

    /** Whatever dates the rules were written with, those of a draft come with its announcement. */
    private static RulebookForm form(ApiRequest request) {
        return request.body(RulebookForm.class).dated(null, null);
    }

    private Future<Decision<DraftViews.DraftView>> linted(
            Future<Decision<RulebookDraft>> decided, ApiRequest request, Tx tx) {
        return viewed(decided.compose(decision -> texts.checked(decision, request.texts(), tx)));
    }

    private static Future<Decision<DraftViews.DraftView>> viewed(Future<Decision<RulebookDraft>> decided) {
        return decided.map(decision -> Views.of(decision, DraftViews.DraftView::of));
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        return drafts.page(tx, !mayReadAll(context.caller()), page.after().map(key -> key.get(0)), page.limit() + 1)
                .map(found -> HttpAnswer.page(
                        request,
                        Page.of(
                                found.stream().map(DraftViews.DraftSummary::of).toList(),
                                page.limit(),
                                last -> List.of(last.id()))));
    }

    private Future<HttpAnswer> get(ApiRequest request, CommandContext context, Tx tx) {
        return readable(request, context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(HttpAnswer.notFound());
            }
            RulebookDraft one = found.get().state();
            return objections
                    .count(tx, one.id())
                    .compose(count -> rulebooks.all(tx).map(all -> HttpAnswer.ok(
                                    DraftViews.DraftView.of(one, found.get().revision())
                                            .read(count, one.problems(all), context.caller()))
                            .withRevision(found.get().revision())));
        });
    }

    private Future<HttpAnswer> diff(ApiRequest request, CommandContext context, Tx tx) {
        int from = RulebookApi.number(request.query("from").orElseThrow());
        return readable(request, context, tx)
                .compose(found -> rulebooks.find(tx, from).map(registered -> {
                    if (found.isEmpty() || registered.isEmpty()) {
                        return HttpAnswer.notFound();
                    }
                    RulebookForm before =
                            RulebookDocument.read(registered.get().state().document());
                    RulebookForm after = found.get().state().form();
                    return HttpAnswer.ok(new RulebookApi.Diff(
                            before.version(), after.version(), RulebookDiff.between(before, after)));
                }));
    }

    private Future<Optional<Loaded<RulebookDraft>>> readable(ApiRequest request, CommandContext context, Tx tx) {
        return drafts.find(tx, draftId(request))
                .map(found -> found.filter(one -> one.state().announced() || mayReadAll(context.caller())));
    }

    private static boolean mayReadAll(Caller caller) {
        return !caller.ofMerchantSide() && (caller.hasRole("rule-owner") || caller.hasRole("integrity"));
    }

    static String draftId(ApiRequest request) {
        return request.path("rulebookDraftId");
    }
}
