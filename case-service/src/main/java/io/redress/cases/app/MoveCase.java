package io.redress.cases.app;

import io.redress.cases.app.QueueWork.Item;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.QueueMoves;
import io.redress.cases.domain.queue.Destination;
import io.redress.cases.domain.queue.Priority;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * A member of both queues, or an operator, puts a case into another queue; rules leave it there until its next phase. That
 * it was moved, by whom and why is in its history. Refusals: unknown-queue, not-your-queue, case-leased, illegal-transition.
 */
public final class MoveCase {

    /** What is asked; the priority stays where none is said. */
    public record Command(String caseId, String queueId, Optional<Priority> priority, String reasons) {}

    private final CaseDesk desk;
    private final QueueWork work;

    public MoveCase(CaseDesk desk, QueueWork work) {
        this.desk = desk;
        this.work = work;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        return desk.decideWith(command.caseId(), CaseCommand.MOVE_TO_QUEUE, context, tx, (file, actor) -> work.item(
                        tx, command.caseId())
                .compose(item -> known(tx, command.queueId(), viewer, actor)
                        .compose(known -> known
                                ? ofBoth(tx, item, command, viewer)
                                        .map(both -> move(file, actor, item, both, command, context))
                                : refuse(
                                        CaseRefusal.UNKNOWN_QUEUE,
                                        "There is no such queue, or none that you know of."))));
    }

    /** Operators know of every queue, also of those whose cases are hidden from them. */
    private Future<Boolean> known(Tx tx, String queueId, CaseSight.Viewer viewer, Actor actor) {
        return actor.roles().contains("operator")
                ? work.exists(tx, queueId)
                : work.queue(tx, queueId, viewer).map(Optional::isPresent);
    }

    private Future<Boolean> ofBoth(Tx tx, Optional<Item> item, Command command, CaseSight.Viewer viewer) {
        return item.isEmpty()
                ? Future.succeededFuture(false)
                : work.member(tx, item.get().queueId(), viewer)
                        .compose(from ->
                                work.member(tx, command.queueId(), viewer).map(to -> from && to));
    }

    private Outcome<CaseDesk.Step> move(
            CaseFile file, Actor actor, Optional<Item> item, boolean ofBoth, Command command, CommandContext context) {
        String from = item.map(Item::queueId).orElse("");
        Destination to = new Destination(
                command.queueId(),
                command.priority().or(() -> item.map(Item::priority)).orElse(Priority.NORMAL));
        boolean leased = item.filter(one -> one.leasedByAnother(actor.id())).isPresent();
        if (leased && ofBoth && !actor.roles().contains("operator")) {
            return Outcome.refused(TakeFromQueue.leasedAlready());
        }
        return QueueMoves.move(file, actor, from, to, ofBoth, command.reasons(), context.businessTime())
                .map(change -> new CaseDesk.Step(change, work.move(file.id(), to, context.businessTime())));
    }

    private static Future<Outcome<CaseDesk.Step>> refuse(CaseRefusal code, String detail) {
        return Future.succeededFuture(Outcome.refused(Refusal.of(code, detail)));
    }
}
