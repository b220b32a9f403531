package io.redress.cases.app.argument;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Deliberation;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/** Replies to the draft. Refusals: not-the-respondent, reply-window-closed, reply-limit-reached, illegal-transition. */
public final class FileReply {

    /** What is asked. */
    public record Command(String caseId, String text, boolean undertakes) {}

    private final CaseDesk desk;

    public FileReply(CaseDesk desk) {
        this.desk = desk;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.REPLY,
                context,
                tx,
                (file, actor) ->
                        Deliberation.reply(file, actor, command.text(), command.undertakes(), context.businessTime()));
    }
}
