package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.queue.QueueGate;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Deliberation;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * Ends a case that cannot be heard. Refusals: own-cause, not-the-adjudicator, not-your-queue, case-leased, reasons-missing,
 * illegal-transition.
 */
public final class DeclareInadmissible {

    /** What is asked. */
    public record Command(String caseId, BilingualText reasons) {}

    private final CaseDesk desk;
    private final QueueGate gate;

    public DeclareInadmissible(CaseDesk desk, QueueGate gate) {
        this.desk = desk;
        this.gate = gate;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decideWith(
                command.caseId(),
                CaseCommand.DECLARE_INADMISSIBLE,
                context,
                tx,
                (file, actor) -> gate.admit(
                        tx,
                        file,
                        context,
                        Deliberation.declareInadmissible(file, actor, command.reasons(), context.businessTime())));
    }
}
