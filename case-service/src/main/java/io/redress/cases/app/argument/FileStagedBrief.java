package io.redress.cases.app.argument;

import io.redress.cases.app.CaseResult;
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
        Future<StagedBrief> staged = briefs.find(tx, command.caseId());
        return file(staged, file.handle(command, context, tx)); // beside each other, unwaited for
    }

    /** What was staged. */
    public Future<Decision<CaseResult>> fileStaged(String caseId, CommandContext context, Tx tx) {
        Future<StagedBrief> staged = briefs.find(tx, caseId);
        return file(
                staged,
                staged.compose(brief -> file.handle(new FileBrief.Command(caseId, brief.content()), context, tx)));
    }

    private Future<Decision<CaseResult>> file(Future<StagedBrief> staged, Future<Decision<CaseResult>> decided) {
        return staged.compose(brief -> decided.map(decision -> with(brief, decision)));
    }

    private Decision<CaseResult> with(StagedBrief brief, Decision<CaseResult> decision) {
        return decision instanceof Decision.Accepted<CaseResult> accepted
                        && brief.staging().isPresent()
                ? Decision.accept(
                        accepted.result(), accepted.revision(), accepted.write().and(briefs.remove(brief)))
                : decision;
    }
}
