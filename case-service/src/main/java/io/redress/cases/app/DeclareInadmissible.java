package io.redress.cases.app;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Deliberation;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** Ends a case that cannot be heard. Refusals: own-cause, not-the-adjudicator, reasons-missing, illegal-transition. */
public final class DeclareInadmissible {

    /** What is asked. */
    public record Command(String caseId, BilingualText reasons) {}

    private final CaseDesk desk;

    public DeclareInadmissible(CaseDesk desk) {
        this.desk = desk;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.DECLARE_INADMISSIBLE,
                context,
                tx,
                (file, actor) ->
                        Deliberation.declareInadmissible(file, actor, command.reasons(), context.businessTime()));
    }
}
