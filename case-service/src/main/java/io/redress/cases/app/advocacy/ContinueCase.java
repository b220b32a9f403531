package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseFiles;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Continuing;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * An advocate goes on with a withdrawn case on her own motion. Refusals: own-cause, conflict-of-interest,
 * not-the-advocate, merchant-opted-out, penalty-not-standing, duplicate, illegal-transition.
 */
public final class ContinueCase {

    /** What is asked. */
    public record Command(String caseId) {}

    private final CaseDesk desk;
    private final CaseFiles files;
    private final AdvocatePanels panels;

    public ContinueCase(CaseDesk desk, CaseFiles files, AdvocatePanels panels) {
        this.desk = desk;
        this.files = files;
        this.panels = panels;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return files.matter(tx, command.caseId())
                .compose(matter ->
                        desk.decideWith(command.caseId(), CaseCommand.CONTINUE, context, tx, (file, actor) -> panels.of(
                                        tx, file, actor.id(), context.businessTime())
                                .map(panel -> Continuing.on(
                                                file, actor, matter.stands(), matter.appealed(), context.businessTime())
                                        .flatMap(change -> panel.onOwnMotion(actor.id())
                                                .map(Outcome::<CaseDesk.Step>refused)
                                                .orElseGet(() -> Outcome.done(CaseDesk.Step.of(change)))))));
    }
}
