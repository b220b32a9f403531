package io.redress.cases.app.ruling;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Reopening;
import io.redress.cases.domain.Review;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * An adjudicator who had no part in the ruling proposes to reopen a closed case; a second one decides. Refusals: own-cause,
 * worse-off, reopening-limit-reached, grounds-missing, reasons-missing, reopening-not-requested,
 * illegal-transition.
 */
public final class ReopenCase {

    /**
     * What is asked.
     *
     * @param requestId of the merchant's side, that this takes up
     */
    public record Command(
            String caseId, Optional<Reopening.Ground> ground, BilingualText reasons, Optional<String> requestId) {}

    private final CaseDesk desk;
    private final Ids ids;

    public ReopenCase(CaseDesk desk, Ids ids) {
        this.desk = desk;
        this.ids = ids;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.REOPEN,
                context,
                tx,
                (file, actor) -> Review.propose(
                        file,
                        actor,
                        ids.next("reo"),
                        command.ground(),
                        command.reasons(),
                        command.requestId(),
                        context.businessTime()));
    }
}
