package io.redress.cases.app;

import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.CaseCommand;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** Takes the appeal back. Refusals: not-the-advocate, illegal-transition. */
public final class WithdrawCase {

    /** What is asked. */
    public record Command(String caseId) {}

    private final CaseDesk desk;

    public WithdrawCase(CaseDesk desk) {
        this.desk = desk;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.WITHDRAW,
                context,
                tx,
                (file, actor) -> Advocacy.withdraw(file, actor, context.businessTime()));
    }
}
