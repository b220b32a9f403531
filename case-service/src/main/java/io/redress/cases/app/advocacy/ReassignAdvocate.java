package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.AdvocateChanges;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The case's advocate, or an operator, gives the case to another advocate. Who answers for the penalty, or is above who
 * does, is refused and goes on record. Refusals: advocate-is-free, not-the-advocate, own-cause, conflict-of-interest,
 * no-advocate-free, illegal-transition.
 */
public final class ReassignAdvocate {

    /** What is asked; without a name the rule chooses. */
    public record Command(String caseId, Optional<String> advocateId) {}

    private final CaseDesk desk;
    private final AdvocatePanels panels;
    private final KeepIndependence independence;

    public ReassignAdvocate(CaseDesk desk, AdvocatePanels panels, KeepIndependence independence) {
        this.desk = desk;
        this.panels = panels;
        this.independence = independence;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decideWith(
                command.caseId(),
                CaseCommand.REASSIGN_ADVOCATE,
                context,
                tx,
                (file, actor) -> reassign(tx, file, actor, command.advocateId(), context));
    }

    private Future<Outcome<CaseDesk.Step>> reassign(
            Tx tx, CaseFile file, Actor actor, Optional<String> named, CommandContext context) {
        return independence
                .respondents(tx, file, actor.id(), actor.department(), IndependenceLog.Kind.REASSIGN, context)
                .compose(respondents -> panels.panel(tx, file, named, context.businessTime())
                        .map(panel -> AdvocateChanges.reassign(
                                        file, actor, named, panel, respondents, context.businessTime())
                                .map(CaseDesk.Step::of)));
    }
}
