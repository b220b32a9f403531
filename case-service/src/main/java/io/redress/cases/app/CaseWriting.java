package io.redress.cases.app;

import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;

/** Records and writes what the service does to a case by itself. */
public record CaseWriting(CaseFiles files, EventLog events) {

    public Future<Void> apply(Loaded<CaseFile> before, CaseChange change, Write beside, CommandContext context, Tx tx) {
        Recorded recorded = events.record(context, change, before.revision());
        return tx.apply(files.update(before.state(), change.state(), before.revision(), recorded)
                .and(beside));
    }
}
