package io.redress.cases.app;

import io.redress.cases.domain.CaseStatus;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads cases; the merchant's side sees its own only. */
public final class ReadCases {

    private final CaseDesk desk;
    private final CaseFiles files;

    public ReadCases(CaseDesk desk, CaseFiles files) {
        this.desk = desk;
        this.files = files;
    }

    public Future<Optional<Loaded<CaseResult>>> one(String caseId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx);
    }

    /** One more than {@code limit} when there is more. */
    public Future<List<CaseSummary>> list(
            Optional<String> penaltyId,
            Optional<CaseStatus> status,
            int limit,
            Optional<String> afterCaseId,
            CommandContext context,
            Tx tx) {
        CaseFilter filter = new CaseFilter(Actors.merchant(context.caller()), penaltyId, status);
        return files.list(tx, filter, limit, afterCaseId);
    }
}
