package io.redress.cases.app.consistency;

import io.redress.cases.app.CaseDesk;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads what a case is compared with, and reports on how rulings compare. Nothing of it is for merchants. */
public final class ReadConsistency {

    private final CaseDesk desk;
    private final CompareRulings compare;
    private final ComparedRulings rulings;

    public ReadConsistency(CaseDesk desk, CompareRulings compare, ComparedRulings rulings) {
        this.desk = desk;
        this.compare = compare;
        this.rulings = rulings;
    }

    /** Empty if there is no such case. */
    public Future<Optional<CompareRulings.Picture>> of(String caseId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : compare.picture(found.get().state().file(), context.businessTime(), tx)
                                .map(Optional::of));
    }

    /** One more than {@code limit} when there is more. */
    public Future<List<ComparedRulings.Line>> report(
            ComparedRulings.Asked asked, ComparedRulings.Place after, int limit, Tx tx) {
        return rulings.report(tx, asked, after, limit + 1);
    }
}
