package io.redress.cases.app;

import io.redress.cases.domain.StagedBrief;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * Files the brief, as it was staged or as it comes with the command, and with it what was staged is gone. Refusals: those
 * of {@link FileBrief}; where nothing was staged, grounds are missing.
 */
public final class FileStagedBrief {

    private final FileBrief file;
    private final StagedBriefs briefs;

    public FileStagedBrief(FileBrief file, StagedBriefs briefs) {
        this.file = file;
        this.briefs = briefs;
    }

    /** What comes with the command. */
    public Future<Decision<CaseResult>> file(FileBrief.Command command, CommandContext context, Tx tx) {
        return briefs.find(tx, command.caseId()).compose(staged -> file(command, staged, context, tx));
    }

    /** What was staged. */
    public Future<Decision<CaseResult>> fileStaged(String caseId, CommandContext context, Tx tx) {
        return briefs.find(tx, caseId)
                .compose(staged -> file(new FileBrief.Command(caseId, staged.content()), staged, context, tx));
    }

    private Future<Decision<CaseResult>> file(
            FileBrief.Command command, StagedBrief staged, CommandContext context, Tx tx) {
        return file.handle(command, context, tx)
                .map(decision -> decision instanceof Decision.Accepted<CaseResult> accepted
                                && staged.staging().isPresent()
                        ? Decision.accept(
                                accepted.result(),
                                accepted.revision(),
                                accepted.write().and(briefs.remove(staged)))
                        : decision);
    }
}
