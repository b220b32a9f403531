package io.redress.cases.app.queue;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.CaseSight;
import io.redress.cases.app.advocacy.IndependenceLog;
import io.redress.cases.app.advocacy.KeepIndependence;
import io.redress.cases.app.queue.QueueWork.Item;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.QueueMoves;
import io.redress.cases.domain.Respondents;
import io.redress.cases.domain.queue.Destination;
import io.redress.cases.domain.queue.Priority;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * A member of both queues, or an operator, puts a case into another queue; rules leave it there until its next phase. Out of
 * a restricted queue each of its members puts a case into any queue that he knows of: those outside cannot. That it was
 * moved, by whom and why is in its history. Who answers for what the case is about, or is above who does, is refused and
 * goes on record. Refusals: adjudicator-is-free, unknown-queue, not-your-queue, case-leased, illegal-transition.
 */
public final class MoveCase {

    /** What is asked; the priority stays where none is said. */
    public record Command(String caseId, String queueId, Optional<Priority> priority, String reasons) {}

    private final CaseDesk desk;
    private final QueueWork work;
    private final KeepIndependence independence;

    public MoveCase(CaseDesk desk, QueueWork work, KeepIndependence independence) {
        this.desk = desk;
        this.work = work;
        this.independence = independence;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        return desk.decideWith(command.caseId(), CaseCommand.MOVE_TO_QUEUE, context, tx, (file, actor) -> independence
                .respondents(tx, file, actor.id(), actor.department(), IndependenceLog.Kind.MOVE, context)
                .compose(respondents -> known(tx, command.queueId(), viewer, actor)
                        .compose(known -> known
                                ? moved(file, actor, respondents, command, viewer, context, tx)
                                : refuse(
                                        CaseRefusal.UNKNOWN_QUEUE,
                                        "There is no such queue, or none that you know of."))));
    }

    private Future<Outcome<CaseDesk.Step>> moved(
            CaseFile file,
            Actor actor,
            Respondents respondents,
            Command command,
            CaseSight.Viewer viewer,
            CommandContext context,
            Tx tx) {
        return work.item(tx, command.caseId()).compose(item -> ofQueues(tx, item, command, viewer)
                .map(member -> move(file, actor, respondents, item, member, command, context)));
    }

    /** Operators know of every queue, also of those whose cases are hidden from them. */
    private Future<Boolean> known(Tx tx, String queueId, CaseSight.Viewer viewer, Actor actor) {
        return actor.roles().contains("operator")
                ? work.exists(tx, queueId)
                : work.queue(tx, queueId, viewer).map(Optional::isPresent);
    }

    /** Of the queue where it lies; unless that is restricted, of the one where it goes too. */
    private Future<Boolean> ofQueues(Tx tx, Optional<Item> item, Command command, CaseSight.Viewer viewer) {
        if (item.isEmpty()) {
            return Future.succeededFuture(false);
        }
        String from = item.get().queueId();
        return work.member(tx, from, viewer)
                .compose(member -> member
                        ? work.restricted(tx, from)
                                .compose(restricted -> restricted
                                        ? Future.succeededFuture(true)
                                        : work.member(tx, command.queueId(), viewer))
                        : Future.succeededFuture(false));
    }

    private Outcome<CaseDesk.Step> move(
            CaseFile file,
            Actor actor,
            Respondents respondents,
            Optional<Item> item,
            boolean ofQueues,
            Command command,
            CommandContext context) {
        String from = item.map(Item::queueId).orElse("");
        Destination to = new Destination(
                command.queueId(),
                command.priority().or(() -> item.map(Item::priority)).orElse(Priority.NORMAL));
        boolean leased = item.filter(one -> one.leasedByAnother(actor.id())).isPresent();
        Instant now = context.businessTime();
        return QueueMoves.move(file, actor, from, to, ofQueues, respondents, command.reasons(), now)
                .flatMap(change -> leased && !actor.roles().contains("operator")
                        ? Outcome.refused(TakeFromQueue.leasedAlready())
                        : Outcome.done(new CaseDesk.Step(change, work.move(file.id(), to, now))));
    }

    private static Future<Outcome<CaseDesk.Step>> refuse(CaseRefusal code, String detail) {
        return Future.succeededFuture(Outcome.refused(Refusal.of(code, detail)));
    }
}
