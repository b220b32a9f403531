package io.redress.cases.app.clock;

import io.redress.cases.app.Actors;
import io.redress.cases.app.clock.ClockFiles.Asked;
import io.redress.cases.app.clock.ClockFiles.Line;
import io.redress.cases.domain.clock.CaseClocks;
import io.redress.cases.domain.clock.CaseHistory;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads the clocks of a case as they stand now, and reports on those of teams. */
public final class ReadClocks {

    private final ClockFiles files;
    private final Actors actors;

    public ReadClocks(ClockFiles files, Actors actors) {
        this.files = files;
        this.actors = actors;
    }

    /** Worked out anew; empty if there is no such case for this caller. */
    public Future<Optional<CaseClocks>> of(String caseId, CommandContext context, Tx tx) {
        return actors.known(tx, context.caller(), caseId, files.history(tx, caseId), CaseHistory::merchantId)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : clocks(found.get(), context, tx).map(Optional::of));
    }

    private Future<CaseClocks> clocks(CaseHistory history, CommandContext context, Tx tx) {
        return files.rules(tx, history, context.businessTime())
                .map(rules -> CaseClocks.of(history, rules, context.businessTime()));
    }

    /** One more than {@code limit} when there is more. */
    public Future<List<Line>> report(Asked asked, int limit, String afterTeam, String afterKind, Tx tx) {
        return files.report(tx, asked, limit, afterTeam, afterKind);
    }
}
