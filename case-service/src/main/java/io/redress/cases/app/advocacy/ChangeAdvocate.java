package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.AdvocateChanges;
import io.redress.cases.domain.CaseAdmission;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The merchant asks for another advocate, once in a case; the rule chooses. Why stays between the merchant and
 * integrity. Refusals: advocate-change-used, no-advocate-free, illegal-transition.
 */
public final class ChangeAdvocate {

    /** What is asked; the merchant need not say why. */
    public record Command(String caseId, Optional<String> reason) {}

    private final CaseDesk desk;
    private final AdvocatePanels panels;
    private final AdvocateRecords records;

    public ChangeAdvocate(CaseDesk desk, AdvocatePanels panels, AdvocateRecords records) {
        this.desk = desk;
        this.panels = panels;
        this.records = records;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decideWith(
                command.caseId(),
                CaseCommand.CHANGE_ADVOCATE,
                context,
                tx,
                (file, actor) -> change(tx, file, actor, command.reason(), context));
    }

    private Future<Outcome<CaseDesk.Step>> change(
            Tx tx, CaseFile file, Actor actor, Optional<String> reason, CommandContext context) {
        Optional<Refusal> refusal =
                CaseAdmission.refusal(file, CaseCommand.CHANGE_ADVOCATE, actor, context.businessTime());
        if (refusal.isPresent()) {
            return Future.succeededFuture(Outcome.refused(refusal.get()));
        }
        return panels.panel(tx, file, Optional.empty(), context.businessTime())
                .map(panel -> AdvocateChanges.ask(file, actor, panel, context.businessTime())
                        .map(change -> new CaseDesk.Step(
                                change,
                                records.request(new AdvocateRecords.Request(
                                        file.id(), actor.id(), reason, context.businessTime())))));
    }
}
