package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.advocacy.WantedAdvocates.Wanted;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * Looks again for an advocate of a case for which nobody was free: each case in a transaction of its own, and all of them
 * when a document about advocates, the organisation or interests has changed or an absent one is back, {@value #PART} at a
 * time. An advocate who is back keeps what waits; a case that has ended, or has another advocate by now, waits no more.
 */
public final class FindAdvocate {

    private static final int PART = 100;

    private final CaseFiles files;
    private final AdvocatePanels panels;
    private final WantedAdvocates wanted;
    private final HandOver handOver;
    private final AssignOpened assign;

    public FindAdvocate(
            CaseFiles files, AdvocatePanels panels, WantedAdvocates wanted, HandOver handOver, AssignOpened assign) {
        this.files = files;
        this.panels = panels;
        this.wanted = wanted;
        this.handOver = handOver;
        this.assign = assign;
    }

    /** Somebody may be free: the cases that wait are due now. */
    public Future<Void> free(String behind, CommandContext context, Tx tx) {
        String after = behind.equals(WantedAdvocates.ALL) ? "" : behind;
        return wanted.lookAgain(tx, after, PART, context.businessTime())
                .compose(last -> last.isEmpty()
                        ? Future.succeededFuture()
                        : tx.apply(wanted.free(last.get(), context.businessTime())));
    }

    /** Of a case that may have ended, or found its advocate, since. Its turn comes first, as wherever one is chosen. */
    public Future<Void> again(String caseId, CommandContext context, Tx tx) {
        return panels.turn(tx)
                .compose(turn -> wanted.lock(tx, caseId))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : files.find(tx, caseId)
                                .compose(file -> look(found.get(), file.orElseThrow(), context, tx))
                                .compose(waits -> tx.apply(
                                        waits
                                                ? wanted.waitOn(
                                                        caseId,
                                                        context.businessTime().plus(AwaitAdvocate.AGAIN))
                                                : wanted.done(caseId))));
    }

    /** Whether it waits still. */
    private Future<Boolean> look(Wanted waiting, Loaded<CaseFile> loaded, CommandContext context, Tx tx) {
        if (waiting.absent().isEmpty()) {
            return assign.nobodyFree(loaded, context, tx);
        }
        String employee = waiting.absent().get();
        if (loaded.state().status().ended() || !loaded.state().people().advocate(employee)) {
            return Future.succeededFuture(false);
        }
        return wanted.absence(tx, employee, context.businessTime())
                .compose(absence -> absence.isEmpty()
                        ? Future.succeededFuture(false)
                        : handOver.one(absence.get(), loaded, context, tx).map(result -> switch (result) {
                            case HANDED_OVER, STAYS -> false;
                            case NOBODY_FREE, NOT_NOW -> true;
                        }));
    }
}
