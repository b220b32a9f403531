package io.redress.cases.app;

import io.redress.cases.domain.CaseAdmission;
import io.redress.cases.domain.CaseCommand;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** Asks for a case to be reopened; no status allows it yet, so the answer is a refusal. */
public final class ReopenCase {

    /** What is asked. */
    public record Command(String caseId) {}

    private final CaseDesk desk;

    public ReopenCase(CaseDesk desk) {
        this.desk = desk;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.REOPEN,
                context,
                tx,
                (file, actor) ->
                        Outcome.refused(CaseAdmission.refusal(file, CaseCommand.REOPEN, actor, context.businessTime())
                                .orElseThrow()));
    }
}
