package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseWriting;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.advocacy.AdvocateRuns.Reporting;
import io.redress.cases.app.advocacy.AdvocateRuns.ReportingRun;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * After a reorganisation: in each open case that its advocate had before it, whom she now reports to goes into the case's
 * history and is told, where that is somebody else. {@value #PART} cases at a time, each part a transaction of its own;
 * stopped anywhere it goes on where it was. In a case an advocate reports to the nearest superior who neither answers for
 * the penalty, or was of its department since the case was opened, nor is above who does.
 */
public final class MoveReporting {

    private static final int PART = 50;

    private final CaseFiles files;
    private final CaseWriting writing;
    private final AdvocateRuns runs;

    public MoveReporting(CaseFiles files, EventLog events, AdvocateRuns runs) {
        this.files = files;
        this.writing = new CaseWriting(files, events);
        this.runs = runs;
    }

    /** The next part for this version of the organisation; the rest is done after it. */
    public Future<Void> part(long version, CommandContext context, Tx tx) {
        return runs.lockReporting(tx, version)
                .compose(run -> run.done()
                        ? Future.succeededFuture()
                        : runs.reporting(tx, run, context.businessTime(), PART)
                                .compose(cases -> move(run, cases, context, tx)));
    }

    private Future<Void> move(ReportingRun run, List<Reporting> cases, CommandContext context, Tx tx) {
        List<Reporting> moved =
                cases.stream().filter(one -> !one.before().equals(one.now())).toList();
        Future<Void> written = Future.succeededFuture();
        for (Reporting one : moved) {
            written = written.compose(done -> move(run.version(), one, context, tx));
        }
        boolean done = cases.size() < PART;
        String behind =
                cases.isEmpty() ? run.behind() : cases.get(cases.size() - 1).caseId();
        return written.compose(all -> tx.apply(runs.save(
                new ReportingRun(run.version(), behind, done),
                moved.size(),
                done ? Optional.empty() : Optional.of(context.businessTime()))));
    }

    private Future<Void> move(long version, Reporting one, CommandContext context, Tx tx) {
        return files.find(tx, one.caseId()).compose(found -> {
            Loaded<CaseFile> loaded = found.orElseThrow();
            String advocate = loaded.state().people().advocateId().orElseThrow();
            CaseEvent moved = new CaseEvent.AdvocateReportingMoved(advocate, one.before(), one.now(), version);
            return writing.apply(loaded, new CaseChange(loaded.state(), List.of(moved)), Write.none(), context, tx);
        });
    }
}
