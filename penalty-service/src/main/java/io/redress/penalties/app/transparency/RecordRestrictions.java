package io.redress.penalties.app.transparency;

import io.redress.kit.pg.Write;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.shop.RulingRef;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopEvent;
import io.redress.penalties.domain.shop.ShopFile;
import io.redress.penalties.domain.transparency.Restriction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records, in the transaction in which a penalty brings its first measures, that its statement is to be filed, and in
 * that of a ruling, that a recorded decision was corrected. Guarantee: each once, with the change or not at all.
 */
public final class RecordRestrictions {

    private final Filings filings;

    public RecordRestrictions(Filings filings) {
        this.filings = filings;
    }

    public Write write(ShopFile before, ShopChange change, Instant at) {
        Map<String, Penalty> restricting = new LinkedHashMap<>();
        for (Measure measure : change.after().measures()) {
            if (before.measure(measure.id()).isEmpty()) {
                change.after()
                        .penalty(measure.penaltyId())
                        .filter(penalty -> Restriction.filed(penalty, measure))
                        .filter(penalty -> penalty.statement().isPresent())
                        .ifPresent(penalty -> restricting.put(penalty.id(), penalty));
            }
        }
        Write write = Write.none();
        for (Penalty penalty : restricting.values()) {
            write = write.and(filings.record(penalty, at));
        }
        for (ShopEvent event : change.events()) {
            if (event instanceof ShopEvent.PenaltyCorrected corrected) {
                write = write.and(filings.correct(corrected, at));
            }
        }
        return write;
    }

    /** Records that a ruling ended measures of a recorded decision by name; once with what it did to the points. */
    public Write lifted(ShopChange change, String penaltyId, RulingRef ruling, Instant at) {
        boolean lifted = change.events().stream()
                .anyMatch(event -> event instanceof ShopEvent.MeasureChanged changed
                        && changed.measure().byRuling());
        if (!lifted) {
            return Write.none();
        }
        Penalty penalty = change.after().penalty(penaltyId).orElseThrow();
        return filings.correct(
                new ShopEvent.PenaltyCorrected(
                        penalty,
                        penalty.points(),
                        ruling,
                        change.after().remaining(penaltyId),
                        penalty.effectiveAt().orElse(at)),
                at);
    }
}
