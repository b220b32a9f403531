package io.redress.cases.app.queue;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseSight;
import io.redress.cases.app.queue.QueueWork.Asked;
import io.redress.cases.app.queue.QueueWork.Item;
import io.redress.cases.app.queue.QueueWork.Place;
import io.redress.cases.app.queue.QueueWork.Queue;
import io.redress.cases.app.queue.QueueWork.Show;
import io.redress.cases.domain.CaseRefusal;
import io.redress.kit.command.CommandContext;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads queues. Their members see what lies in them; operators and integrity too, a restricted one only integrity. */
public final class ReadQueues {

    private static final Set<String> OVERSEERS = Set.of("operator", "integrity");

    private final QueueWork work;
    private final CaseDesk desk;

    public ReadQueues(QueueWork work, CaseDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    /** Those whose cases the caller may see. */
    public Future<List<Queue>> all(CommandContext context, Tx tx) {
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        return work.queues(tx, viewer, context.businessTime()).map(queues -> queues.stream()
                .filter(queue -> sees(queue.member(), viewer))
                .toList());
    }

    /** Empty where the caller knows of no such queue. Refusals: not-your-queue. */
    public Future<Optional<Outcome<List<Item>>>> items(
            String queueId, Show show, int limit, Place after, CommandContext context, Tx tx) {
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        return work.queue(tx, queueId, viewer).compose(queue -> {
            if (queue.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            if (!sees(queue.get().member(), viewer)) {
                return Future.succeededFuture(Optional.of(Outcome.refused(
                        Refusal.of(CaseRefusal.NOT_YOUR_QUEUE, "Only members of a queue see its cases."))));
            }
            Asked asked = new Asked(queueId, show, viewer.employee(), context.businessTime(), limit, after);
            return work.items(tx, asked).map(items -> Optional.of(Outcome.done(items)));
        });
    }

    /** Where a case lies; empty where the caller knows of no such case, and for one that has ended. */
    public Future<Optional<Item>> place(String caseId, CommandContext context, Tx tx) {
        return desk.known(caseId, context, tx)
                .compose(found -> found.isEmpty() ? Future.succeededFuture(Optional.empty()) : work.item(tx, caseId));
    }

    private static boolean sees(boolean member, CaseSight.Viewer viewer) {
        return member || viewer.roles().stream().anyMatch(OVERSEERS::contains);
    }
}
