package io.redress.cases.app;

import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Continuing;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * An advocate goes on with a withdrawn case on her own motion. Refusals: own-cause, not-the-advocate, merchant-opted-out,
 * penalty-not-standing, duplicate, illegal-transition.
 */
public final class ContinueCase {

    /** What is asked. */
    public record Command(String caseId) {}

    private final CaseDesk desk;
    private final CaseFiles files;

    public ContinueCase(CaseDesk desk, CaseFiles files) {
        this.desk = desk;
        this.files = files;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return files.matter(tx, command.caseId())
                .compose(matter -> desk.decide(
                        command.caseId(),
                        CaseCommand.CONTINUE,
                        context,
                        tx,
                        (file, actor) -> Continuing.on(
                                file, actor, matter.stands(), matter.appealed(), context.businessTime())));
    }
}
