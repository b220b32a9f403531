package io.redress.penalties.app;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.shop.EffectLine;
import io.redress.penalties.domain.shop.MeasureCourse;
import io.redress.penalties.domain.shop.ShopChange;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * The marketplace confirms the state of a measure; effect lines that waited for it are answered. A confirmation older
 * than the last changes nothing and is answered all the same.
 */
public final class ConfirmMeasure {

    private final ShopFiles files;
    private final ShopJournal journal;
    private final Effects effects;
    private final IdSource ids;

    public ConfirmMeasure(ShopFiles files, ShopJournal journal, Effects effects, IdSource ids) {
        this.files = files;
        this.journal = journal;
        this.effects = effects;
        this.ids = ids;
    }

    public Future<Decision<Measure>> handle(
            String measureId, Measure.Confirmation confirmation, CommandContext context, Tx tx) {
        return files.lockMeasure(tx, measureId)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Decision.notFound())
                        : effects.waiting(tx, measureId)
                                .map(waiting -> decide(found.get(), measureId, confirmation, waiting, context)));
    }

    private Decision<Measure> decide(
            HeldShop shop,
            String measureId,
            Measure.Confirmation confirmation,
            List<EffectLine> waiting,
            CommandContext context) {
        Measure measure = shop.file().measure(measureId).orElseThrow();
        Optional<ShopChange> change = MeasureCourse.confirm(shop.file(), measure, confirmation, waiting, ids);
        if (change.isEmpty()) {
            return Decision.accept(measure, shop.revision(measureId), Write.none());
        }
        ShopJournal.Entry entry = journal.write(shop, change.get(), context);
        return Decision.accept(
                change.get().after().measure(measureId).orElseThrow(),
                entry.revision(measureId, shop),
                entry.write().and(effects.answer(change.get().events(), context.businessTime())));
    }
}
