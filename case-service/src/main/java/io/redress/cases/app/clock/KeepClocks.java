package io.redress.cases.app.clock;

import io.redress.cases.app.clock.ClockFiles.Kept;
import io.redress.cases.app.queue.RouteLate;
import io.redress.cases.domain.clock.CaseClocks;
import io.redress.cases.domain.clock.CaseHistory;
import io.redress.cases.domain.clock.Clock;
import io.redress.cases.domain.clock.ClockAlarm;
import io.redress.cases.domain.clock.ClockAlarms;
import io.redress.cases.domain.clock.HolderRole;
import io.redress.cases.domain.clock.KeptClock;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at the clocks of a case: works them out from its history, tells what has not been told, keeps what has changed,
 * has a case that is late put where it belongs, and says when to look again. It runs as the case's one deadline, so that two instances never tell the same twice; what a
 * late look finds is told then, with the instants at which it happened.
 */
public final class KeepClocks {

    private final ClockFiles files;
    private final ClockLog log;
    private final RouteLate routes;

    public KeepClocks(ClockFiles files, ClockLog log, RouteLate routes) {
        this.files = files;
        this.log = log;
        this.routes = routes;
    }

    /** Of a case that exists; another is passed over. */
    public Future<Void> look(String caseId, CommandContext context, Tx tx) {
        return files.history(tx, caseId)
                .compose(found -> found.isEmpty() ? Future.succeededFuture() : look(found.get(), context, tx));
    }

    private Future<Void> look(CaseHistory history, CommandContext context, Tx tx) {
        return files.rules(tx, history, context.businessTime()).compose(rules -> {
            CaseClocks clocks = CaseClocks.of(history, rules, context.businessTime());
            List<String> teams = Stream.of(HolderRole.ADVOCATE, HolderRole.RESPONDENT, HolderRole.ADJUDICATOR)
                    .flatMap(role -> rules.team(role, history.respondentDepartment()).stream())
                    .distinct()
                    .toList();
            boolean pastDue = clocks.clocks().stream().anyMatch(Clock::pastDue);
            return files.headsToTell(tx, history.caseId(), teams).compose(heads -> files.kept(tx, history.caseId())
                    .compose(kept -> routes.write(tx, history.caseId(), pastDue, context.businessTime())
                            .compose(routed -> tx.apply(
                                    write(history, clocks, heads, kept, context).and(routed)))));
        });
    }

    private Write write(
            CaseHistory history, CaseClocks clocks, Map<String, String> heads, Kept kept, CommandContext context) {
        List<ClockAlarm> untold = new ClockAlarms(history, heads).untold(clocks, kept.clocks());
        List<KeptClock> now = clocks.clocks().stream().map(KeptClock::of).toList();
        Optional<Instant> next = clocks.nextMarkAt();
        if (untold.isEmpty() && now.equals(kept.clocks()) && kept.revision().version() > 0) {
            return next.map(at -> files.lookAgain(history.caseId(), at)).orElse(Write.none());
        }
        Recorded recorded = log.record(context, history, untold, kept.revision());
        return files.keep(
                history.caseId(), kept, now, recorded, clocks.current().flatMap(Clock::doneBy), next);
    }
}
