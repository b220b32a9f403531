package io.redress.cases.app;

import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.CaseCommand;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** Gives a case its advocate. Refusals: own-cause, illegal-transition. */
public final class AssignAdvocate {

    /** What is asked. */
    public record Command(String caseId, String advocateId) {}

    private final CaseDesk desk;

    public AssignAdvocate(CaseDesk desk) {
        this.desk = desk;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.ASSIGN_ADVOCATE,
                context,
                tx,
                (file, actor) -> Advocacy.assign(file, actor, command.advocateId(), context.businessTime()));
    }
}
