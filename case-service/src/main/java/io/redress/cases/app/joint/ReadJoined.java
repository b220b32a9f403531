package io.redress.cases.app.joint;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads the cases that were joined to a lead; staff only, as the contract says. */
public final class ReadJoined {

    private final CaseDesk desk;
    private final JoinedCases joined;

    public ReadJoined(CaseDesk desk, JoinedCases joined) {
        this.desk = desk;
        this.joined = joined;
    }

    /** One more than {@code limit} when there is more; empty where there is no such case. */
    public Future<Optional<List<JoinedCases.Member>>> members(
            String leadId, int limit, Optional<String> afterCaseId, CommandContext context, Tx tx) {
        return desk.read(leadId, context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : joined.page(
                                        tx,
                                        leadId,
                                        Actors.viewer(context.caller()).orElseThrow(),
                                        limit,
                                        afterCaseId)
                                .map(Optional::of));
    }
}
