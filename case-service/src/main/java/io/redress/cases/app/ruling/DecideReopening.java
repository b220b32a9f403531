package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.queue.QueueGate;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Review;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * A second adjudicator confirms that a case is reopened, and takes it for decision; or refuses, and the ruling stands.
 * Refusals: own-cause, not-your-queue, case-leased, reasons-missing, illegal-transition.
 */
public final class DecideReopening {

    /** What is asked. */
    public record Command(String caseId, boolean confirmed, BilingualText reasons) {}

    private final CaseDesk desk;
    private final QueueGate gate;

    public DecideReopening(CaseDesk desk, QueueGate gate) {
        this.desk = desk;
        this.gate = gate;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decideWith(
                command.caseId(),
                command.confirmed() ? CaseCommand.CONFIRM_REOPENING : CaseCommand.REFUSE_REOPENING,
                context,
                tx,
                (file, actor) -> gate.admit(
                        tx,
                        file,
                        context,
                        Review.decide(file, actor, command.confirmed(), command.reasons(), context.businessTime())));
    }
}
