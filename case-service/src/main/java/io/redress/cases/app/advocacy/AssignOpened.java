package io.redress.cases.app.advocacy;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseWriting;
import io.redress.cases.app.EventLog;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseStatus;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Where the policy says so, gives an opened case its advocate by the rule. Does nothing when the case has one or has
 * ended; where nobody is free it waits ({@link AwaitAdvocate}).
 */
public final class AssignOpened {

    private final CaseFiles files;
    private final CaseWriting writing;
    private final AssignAdvocate assign;
    private final AwaitAdvocate await;

    public AssignOpened(CaseFiles files, EventLog events, AssignAdvocate assign, AwaitAdvocate await) {
        this.files = files;
        this.writing = new CaseWriting(files, events);
        this.assign = assign;
        this.await = await;
    }

    public Future<Void> due(String caseId, CommandContext context, Tx tx) {
        return files.find(tx, caseId).compose(found -> {
            Loaded<CaseFile> loaded = found.orElseThrow();
            return nobodyFree(loaded, context, tx)
                    .compose(nobody ->
                            nobody ? await.begin(loaded, Optional.empty(), context, tx) : Future.succeededFuture());
        });
    }

    /** Gives it its advocate; whether it needs one still. */
    Future<Boolean> nobodyFree(Loaded<CaseFile> loaded, CommandContext context, Tx tx) {
        if (loaded.state().status() != CaseStatus.OPEN) {
            return Future.succeededFuture(false);
        }
        Actor service = Actors.actor(context.caller(), Optional.empty());
        return assign.assign(tx, loaded.state(), service, Optional.empty(), context.businessTime())
                .compose(outcome -> outcome instanceof Outcome.Done<CaseChange> done
                        ? writing.apply(loaded, done.value(), Write.none(), context, tx)
                                .map(false)
                        : Future.succeededFuture(true));
    }
}
