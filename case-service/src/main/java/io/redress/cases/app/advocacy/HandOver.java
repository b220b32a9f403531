package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseWriting;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.Organisation;
import io.redress.cases.app.advocacy.AdvocateRuns.HandOverRun;
import io.redress.cases.domain.AdvocateChanges;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseRefusal;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Hands over the open cases of an absent advocate, {@value #PART} at a time, each part a transaction of its own: to the
 * delegate where nothing stands against it, else to the one that the rule chooses. A case for which nobody is free stays
 * for now ({@link AwaitAdvocate}); one in which whoever said that the advocate is absent answers for the penalty stays, and
 * that goes on record. Nothing goes back by itself.
 */
public final class HandOver {

    private static final int PART = 20;

    /** What became of a case. */
    enum Result {
        HANDED_OVER,
        NOBODY_FREE,
        /** Its status has no handing over. */
        NOT_NOW,
        /** It is another advocate's, or whoever said that this one is absent answers for it. */
        STAYS
    }

    private final CaseFiles files;
    private final CaseWriting writing;
    private final AdvocatePanels panels;
    private final AdvocateRuns runs;
    private final Organisation organisation;
    private final KeepIndependence independence;
    private final AwaitAdvocate await;

    public HandOver(
            CaseFiles files,
            EventLog events,
            AdvocatePanels panels,
            AdvocateRuns runs,
            Organisation organisation,
            KeepIndependence independence,
            AwaitAdvocate await) {
        this.files = files;
        this.writing = new CaseWriting(files, events);
        this.panels = panels;
        this.runs = runs;
        this.organisation = organisation;
        this.independence = independence;
        this.await = await;
    }

    /** The next part; the rest is done after it. */
    public Future<Void> part(String employee, CommandContext context, Tx tx) {
        return runs.lockHandOver(tx, employee)
                .compose(found -> found.filter(run -> context.businessTime().isBefore(run.until()))
                        .map(run -> runs.casesOf(tx, employee, run.behind(), PART)
                                .compose(cases -> handOver(run, cases, context, tx)))
                        .orElseGet(Future::succeededFuture));
    }

    private Future<Void> handOver(HandOverRun run, List<String> cases, CommandContext context, Tx tx) {
        return organisation.departmentOf(tx, run.putBy()).compose(department -> {
            Future<Integer> moved = Future.succeededFuture(0);
            for (String caseId : cases) {
                moved = moved.compose(before -> handOver(run, caseId, department, context, tx)
                        .map(result -> result == Result.HANDED_OVER ? before + 1 : before));
            }
            boolean more = cases.size() == PART;
            String behind = cases.isEmpty() ? run.behind() : cases.get(cases.size() - 1);
            HandOverRun after = new HandOverRun(run.employee(), run.until(), run.delegate(), run.putBy(), behind);
            return moved.compose(count ->
                    tx.apply(runs.save(after, count, more ? Optional.of(context.businessTime()) : Optional.empty())));
        });
    }

    private Future<Result> handOver(
            HandOverRun run, String caseId, Optional<String> department, CommandContext context, Tx tx) {
        return files.find(tx, caseId).compose(found -> {
            Loaded<CaseFile> loaded = found.orElseThrow();
            if (!loaded.state().people().advocate(run.employee())) {
                return Future.succeededFuture(Result.STAYS);
            }
            return handOver(run, loaded, department, context, tx)
                    .compose(result -> result == Result.NOBODY_FREE
                            ? await.begin(loaded, Optional.of(run.employee()), context, tx)
                                    .map(result)
                            : Future.succeededFuture(result));
        });
    }

    /** A case of the advocate that has waited for somebody to be free. */
    Future<Result> one(HandOverRun run, Loaded<CaseFile> loaded, CommandContext context, Tx tx) {
        return organisation
                .departmentOf(tx, run.putBy())
                .compose(department -> handOver(run, loaded, department, context, tx));
    }

    private Future<Result> handOver(
            HandOverRun run, Loaded<CaseFile> loaded, Optional<String> department, CommandContext context, Tx tx) {
        CaseFile file = loaded.state();
        return independence
                .respondents(tx, file, run.putBy(), department, IndependenceLog.Kind.ABSENCE, context)
                .compose(respondents ->
                        respondents.standing(run.putBy(), department).isPresent()
                                ? Future.succeededFuture(Result.STAYS)
                                : panels.panel(tx, file, Optional.empty(), context.businessTime())
                                        .map(panel -> AdvocateChanges.handOver(file, panel, run.delegate()))
                                        .compose(outcome -> write(loaded, outcome, context, tx)));
    }

    private Future<Result> write(Loaded<CaseFile> before, Outcome<CaseChange> outcome, CommandContext context, Tx tx) {
        return outcome instanceof Outcome.Done<CaseChange> done
                ? writing.apply(before, done.value(), Write.none(), context, tx).map(Result.HANDED_OVER)
                : Future.succeededFuture(
                        ((Outcome.Refused<CaseChange>) outcome).refusal().code() == CaseRefusal.NO_ADVOCATE_FREE
                                ? Result.NOBODY_FREE
                                : Result.NOT_NOW);
    }
}
