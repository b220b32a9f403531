package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseRules;
import io.redress.cases.app.CaseWriting;
import io.redress.cases.app.EventLog;
import io.redress.cases.app.advocacy.WantedAdvocates.Wanted;
import io.redress.cases.app.clock.ClockFiles;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps that nobody was free to defend in a case: it is looked for again after a day at the latest. The head of the
 * advocates is told once, when it begins; where the case is hidden from the head, integrity is.
 */
public final class AwaitAdvocate {

    static final Duration AGAIN = Duration.ofDays(1);

    private final CaseWriting writing;
    private final WantedAdvocates wanted;
    private final CaseRules rules;
    private final ClockFiles departments;

    public AwaitAdvocate(
            CaseFiles files, EventLog events, WantedAdvocates wanted, CaseRules rules, ClockFiles departments) {
        this.writing = new CaseWriting(files, events);
        this.wanted = wanted;
        this.rules = rules;
        this.departments = departments;
    }

    /**
     * Nobody was free. Nothing happens where that is known.
     *
     * @param absent the advocate who has the case; empty where it has none
     */
    Future<Void> begin(Loaded<CaseFile> loaded, Optional<String> absent, CommandContext context, Tx tx) {
        Wanted now = new Wanted(loaded.state().id(), absent);
        return wanted.lock(tx, now.caseId())
                .compose(before -> before.equals(Optional.of(now))
                        ? Future.succeededFuture()
                        : head(tx, now.caseId()).compose(head -> tell(loaded, now, head, context, tx)));
    }

    private Future<Void> tell(
            Loaded<CaseFile> loaded, Wanted now, Optional<String> head, CommandContext context, Tx tx) {
        CaseEvent event = new CaseEvent.NoAdvocateFree(now.absent(), head);
        return writing.apply(
                loaded,
                new CaseChange(loaded.state(), List.of(event)),
                wanted.wait(now, context.businessTime(), context.businessTime().plus(AGAIN)),
                context,
                tx);
    }

    private Future<Optional<String>> head(Tx tx, String caseId) {
        return rules.policy(tx, caseId).compose(policy -> {
            String team = policy.watch().advocacyTeam();
            return departments
                    .headsToTell(tx, caseId, List.of(team))
                    .map(heads -> Optional.ofNullable(heads.get(team)));
        });
    }
}
