package io.redress.penalties.app.transparency;

import io.redress.kit.pg.Write;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
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
}
