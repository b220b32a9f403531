package io.redress.cases.app.queue;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.CaseSight;
import io.redress.cases.app.advocacy.AdvocatePanels;
import io.redress.cases.app.queue.QueueWork.Item;
import io.redress.cases.app.queue.QueueWork.Lease;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.QueueTaking;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member of a queue takes a case to himself for a while, and gives it back. Of those who ask at once exactly one gets a
 * case. A lease lapses by itself; it is no claim and no part of the case's record. Who could not go on to defend or decide
 * the case does not keep others from it, and nobody keeps a whole queue from the others. Refusals: not-your-queue, own-cause,
 * conflict-of-interest, no-case-free, case-leased, lease-limit-reached.
 */
public final class TakeFromQueue {

    /** So many cases that are not for the caller are passed over; with more of them at the head nothing is given. */
    private static final int MOST_PASSED_OVER = 20;

    private final QueueWork work;
    private final CaseDesk desk;
    private final AdvocatePanels panels;

    public TakeFromQueue(QueueWork work, CaseDesk desk, AdvocatePanels panels) {
        this.work = work;
        this.desk = desk;
        this.panels = panels;
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
            return limited(queueId, viewer.employee(), tx)
                    .compose(refusal -> refusal.isPresent()
                            ? Future.succeededFuture(Decision.refuse(refusal.get()))
                            : next(queueId, List.of(), context, tx));
        });
    }

    /** After the turn of whoever takes; the queue is not locked. */
    private Future<Optional<Refusal>> limited(String queueId, String employee, Tx tx) {
        return work.turn(tx, employee)
                .compose(turn -> work.leaseLimitReached(tx, queueId, employee))
                .map(reached -> reached ? Optional.of(limitReached()) : Optional.empty());
    }

    private Future<Decision<Item>> next(String queueId, List<String> passedOver, CommandContext context, Tx tx) {
        String employee = context.caller().subject();
        if (passedOver.size() > MOST_PASSED_OVER) {
            return Future.succeededFuture(Decision.refuse(noneFree()));
        }
        return work.next(tx, queueId, employee, passedOver, context.businessTime())
                .compose(item -> item.isEmpty()
                        ? Future.succeededFuture(Decision.refuse(noneFree()))
                        : desk.read(item.get().caseId(), context, tx)
                                .compose(found -> against(item.get(), found, context, tx))
                                .compose(against -> {
                                    if (against.isEmpty()) {
                                        return leased(item.get(), employee, tx);
                                    }
                                    List<String> more = new ArrayList<>(passedOver);
                                    more.add(item.get().caseId());
                                    return next(queueId, more, context, tx);
                                }));
    }

    private Future<Optional<Refusal>> against(
            Item item, Optional<Loaded<CaseResult>> found, CommandContext context, Tx tx) {
        CaseResult of = found.map(Loaded::state).orElseThrow();
        return panels.of(tx, of.file(), of.viewer().id(), context.businessTime())
                .map(panel -> QueueTaking.refusal(of.file(), item.phase(), of.viewer(), panel));
    }

    /** Takes this case, or has it for longer. */
    public Future<Decision<Item>> lease(String caseId, CommandContext context, Tx tx) {
        return onItem(caseId, context, tx, (item, found) -> against(item, found, context, tx)
                .compose(against -> {
                    if (against.isPresent()) {
                        return Future.succeededFuture(Decision.refuse(against.get()));
                    }
                    return item.leasedByAnother(context.caller().subject())
                            ? Future.succeededFuture(Decision.refuse(leasedAlready()))
                            : taken(item, context.caller().subject(), tx);
                }));
    }

    /** What one has already counts as it is. */
    private Future<Decision<Item>> taken(Item item, String employee, Tx tx) {
        return item.lease().isPresent()
                ? leased(item, employee, tx)
                : limited(item.queueId(), employee, tx)
                        .compose(refusal -> refusal.isPresent()
                                ? Future.succeededFuture(Decision.refuse(refusal.get()))
                                : leased(item, employee, tx));
    }

    /** Gives it back before its time; nothing happens to a lease that is over. */
    public Future<Decision<Item>> giveBack(String caseId, CommandContext context, Tx tx) {
        return onItem(
                caseId,
                context,
                tx,
                (item, found) -> Future.succeededFuture(
                        item.leasedByAnother(context.caller().subject())
                                ? Decision.refuse(leasedAlready())
                                : item.lease().isEmpty()
                                        ? Decision.accept(item, Revision.NEW, Write.none())
                                        : Decision.accept(
                                                with(item, Optional.empty()), Revision.NEW, work.endLease(caseId))));
    }

    private Future<Decision<Item>> onItem(String caseId, CommandContext context, Tx tx, Taken then) {
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        return desk.read(caseId, context, tx).compose(found -> (found.isEmpty()
                        ? Future.succeededFuture(Optional.<Item>empty())
                        : work.held(tx, caseId))
                .compose(item -> item.isEmpty()
                        ? Future.succeededFuture(Decision.notFound())
                        : work.member(tx, item.get().queueId(), viewer)
                                .compose(member -> member
                                        ? then.take(item.get(), found)
                                        : Future.succeededFuture(Decision.refuse(notYours())))));
    }

    /** What is done with a case of a queue of the caller's. */
    private interface Taken {
        Future<Decision<Item>> take(Item item, Optional<Loaded<CaseResult>> found);
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

    private static Refusal limitReached() {
        return Refusal.of(
                CaseRefusal.LEASE_LIMIT_REACHED,
                "You have as many cases of this queue on lease as one person may have.");
    }

    private static Refusal noneFree() {
        return Refusal.of(CaseRefusal.NO_CASE_FREE, "The queue has no case that you could take now.");
    }
}
