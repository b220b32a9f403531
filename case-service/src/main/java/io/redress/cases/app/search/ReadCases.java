package io.redress.cases.app.search;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads cases; the merchant's side sees its own only. */
public final class ReadCases {

    private final CaseDesk desk;
    private final CaseSearch search;

    public ReadCases(CaseDesk desk, CaseSearch search) {
        this.desk = desk;
        this.search = search;
    }

    public Future<Optional<Loaded<CaseResult>>> one(String caseId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx);
    }

    /** One more than {@code limit} when there is more; empty if the caller asks for another merchant's cases. */
    public Future<Optional<List<CaseSummary>>> list(
            CaseFilter asked, int limit, Optional<CasePosition> after, CommandContext context, Tx tx) {
        Optional<String> own = Actors.merchant(context.caller());
        if (own.isPresent()
                && asked.merchantId().isPresent()
                && !asked.merchantId().equals(own)) {
            return Future.succeededFuture(Optional.empty());
        }
        CaseFilter filter = (own.isPresent() ? asked.of(own) : asked).seenBy(Actors.viewer(context.caller()));
        return search.find(tx, filter, limit, after, context).map(Optional::of);
    }
}
