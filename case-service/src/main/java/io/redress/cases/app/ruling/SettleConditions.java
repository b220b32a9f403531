package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.EventLog;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Conditions;
import io.redress.cases.domain.MilestoneReport;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Fulfils conditions of rulings by what verifiers have reported, and lets those lapse that nobody reported in time. A
 * report is kept whether anything waits for it or not: it counts when the ruling comes after it, and a condition lapses
 * only when no report of it is kept.
 */
public final class SettleConditions {

    private final CaseFiles files;
    private final MilestoneReports reports;
    private final EventLog events;
    private final Duration effectsWithin;

    public SettleConditions(CaseFiles files, MilestoneReports reports, EventLog events, Duration effectsWithin) {
        this.files = files;
        this.reports = reports;
        this.events = events;
        this.effectsWithin = effectsWithin;
    }

    /** penalty-service has verified a milestone. */
    public Future<Void> reported(MilestoneReport report, CommandContext context, Tx tx) {
        return tx.apply(reports.insert(report))
                .compose(kept -> reports.waiting(tx, report))
                .compose(cases -> {
                    Future<Void> done = Future.succeededFuture();
                    for (String caseId : cases) {
                        done = done.compose(before ->
                                settle(caseId, conditions -> conditions.reported(List.of(report)), context, tx));
                    }
                    return done;
                });
    }

    /** The time of a condition's report is over. */
    public Future<Void> lapsed(String conditionId, CommandContext context, Tx tx) {
        return reports.caseOfCondition(tx, conditionId).compose(caseId -> reports.about(tx, caseId.orElseThrow())
                .compose(known -> settle(
                        caseId.get(),
                        conditions -> {
                            CaseChange reported = conditions.reported(known);
                            return reported.then(state -> of(state, context).lapsed(conditionId));
                        },
                        context,
                        tx)));
    }

    private Future<Void> settle(String caseId, Function<Conditions, CaseChange> decide, CommandContext context, Tx tx) {
        return files.find(tx, caseId).compose(found -> {
            Loaded<CaseFile> before = found.orElseThrow();
            CaseChange change = decide.apply(of(before.state(), context));
            if (change.events().isEmpty()) {
                return Future.succeededFuture();
            }
            Recorded recorded = events.record(context, change, before.revision());
            return tx.apply(files.update(before.state(), change.state(), before.revision(), recorded));
        });
    }

    private Conditions of(CaseFile file, CommandContext context) {
        return Conditions.of(file, context.caller().subject(), effectsWithin, context.businessTime());
    }
}
