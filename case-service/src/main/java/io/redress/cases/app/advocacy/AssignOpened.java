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
import java.time.Duration;
import java.util.Optional;

/**
 * Where the policy says so, gives an opened case its advocate by the rule. Does nothing when the case has one or has
 * ended; where nobody is free, it is tried again after a day.
 */
public final class AssignOpened {

    private static final Duration AGAIN = Duration.ofDays(1);

    private final CaseFiles files;
    private final CaseWriting writing;
    private final AssignAdvocate assign;
    private final AdvocateRuns runs;

    public AssignOpened(CaseFiles files, EventLog events, AssignAdvocate assign, AdvocateRuns runs) {
        this.files = files;
        this.writing = new CaseWriting(files, events);
        this.assign = assign;
        this.runs = runs;
    }

    public Future<Void> due(String caseId, CommandContext context, Tx tx) {
        return files.find(tx, caseId).compose(found -> {
            Loaded<CaseFile> loaded = found.orElseThrow();
            if (loaded.state().status() != CaseStatus.OPEN) {
                return Future.succeededFuture();
            }
            Actor service = Actors.actor(context.caller(), Optional.empty());
            return assign.assign(tx, loaded.state(), service, Optional.empty(), context.businessTime())
                    .compose(outcome -> outcome instanceof Outcome.Done<CaseChange> done
                            ? writing.apply(loaded, done.value(), Write.none(), context, tx)
                            : tx.apply(runs.assignLater(
                                    caseId, context.businessTime().plus(AGAIN))));
        });
    }
}
