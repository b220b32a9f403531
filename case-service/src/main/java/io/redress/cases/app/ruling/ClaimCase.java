package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.CaseRules;
import io.redress.cases.app.advocacy.AdvocatePanels;
import io.redress.cases.app.queue.QueueGate;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Deliberation;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;

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
    private final QueueGate gate;
    private final TellHead tell;

    public ClaimCase(CaseDesk desk, CaseRules rules, AdvocatePanels panels, QueueGate gate, TellHead tell) {
        this.tell = tell;
        this.desk = desk;
        this.rules = rules;
        this.panels = panels;
        this.gate = gate;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        Instant now = context.businessTime();
        return rules.policy(tx, command.caseId())
                .compose(policy -> rules.calendar(tx).map(calendar -> calendar.after(now, policy.answer())))
                .compose(answerBy ->
                        desk.decideWith(command.caseId(), CaseCommand.CLAIM, context, tx, (file, actor) -> panels.of(
                                        tx, file, actor.id(), now)
                                .compose(panel -> gate.admit(
                                                tx, file, context, Deliberation.claim(file, actor, answerBy, now))
                                        .map(admitted -> admitted.flatMap(step -> panel.interestOf(actor.id())
                                                .map(Outcome::<CaseDesk.Step>refused)
                                                .orElseGet(() -> Outcome.done(step)))))
                                .compose(outcome -> tell.in(outcome, tx))));
    }
}
