package io.redress.cases.app.precedent;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.domain.Precedent;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads the earlier rulings that a case cites. */
public final class ReadPrecedents {

    private final CaseDesk desk;
    private final Precedents precedents;

    public ReadPrecedents(CaseDesk desk, Precedents precedents) {
        this.desk = desk;
        this.precedents = precedents;
    }

    /** One more than {@code limit} when there is more; empty if there is no such case for this caller. */
    public Future<Optional<List<Precedent>>> of(
            String caseId, int limit, String afterRulingId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : precedents.citedIn(tx, caseId, limit, afterRulingId).map(Optional::of));
    }
}
