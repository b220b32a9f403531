package io.redress.penalties.app.milestone;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.milestone.Enrolment;
import io.redress.penalties.domain.milestone.Programme;
import io.redress.penalties.domain.milestone.ProgrammeEvent;
import io.redress.penalties.domain.milestone.RulingCondition;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Milestones on which rulings depend: whether one can be, before the ruling; and after it the shop takes part in their
 * programmes, so that their verifiers can report. Nobody has to sign up for what a ruling asks.
 */
public final class RulingConditions {

    private final Programmes programmes;
    private final Enrolments enrolments;
    private final ProgrammeJournal journal;
    private final IdSource ids;

    public RulingConditions(Programmes programmes, Enrolments enrolments, ProgrammeJournal journal, IdSource ids) {
        this.programmes = programmes;
        this.enrolments = enrolments;
        this.journal = journal;
        this.ids = ids;
    }

    /** The first refusal, in the order of the conditions. */
    public Future<Optional<Refusal>> refusal(String shopId, List<RulingCondition> conditions, Tx tx) {
        Future<Optional<Refusal>> first = Future.succeededFuture(Optional.empty());
        for (RulingCondition condition : conditions) {
            first = first.compose(
                    before -> before.isPresent() ? Future.succeededFuture(before) : refusal(shopId, condition, tx));
        }
        return first;
    }

    private Future<Optional<Refusal>> refusal(String shopId, RulingCondition condition, Tx tx) {
        return programmes.find(tx, condition.programmeId()).compose(programme -> enrolments
                .find(tx, condition.programmeId(), shopId)
                .compose(enrolment -> enrolment.isEmpty()
                        ? Future.succeededFuture(false)
                        : enrolments.verified(tx, enrolment.get().state(), condition.milestoneId()))
                .map(verified -> condition.refusal(programme.map(Loaded::state), verified)));
    }

    /** The ruling was issued: the shop takes part in these programmes from now on, if it did not. False for an unknown one. */
    public Future<Boolean> enrol(
            String merchantId, String shopId, Set<String> programmeIds, CommandContext context, Tx tx) {
        Future<Boolean> all = Future.succeededFuture(true);
        for (String programmeId : new TreeSet<>(programmeIds)) {
            all = all.compose(
                    known -> enrol(merchantId, shopId, programmeId, context, tx).map(enrolled -> known && enrolled));
        }
        return all;
    }

    private Future<Boolean> enrol(String merchantId, String shopId, String programmeId, CommandContext context, Tx tx) {
        return programmes
                .find(tx, programmeId)
                .compose(programme -> enrolments.find(tx, programmeId, shopId).compose(enrolled -> {
                    if (programme.isEmpty() || enrolled.isPresent()) {
                        return Future.succeededFuture(programme.isPresent());
                    }
                    return insert(programme.get().state(), merchantId, shopId, context, tx)
                            .map(true);
                }));
    }

    private Future<Void> insert(Programme programme, String merchantId, String shopId, CommandContext context, Tx tx) {
        Enrolment enrolment =
                new Enrolment(ids.next("enr"), programme.id(), merchantId, shopId, context.businessTime());
        Recorded recorded =
                journal.record(context, Revision.NEW, new ProgrammeEvent.ShopEnrolled(enrolment, programme));
        return tx.apply(enrolments.insert(enrolment, recorded));
    }
}
