package io.redress.cases;

import io.redress.cases.api.ConsistencyOperations;
import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.consistency.CompareRulings;
import io.redress.cases.app.consistency.KeptDistributions;
import io.redress.cases.app.consistency.ReadConsistency;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.app.precedent.CitedSources;
import io.redress.cases.app.precedent.ReadPrecedents;
import io.redress.cases.store.PgComparedRulings;
import io.redress.cases.store.PgPrecedents;
import io.redress.kit.boot.MachineClock;

/** The parts about earlier rulings: those that are cited, and those that are comparable. */
record EarlierRulingParts(CitedSources sources, CompareRulings compare, ConsistencyOperations operations) {

    static EarlierRulingParts of(ConsistencySettings settings, CaseDesk desk, EvidenceFiles files, MachineClock clock) {
        PgPrecedents precedents = new PgPrecedents();
        PgComparedRulings rulings = new PgComparedRulings();
        CompareRulings compare = new CompareRulings(
                rulings, new KeptDistributions(rulings, clock), settings.period(), settings.enough());
        return new EarlierRulingParts(
                new CitedSources(files, precedents),
                compare,
                new ConsistencyOperations(
                        new ReadPrecedents(desk, precedents), new ReadConsistency(desk, compare, rulings)));
    }
}
