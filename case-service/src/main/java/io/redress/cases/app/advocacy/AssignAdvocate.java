package io.redress.cases.app.advocacy;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.AdvocateChanges;
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
 * Gives a case its advocate: the one that is named, or one chosen by the rule. Who answers for what the case is about, or is
 * above who does, is refused and goes on record. Refusals: advocate-is-free, own-cause, conflict-of-interest,
 * no-advocate-free, illegal-transition.
 */
public final class AssignAdvocate {

    /** What is asked; without a name the rule chooses. */
    public record Command(String caseId, Optional<String> advocateId) {}

    private final CaseDesk desk;
    private final AdvocatePanels panels;
    private final KeepIndependence independence;

    public AssignAdvocate(CaseDesk desk, AdvocatePanels panels, KeepIndependence independence) {
        this.desk = desk;
        this.panels = panels;
        this.independence = independence;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decideWith(command.caseId(), CaseCommand.ASSIGN_ADVOCATE, context, tx, (file, actor) -> free(
                        tx, file, actor, command, context)
                .compose(free -> free
                        ? assign(tx, file, actor, command.advocateId(), context.businessTime())
                        : Future.succeededFuture(Outcome.<CaseChange>refused(AdvocateChanges.advocateIsFree())))
                .map(outcome -> outcome.map(CaseDesk.Step::of)));
    }

    /** Whoever takes the case up himself is looked at for conflicts of interest anyhow. */
    private Future<Boolean> free(Tx tx, CaseFile file, Actor actor, Command command, CommandContext context) {
        boolean refused = CaseAdmission.refusal(file, CaseCommand.ASSIGN_ADVOCATE, actor, context.businessTime())
                .isPresent();
        return refused || command.advocateId().equals(Optional.of(actor.id()))
                ? Future.succeededFuture(true)
                : independence
                        .respondents(tx, file, actor.id(), actor.department(), IndependenceLog.Kind.ASSIGN, context)
                        .map(respondents -> respondents
                                .standing(actor.id(), actor.department())
                                .isEmpty());
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
