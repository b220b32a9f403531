package io.redress.penalties.app.transparency;

import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.transparency.Correction;
import io.redress.penalties.domain.transparency.Filing;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Has a refused statement composed anew, by the mapping there is now, and sent. Refusals: ILLEGAL_TRANSITION, also for
 * a decision that was overturned.
 */
public final class RetryFiling {

    private final Filings filings;

    public RetryFiling(Filings filings) {
        this.filings = filings;
    }

    public Future<Decision<Filing>> handle(String puid, Tx tx) {
        return filings.find(tx, puid)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Decision.notFound())
                        : filings.corrections(tx, List.of(puid)).map(corrections -> decide(found.get(), corrections)));
    }

    private Decision<Filing> decide(Filing filing, List<Correction> corrections) {
        boolean reversed =
                corrections.stream().anyMatch(correction -> correction.change() == Correction.Change.REVERSED);
        if (filing.state() != Filing.State.REFUSED || reversed) {
            String why = reversed ? "Its decision was overturned." : "Only a refused statement is tried again.";
            return Decision.refuse(Refusal.of(PenaltyRefusal.ILLEGAL_TRANSITION, why)
                    .with("currentStatus", filing.state().name()));
        }
        Filing again = new Filing(
                filing.puid(),
                filing.penaltyId(),
                filing.recordedAt(),
                Filing.State.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                filing.attempts(),
                List.of());
        return Decision.accept(again, Revision.NEW, filings.again(filing.puid()));
    }
}
