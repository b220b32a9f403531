package io.redress.cases.app.queue;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseSight;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Whoever decides about a case that is not his already does so as a member of its queue, while nobody else has it on lease.
 * Refusals: not-your-queue, case-leased.
 */
public final class QueueGate {

    private final QueueWork work;

    public QueueGate(QueueWork work) {
        this.work = work;
    }

    /** @param outcome what the command comes to for a member; what is refused anyhow stays refused so */
    public Future<Outcome<CaseDesk.Step>> admit(
            Tx tx, CaseFile file, CommandContext context, Outcome<CaseChange> outcome) {
        Outcome<CaseDesk.Step> step = outcome.map(CaseDesk.Step::of);
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        if (step instanceof Outcome.Refused || file.people().adjudicator(viewer.employee())) {
            return Future.succeededFuture(step);
        }
        return closed(tx, file.id(), viewer)
                .map(refusal -> refusal.map(Outcome::<CaseDesk.Step>refused).orElse(step));
    }

    private Future<Optional<Refusal>> closed(Tx tx, String caseId, CaseSight.Viewer viewer) {
        return work.item(tx, caseId).compose(item -> {
            if (item.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            return work.member(tx, item.get().queueId(), viewer).map(member -> {
                if (!member) {
                    return Optional.of(TakeFromQueue.notYours());
                }
                return item.get().leasedByAnother(viewer.employee())
                        ? Optional.of(TakeFromQueue.leasedAlready())
                        : Optional.empty();
            });
        });
    }
}
