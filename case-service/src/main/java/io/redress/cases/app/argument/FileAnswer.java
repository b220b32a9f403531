package io.redress.cases.app.argument;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Deliberation;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** Files the department's answer. Refusals: own-cause, not-the-respondent, duplicate, illegal-transition. */
public final class FileAnswer {

    /** What is asked. */
    public record Command(String caseId, BilingualText text) {}

    private final CaseDesk desk;

    public FileAnswer(CaseDesk desk) {
        this.desk = desk;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.FILE_ANSWER,
                context,
                tx,
                (file, actor) -> Deliberation.answer(file, actor, command.text(), context.businessTime()));
    }
}
