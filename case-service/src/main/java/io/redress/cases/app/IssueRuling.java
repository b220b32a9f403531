package io.redress.cases.app;

import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Judgment;
import io.redress.cases.domain.ViolationRuling;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** Rules. Refusals: own-cause, not-the-adjudicator, reply-window-open, reasons-missing, sealed-material-alone, hardship-is-no-ground, inconsistent-with-draft, illegal-transition. */
public final class IssueRuling {

    /** What is asked. */
    public record Command(String caseId, String draftId, List<ViolationRuling> violations) {}

    private final CaseDesk desk;
    private final Ids ids;
    private final Duration effectsWithin;

    public IssueRuling(CaseDesk desk, Ids ids, Duration effectsWithin) {
        this.desk = desk;
        this.ids = ids;
        this.effectsWithin = effectsWithin;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.RULE,
                context,
                tx,
                (file, actor) -> Judgment.rule(
                        file,
                        actor,
                        ids.next("rul"),
                        command.draftId(),
                        command.violations(),
                        effectsWithin,
                        context.businessTime()));
    }
}
