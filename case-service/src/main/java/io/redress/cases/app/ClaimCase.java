package io.redress.cases.app;

import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Deliberation;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * An adjudicator takes a case of a queue of his; the department's time to answer starts. Refusals: own-cause,
 * illegal-transition, not-your-queue, case-leased, conflict-of-interest.
 */
public final class ClaimCase {

    /** What is asked. */
    public record Command(String caseId) {}

    private final CaseDesk desk;
    private final CaseRules rules;
    private final AdvocatePanels panels;
    private final QueueWork queues;

    public ClaimCase(CaseDesk desk, CaseRules rules, AdvocatePanels panels, QueueWork queues) {
        this.desk = desk;
        this.rules = rules;
        this.panels = panels;
        this.queues = queues;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        Instant now = context.businessTime();
        return rules.policy(tx, command.caseId())
                .compose(policy -> rules.calendar(tx).map(calendar -> calendar.after(now, policy.answer())))
                .compose(answerBy ->
                        desk.decideWith(command.caseId(), CaseCommand.CLAIM, context, tx, (file, actor) -> panels.of(
                                        tx, file, actor.id(), now)
                                .compose(panel -> inQueue(command.caseId(), context, tx)
                                        .map(queue -> Deliberation.claim(file, actor, answerBy, now)
                                                .flatMap(claim -> queue.or(() -> panel.interestOf(actor.id()))
                                                        .map(Outcome::<CaseDesk.Step>refused)
                                                        .orElseGet(() -> Outcome.done(CaseDesk.Step.of(claim))))))));
    }

    /** Why nobody but others takes the case from its queue; empty when this person may. */
    private Future<Optional<Refusal>> inQueue(String caseId, CommandContext context, Tx tx) {
        CaseSight.Viewer viewer = Actors.viewer(context.caller()).orElseThrow();
        return queues.item(tx, caseId).compose(item -> {
            if (item.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            return queues.member(tx, item.get().queueId(), viewer).map(member -> {
                if (!member) {
                    return Optional.of(TakeFromQueue.notYours());
                }
                return item.get().leasedByAnother(viewer.employee())
                        ? Optional.of(TakeFromQueue.leasedAlready())
                        : Optional.empty();
            });
        });
    }
}
