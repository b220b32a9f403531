package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.HttpAnswer;
import io.redress.kit.http.Operations;
import io.redress.kit.http.Page;
import io.redress.kit.http.PageRequest;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ClosureRegister;
import io.redress.penalties.app.RulebookStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The register of closures, for everybody. */
public final class ClosureApi {

    private static final String KEPT = "public, max-age=300";

    private final ClosureRegister register;
    private final RulebookStore rulebooks;

    public ClosureApi(ClosureRegister register, RulebookStore rulebooks) {
        this.register = register;
        this.rulebooks = rulebooks;
    }

    public void bind(Operations operations) {
        operations.query("listClosures", this::closures);
    }

    /** @param clauses empty like {@code basis} when the closure was reversed: what did not hold is not repeated */
    private record ClosureView(
            String id,
            String shopId,
            ClosureRegister.Status status,
            Optional<ClosureRegister.Basis> basis,
            Optional<List<ClosureRegister.CitedClause>> clauses,
            Instant from,
            Optional<Instant> until) {

        static ClosureView of(ClosureRegister.Entry entry) {
            Optional<ClosureRegister.Entry> holds =
                    Optional.of(entry).filter(one -> one.status() != ClosureRegister.Status.REVERSED);
            return new ClosureView(
                    entry.id(),
                    entry.shopId(),
                    entry.status(),
                    holds.map(ClosureRegister.Entry::basis),
                    holds.map(ClosureRegister.Entry::clauses),
                    entry.from(),
                    entry.until());
        }
    }

    private Future<HttpAnswer> closures(ApiRequest request, CommandContext context, Tx tx) {
        PageRequest page = request.page();
        String behind = page.after().map(last -> last.get(0)).orElse("");
        return rulebooks
                .all(tx)
                .compose(versions -> register.page(tx, versions.closureKinds(), behind, page.limit() + 1))
                .map(entries -> HttpAnswer.page(
                                request,
                                Page.of(
                                        entries.stream().map(ClosureView::of).toList(),
                                        page.limit(),
                                        last -> List.of(last.id())))
                        .withBodyTag()
                        .withHeader("Cache-Control", KEPT));
    }
}
