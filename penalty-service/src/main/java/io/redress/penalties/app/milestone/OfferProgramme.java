package io.redress.penalties.app.milestone;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.Parties;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.milestone.Enrolment;
import io.redress.penalties.domain.milestone.Programme;
import io.redress.penalties.domain.milestone.ProgrammeEvent;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The owner of the rules offers a programme; merchants enrol their shops in it. Refusals: PROGRAMME_INVALID; of an
 * enrolment PROGRAMME_CLOSED and DUPLICATE. To a merchant another's shop does not exist.
 */
public final class OfferProgramme {

    private final Programmes programmes;
    private final Enrolments enrolments;
    private final Parties parties;
    private final ProgrammeJournal journal;
    private final IdSource ids;

    public OfferProgramme(
            Programmes programmes, Enrolments enrolments, Parties parties, ProgrammeJournal journal, IdSource ids) {
        this.programmes = programmes;
        this.enrolments = enrolments;
        this.parties = parties;
        this.journal = journal;
        this.ids = ids;
    }

    public Decision<Programme> create(Programme programme, CommandContext context) {
        Optional<Refusal> wrong = programme.contradiction();
        if (wrong.isPresent()) {
            return Decision.refuse(wrong.get());
        }
        Recorded recorded = journal.record(context, Revision.NEW, new ProgrammeEvent.ProgrammeCreated(programme));
        return Decision.accept(programme, recorded.after(), programmes.insert(programme, recorded));
    }

    public Future<Decision<Enrolment>> enrol(String programmeId, String shopId, CommandContext context, Tx tx) {
        Optional<String> merchantId = context.caller().merchantId();
        return programmes.find(tx, programmeId).compose(programme -> parties.shop(tx, shopId)
                .compose(shop -> {
                    boolean own = shop.map(Loaded::state)
                            .filter(found -> merchantId.equals(Optional.of(found.merchantId())))
                            .isPresent();
                    if (programme.isEmpty() || !own) {
                        return Future.succeededFuture(Decision.notFound());
                    }
                    return enrolments
                            .find(tx, programmeId, shopId)
                            .map(known -> enrol(programme.get().state(), merchantId.get(), shopId, known, context));
                }));
    }

    private Decision<Enrolment> enrol(
            Programme programme,
            String merchantId,
            String shopId,
            Optional<Loaded<Enrolment>> known,
            CommandContext context) {
        if (known.isPresent()) {
            return Decision.refuse(
                    Refusal.of(PenaltyRefusal.DUPLICATE, "Shop " + shopId + " takes part in the programme already."));
        }
        if (!programme.openAt(context.businessTime())) {
            return Decision.refuse(
                    Refusal.of(PenaltyRefusal.PROGRAMME_CLOSED, "The programme does not take shops at this time."));
        }
        Enrolment enrolment =
                new Enrolment(ids.next("enr"), programme.id(), merchantId, shopId, context.businessTime());
        Recorded recorded =
                journal.record(context, Revision.NEW, new ProgrammeEvent.ShopEnrolled(enrolment, programme));
        return Decision.accept(enrolment, recorded.after(), enrolments.insert(enrolment, recorded));
    }
}
