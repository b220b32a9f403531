package io.redress.cases.app.argument;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.JointHearing;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * A case is heard alone again, at once: its adjudicator finds that it is different, or the merchant's side wants it so,
 * after which nobody joins it any more. Refusals: not-joined, not-the-advocate, reasons-missing, illegal-transition.
 */
public final class LeaveHearing {

    /** What is asked. */
    public record Command(String caseId, BilingualText reasons) {}

    private final CaseDesk desk;

    public LeaveHearing(CaseDesk desk) {
        this.desk = desk;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.LEAVE,
                context,
                tx,
                (file, actor) -> JointHearing.leave(file, actor, command.reasons(), context.businessTime()));
    }
}
