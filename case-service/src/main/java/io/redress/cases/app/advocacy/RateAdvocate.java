package io.redress.cases.app.advocacy;

import io.redress.cases.app.Actors;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.domain.Actor;
import io.redress.cases.domain.AdvocateRating;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseRefusal;
import io.redress.cases.domain.Respondents;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;

/**
 * The merchant's side, or another advocate, rates the advocate of a case that has ended. Refusals: advocate-is-free,
 * illegal-transition, own-cause, not-the-advocate, duplicate.
 */
public final class RateAdvocate {

    /** What is asked. */
    public record Command(String caseId, int score) {}

    private final CaseDesk desk;
    private final Actors actors;
    private final KeepIndependence independence;
    private final AdvocateRecords records;

    public RateAdvocate(CaseDesk desk, Actors actors, KeepIndependence independence, AdvocateRecords records) {
        this.desk = desk;
        this.actors = actors;
        this.independence = independence;
        this.records = records;
    }

    public Future<Decision<AdvocateRating>> handle(Command command, CommandContext context, Tx tx) {
        return desk.known(command.caseId(), context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            CaseFile file = found.get().state();
            return actors.actor(tx, context.caller()).compose(actor -> independence
                    .respondents(tx, file, actor.id(), actor.department(), IndependenceLog.Kind.RATE, context)
                    .compose(respondents -> rate(tx, file, actor, respondents, command.score(), context)));
        });
    }

    private Future<Decision<AdvocateRating>> rate(
            Tx tx, CaseFile file, Actor actor, Respondents respondents, int score, CommandContext context) {
        Outcome<AdvocateRating> outcome = AdvocateRating.of(file, actor, respondents, score, context.businessTime());
        if (outcome instanceof Outcome.Refused<AdvocateRating> refused) {
            return Future.succeededFuture(Decision.refuse(refused.refusal()));
        }
        AdvocateRating rating = ((Outcome.Done<AdvocateRating>) outcome).value();
        return records.ratings(tx, file.id())
                .map(before -> twice(rating, before)
                        ? Decision.refuse(
                                Refusal.of(CaseRefusal.DUPLICATE, "This side has rated the advocate already."))
                        : Decision.accept(rating, Revision.NEW, records.rate(rating)));
    }

    private static boolean twice(AdvocateRating rating, List<AdvocateRating> before) {
        return before.stream()
                .anyMatch(one -> one.ratedBy().equals(rating.ratedBy())
                        || (one.side() == AdvocateRating.Side.MERCHANT && rating.side() == one.side()));
    }
}
