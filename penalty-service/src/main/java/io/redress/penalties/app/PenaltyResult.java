package io.redress.penalties.app;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.shop.ShopFile;
import java.util.List;

/** A penalty as commands and queries answer it, with its measures. */
public record PenaltyResult(Penalty penalty, List<Measure> measures) {

    public PenaltyResult {
        measures = List.copyOf(measures);
    }

    public static PenaltyResult of(ShopFile file, String penaltyId) {
        return new PenaltyResult(file.penalty(penaltyId).orElseThrow(), file.measuresOf(penaltyId));
    }
}
