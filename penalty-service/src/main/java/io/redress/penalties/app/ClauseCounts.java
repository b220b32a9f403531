package io.redress.penalties.app;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of penalties, counted by clause. */
@FunctionalInterface
public interface ClauseCounts {

    /**
     * One clause as one version has it. A penalty counts once, however often it names the clause.
     *
     * @param inForce entered into force and stand
     * @param refused by the second person, before they were in force
     * @param reversed by a ruling
     * @param reduced by a ruling, and stand
     * @param points of the clause's violations in those in force
     * @param medianDays from proposal to finality; empty when none is final
     * @param shareReversed of those in force or reversed; empty when there is none
     */
    record Line(
            String clauseId,
            int rulebookVersion,
            long proposed,
            long inForce,
            long refused,
            long reversed,
            long reduced,
            long points,
            long isFinal,
            Optional<BigDecimal> medianDays,
            Optional<BigDecimal> shareReversed) {}

    /** Of penalties proposed from the one instant on and before the other; by clause, then by version. */
    Future<List<Line>> proposedBetween(Tx tx, Instant from, Instant to);
}
