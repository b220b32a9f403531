package io.redress.cases.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/** Who may claim a case where it lies: one of its queue, as long as nobody else has it on lease. */
public final class ClaimFromQueue {

    private final QueueWork queues;

    public ClaimFromQueue(QueueWork queues) {
        this.queues = queues;
    }

    /** Why nobody but others takes the case from its queue; empty when this person may. */
    Future<Optional<Refusal>> refusal(String caseId, CommandContext context, Tx tx) {
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        return queues.item(tx, caseId).compose(item -> {
            if (item.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            return queues.member(tx, item.get().queueId(), viewer).map(member -> {
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
