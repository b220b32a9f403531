package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.http.TimeParameter;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.RegisterRulebook;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.app.seal.PlatformTexts;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.RulebookDiff;
import io.redress.penalties.domain.rulebook.RulebookForm;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Versions of the rules: registered once, readable for ever, compared with each other. */
public final class RulebookApi {

    private final RegisterRulebook register;
    private final RulebookStore rulebooks;
    private final PlatformTexts texts;

    public RulebookApi(RegisterRulebook register, RulebookStore rulebooks, PlatformTexts texts) {
        this.register = register;
        this.rulebooks = rulebooks;
        this.texts = texts;
    }

    /** @param status by the dates of all versions at the instant of the answer */
    record Summary(int version, Instant publishedAt, Instant effectiveFrom, String status) {

        static Summary of(Rulebook rulebook, Rulebooks all, Instant now) {
            return new Summary(
                    rulebook.version(),
                    rulebook.publishedAt(),
                    rulebook.effectiveFrom(),
                    all.status(rulebook, now).name());
        }
    }

    record Diff(int from, int to, RulebookDiff changes) {}

    public void bind(Operations operations) {
        operations.command("registerRulebook", this::register, document -> document);
        operations.query("listRulebooks", this::list);
        operations.query("getRulebook", (request, context, tx) -> version(request.path("version"), tx)
                .map(found -> found.map(one -> HttpAnswer.ok(one.form()).withRevision(one.revision()))
                        .orElseGet(HttpAnswer::notFound)));
        operations.query("exportRulebook", (request, context, tx) -> version(request.path("version"), tx)
                .map(found -> found.map(one -> RulebookYaml.answer(one.form()).withRevision(one.revision()))
                        .orElseGet(HttpAnswer::notFound)));
        operations.query("diffRulebooks", this::diff);
    }

    private Future<Decision<RulebookForm>> register(ApiRequest request, CommandContext context, Tx tx) {
        RulebookForm form = request.body(RulebookForm.class);
        if (!Integer.toString(form.version()).equals(request.path("version"))) {
            Refusal refusal = Refusal.of(
                            PenaltyRefusal.RULEBOOK_INVALID, "The version in the path is not the document's.")
                    .at(List.of(new Refusal.Wrong("/version", "not " + request.path("version"))));
            return Future.succeededFuture(Decision.refuse(refusal));
        }
        return register.handle(form, context, tx).compose(decision -> texts.checked(decision, request.texts(), tx));
    }

    private Future<HttpAnswer> list(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        Optional<Instant> at = TimeParameter.of(request, "inForceAt");
        return rulebooks.all(tx).map(all -> {
            List<Rulebook> asked =
                    at.map(instant -> all.inForceAt(instant).stream().toList()).orElseGet(all::inOrder);
            List<Summary> behind = behind(asked, page.after()).stream()
                    .limit(page.limit() + 1L)
                    .map(rulebook -> Summary.of(rulebook, all, context.businessTime()))
                    .toList();
            return HttpAnswer.page(
                    request, Page.of(behind, page.limit(), last -> List.of(Integer.toString(last.version()))));
        });
    }

    /** Versions never go and never change their place; behind one that is not there is nothing. */
    private static List<Rulebook> behind(List<Rulebook> inOrder, Optional<List<String>> after) {
        if (after.isEmpty()) {
            return inOrder;
        }
        List<String> numbers = inOrder.stream()
                .map(rulebook -> Integer.toString(rulebook.version()))
                .toList();
        int last = numbers.indexOf(after.get().get(0));
        return last < 0 ? List.of() : inOrder.subList(last + 1, inOrder.size());
    }

    private Future<HttpAnswer> diff(ApiRequest request, CommandContext context, Tx tx) {
        return version(request.path("version"), tx)
                .compose(from -> version(request.query("to").orElseThrow(), tx).map(to -> {
                    if (from.isEmpty() || to.isEmpty()) {
                        return HttpAnswer.notFound();
                    }
                    RulebookForm before = from.get().form();
                    RulebookForm after = to.get().form();
                    return HttpAnswer.ok(
                            new Diff(before.version(), after.version(), RulebookDiff.between(before, after)));
                }));
    }

    private record Version(RulebookForm form, Revision revision) {}

    private Future<Optional<Version>> version(String number, Tx tx) {
        return rulebooks
                .find(tx, Integer.parseInt(number))
                .map(found -> found.map(loaded ->
                        new Version(RulebookDocument.read(loaded.state().document()), loaded.revision())));
    }

    /** The number of a version; what is a number otherwise written is none that a version has. */
    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
