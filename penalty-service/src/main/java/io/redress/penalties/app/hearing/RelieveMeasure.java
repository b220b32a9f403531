package io.redress.penalties.app.hearing;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.app.seal.CaseMembers;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.shop.MeasureRelief;
import io.redress.penalties.domain.shop.ShopChange;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The advocate of the open case asks for interim relief from a measure, a duty adjudicator decides within a clock.
 * Refusals: those of {@link MeasureRelief}.
 */
public final class RelieveMeasure {

    private final ShopFiles files;
    private final ShopJournal journal;
    private final CaseMembers members;
    private final IdSource ids;

    public RelieveMeasure(ShopFiles files, ShopJournal journal, CaseMembers members, IdSource ids) {
        this.files = files;
        this.journal = journal;
        this.members = members;
        this.ids = ids;
    }

    /** A measure and the penalty that brought it. */
    public record Result(Penalty penalty, Measure measure) {}

    /** To everybody but the open case's advocate the measure does not exist. */
    public Future<Decision<Result>> ask(String measureId, Text grounds, CommandContext context, Tx tx) {
        return files.lockMeasure(tx, measureId)
                .compose(found -> openCase(found, measureId, tx).map(open -> open.filter(known -> known.advocate()
                                .equals(Optional.of(context.caller().subject())))
                        .map(known -> decided(
                                found.orElseThrow(),
                                measureId,
                                MeasureRelief.ask(
                                        found.get().file(),
                                        measure(found.get(), measureId),
                                        new MeasureRelief.Request(
                                                penalty(found.get(), measureId)
                                                        .appealCaseId()
                                                        .orElseThrow(),
                                                context.caller().subject(),
                                                grounds),
                                        ids,
                                        context.businessTime()),
                                context))
                        .orElseGet(Decision::notFound)));
    }

    /** Empty when nobody has asked. */
    public Future<Decision<Result>> decide(
            String measureId, InterimRelief.Decision decision, CommandContext context, Tx tx) {
        return files.lockMeasure(tx, measureId).map(found -> found.filter(
                        shop -> measure(shop, measureId).suspension().relief().isPresent())
                .map(shop -> decided(
                        shop,
                        measureId,
                        MeasureRelief.decide(shop.file(), measure(shop, measureId), decision, ids),
                        context))
                .orElseGet(Decision::notFound));
    }

    /** The clock has run out. */
    public Future<Void> silence(String measureId, CommandContext context, Tx tx) {
        return files.lockMeasure(tx, measureId)
                .compose(found -> openCase(found, measureId, tx).compose(open -> found.map(shop -> journal.apply(
                                tx,
                                shop,
                                MeasureRelief.silence(
                                        shop.file(),
                                        measureId,
                                        open.flatMap(CaseMembers.OpenCase::rulingBy),
                                        ids,
                                        context.businessTime()),
                                context))
                        .orElseGet(Future::succeededFuture)));
    }

    private Future<Optional<CaseMembers.OpenCase>> openCase(Optional<HeldShop> found, String measureId, Tx tx) {
        return found.flatMap(shop -> penalty(shop, measureId).appealCaseId())
                .map(caseId -> members.ofCase(tx, caseId))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Measure measure(HeldShop shop, String measureId) {
        return shop.file().measure(measureId).orElseThrow();
    }

    private static Penalty penalty(HeldShop shop, String measureId) {
        return shop.file().penalty(measure(shop, measureId).penaltyId()).orElseThrow();
    }

    private Decision<Result> decided(
            HeldShop shop, String measureId, Outcome<ShopChange> outcome, CommandContext context) {
        if (outcome instanceof Outcome.Refused<ShopChange> refused) {
            return Decision.refuse(refused.refusal());
        }
        ShopChange change = ((Outcome.Done<ShopChange>) outcome).value();
        ShopJournal.Entry entry = journal.write(shop, change, context);
        Measure after = change.after().measure(measureId).orElseThrow();
        return Decision.accept(
                new Result(change.after().penalty(after.penaltyId()).orElseThrow(), after),
                entry.revision(measureId, shop),
                entry.write());
    }
}
