package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.CaseRules;
import io.redress.cases.app.CaseSight;
import io.redress.cases.app.advocacy.AdvocatePanels;
import io.redress.cases.app.advocacy.IndependenceLog;
import io.redress.cases.app.advocacy.KeepIndependence;
import io.redress.cases.app.clock.ClockFiles;
import io.redress.cases.app.queue.QueueWork;
import io.redress.cases.domain.AdjudicatorChanges;
import io.redress.cases.domain.AdjudicatorChanges.Successor;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.CaseFile;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An adjudicator gives back what he has claimed, or the head of the department that decides, or an operator, gives it to
 * another one. Who answers for what the case is about, or is above who does, is refused and goes on record. Refusals:
 * adjudicator-is-free, not-the-head, not-the-adjudicator, own-cause, not-your-queue, conflict-of-interest,
 * reasons-missing, illegal-transition.
 */
public final class ChangeAdjudicator {

    private static final Set<String> ADJUDICATES = Set.of("adjudicator");

    /** What is asked. */
    public record Reassignment(String caseId, String adjudicatorId, BilingualText reasons) {}

    /** The organisation as far as it says who heads the department that decides. */
    public record Heads(CaseRules rules, ClockFiles departments) {

        Future<Boolean> heads(Tx tx, String caseId, String employee) {
            return rules.policy(tx, caseId).compose(policy -> {
                String team = policy.watch().adjudicationTeam();
                return departments.heads(tx, List.of(team)).map(heads -> Optional.ofNullable(heads.get(team))
                        .equals(Optional.of(employee)));
            });
        }
    }

    private final CaseDesk desk;
    private final QueueWork work;
    private final AdvocatePanels panels;
    private final KeepIndependence independence;
    private final Heads heads;

    public ChangeAdjudicator(
            CaseDesk desk, QueueWork work, AdvocatePanels panels, KeepIndependence independence, Heads heads) {
        this.desk = desk;
        this.work = work;
        this.panels = panels;
        this.independence = independence;
        this.heads = heads;
    }

    public Future<Decision<CaseResult>> release(String caseId, CommandContext context, Tx tx) {
        return desk.decide(
                caseId,
                CaseCommand.RELEASE_CLAIM,
                context,
                tx,
                (file, actor) -> AdjudicatorChanges.release(file, actor, context.businessTime()));
    }

    public Future<Decision<CaseResult>> reassign(Reassignment asked, CommandContext context, Tx tx) {
        return desk.decideWith(asked.caseId(), CaseCommand.REASSIGN_CLAIM, context, tx, (file, actor) -> independence
                .respondents(tx, file, actor.id(), actor.department(), IndependenceLog.Kind.REASSIGN, context)
                .compose(respondents -> heads.heads(tx, file.id(), actor.id())
                        .compose(head -> successor(tx, file, asked.adjudicatorId(), context)
                                .map(successor -> changed(AdjudicatorChanges.reassign(
                                        file,
                                        actor,
                                        head,
                                        successor,
                                        asked.reasons(),
                                        respondents,
                                        context.businessTime()))))));
    }

    private static Outcome<CaseDesk.Step> changed(Outcome<CaseChange> outcome) {
        return outcome.map(CaseDesk.Step::of);
    }

    private Future<Successor> successor(Tx tx, CaseFile file, String named, CommandContext context) {
        return panels.of(tx, file, named, context.businessTime()).compose(panel -> work.item(tx, file.id())
                .compose(item -> item.isEmpty()
                        ? Future.succeededFuture(new Successor(named, false, panel.interestOf(named), false))
                        : ofQueue(tx, item.get().queueId(), named).compose(ofQueue -> outside(
                                        tx, item.get().queueId(), file.people().adjudicatorId())
                                .map(outside -> new Successor(named, ofQueue, panel.interestOf(named), outside)))));
    }

    private Future<Boolean> outside(Tx tx, String queueId, Optional<String> former) {
        return former.isEmpty()
                ? Future.succeededFuture(false)
                : work.restricted(tx, queueId)
                        .compose(restricted -> restricted
                                ? ofQueue(tx, queueId, former.get()).map(member -> !member)
                                : Future.succeededFuture(false));
    }

    private Future<Boolean> ofQueue(Tx tx, String queueId, String employee) {
        return work.member(tx, queueId, new CaseSight.Viewer(employee, ADJUDICATES));
    }
}
