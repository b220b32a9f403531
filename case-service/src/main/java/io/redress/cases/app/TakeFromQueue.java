package io.redress.cases.app;

import io.redress.cases.app.QueueWork.Item;
import io.redress.cases.app.QueueWork.Lease;
import io.redress.cases.domain.CaseRefusal;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/**
 * A member of a queue takes a case to himself for a while, and gives it back. Of those who ask at once exactly one gets a
 * case. A lease lapses by itself; it is no claim and no part of the case's record. Refusals: not-your-queue, no-case-free,
 * case-leased.
 */
public final class TakeFromQueue {

    private final QueueWork work;
    private final CaseDesk desk;

    public TakeFromQueue(QueueWork work, CaseDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    /** The most urgent case that the caller could take now. */
    public Future<Decision<Item>> next(String queueId, CommandContext context, Tx tx) {
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        return work.queue(tx, queueId, viewer).compose(queue -> {
            if (queue.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            if (!queue.get().member()) {
                return Future.succeededFuture(Decision.refuse(notYours()));
            }
            return work.next(tx, queueId, viewer.employee(), context.businessTime())
                    .compose(item -> item.isEmpty()
                            ? Future.succeededFuture(Decision.refuse(noneFree()))
                            : leased(item.get(), viewer.employee(), tx));
        });
    }

    /** Takes this case, or has it for longer. */
    public Future<Decision<Item>> lease(String caseId, CommandContext context, Tx tx) {
        return onItem(
                caseId,
                context,
                tx,
                item -> item.leasedByAnother(context.caller().subject())
                        ? Future.succeededFuture(Decision.refuse(leasedAlready()))
                        : leased(item, context.caller().subject(), tx));
    }

    /** Gives it back before its time; nothing happens to a lease that is over. */
    public Future<Decision<Item>> giveBack(String caseId, CommandContext context, Tx tx) {
        return onItem(
                caseId,
                context,
                tx,
                item -> Future.succeededFuture(
                        item.leasedByAnother(context.caller().subject())
                                ? Decision.refuse(leasedAlready())
                                : item.lease().isEmpty()
                                        ? Decision.accept(item, Revision.NEW, Write.none())
                                        : Decision.accept(
                                                with(item, Optional.empty()), Revision.NEW, work.endLease(caseId))));
    }

    private Future<Decision<Item>> onItem(
            String caseId, CommandContext context, Tx tx, Function<Item, Future<Decision<Item>>> then) {
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        return desk.known(caseId, context, tx)
                .compose(found -> found.isEmpty() ? Future.succeededFuture(Optional.empty()) : work.held(tx, caseId))
                .compose(item -> item.isEmpty()
                        ? Future.succeededFuture(Decision.notFound())
                        : work.member(tx, item.get().queueId(), viewer)
                                .compose(member -> member
                                        ? then.apply(item.get())
                                        : Future.succeededFuture(Decision.refuse(notYours()))));
    }

    private Future<Decision<Item>> leased(Item item, String employee, Tx tx) {
        return work.leaseEnds(tx, item.queueId()).map(until -> {
            Lease lease = new Lease(employee, until);
            return Decision.accept(with(item, Optional.of(lease)), Revision.NEW, work.lease(item.caseId(), lease));
        });
    }

    private static Item with(Item item, Optional<Lease> lease) {
        return new Item(
                item.caseId(),
                item.kind(),
                item.status(),
                item.merchantId(),
                item.shopId(),
                item.queueId(),
                item.phase(),
                item.priority(),
                item.enteredAt(),
                item.dueAt(),
                item.takenBy(),
                lease,
                item.snoozedUntil(),
                item.ruleId(),
                item.moved());
    }

    static Refusal notYours() {
        return Refusal.of(CaseRefusal.NOT_YOUR_QUEUE, "Only members of a case's queue take the case.");
    }

    static Refusal leasedAlready() {
        return Refusal.of(CaseRefusal.CASE_LEASED, "Somebody else has taken the case for a while.");
    }

    private static Refusal noneFree() {
        return Refusal.of(CaseRefusal.NO_CASE_FREE, "The queue has no case that you could take now.");
    }
}
