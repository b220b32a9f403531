package io.redress.cases.app;

import io.redress.cases.domain.Actor;
import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.CaseAdmission;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a case its advocate: the one that is named, or one chosen by the rule. Refusals: own-cause,
 * conflict-of-interest, no-advocate-free, illegal-transition.
 */
public final class AssignAdvocate {

    /** What is asked; without a name the rule chooses. */
    public record Command(String caseId, Optional<String> advocateId) {}

    private final CaseDesk desk;
    private final AdvocatePanels panels;

    public AssignAdvocate(CaseDesk desk, AdvocatePanels panels) {
        this.desk = desk;
        this.panels = panels;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decideWith(command.caseId(), CaseCommand.ASSIGN_ADVOCATE, context, tx, (file, actor) -> assign(
                        tx, file, actor, command.advocateId(), context.businessTime())
                .map(outcome -> outcome.map(CaseDesk.Step::of)));
    }

    /** In a transaction of one's own too: nothing is written here. */
    Future<Outcome<CaseChange>> assign(Tx tx, CaseFile file, Actor actor, Optional<String> named, Instant now) {
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.ASSIGN_ADVOCATE, actor, now);
        if (refusal.isPresent()) {
            return Future.succeededFuture(Outcome.refused(refusal.get()));
        }
        return panels.panel(tx, file, named, now).map(panel -> named.map(panel::named)
                .orElseGet(panel::chosen)
                .flatMap(advocate -> Advocacy.assign(file, actor, advocate, now)));
    }
}
