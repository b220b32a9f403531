package io.redress.penalties.app.consistency;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.consistency.ComparableFacts;
import io.redress.penalties.domain.consistency.RangedDecision;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Where decisions inside a range are kept; what is written never changes. */
public interface RangedDecisions {

    /** How the figures of a report are put together. */
    enum By {
        CLAUSE,
        DECIDER,
        CLAUSE_AND_DECIDER
    }

    /**
     * What a report is about.
     *
     * @param until exclusive
     */
    record Asked(By by, Optional<String> clauseId, Optional<String> decidedBy, Instant since, Instant until) {}

    /**
     * A line of a report.
     *
     * @param clauseId empty where lines are of deciders
     * @param decidedBy empty where lines are of clauses
     * @param median of the points, by nearest rank
     * @param outside the usual band
     * @param reversed taken back, by a ruling or by the second person
     * @param reduced by a ruling
     */
    record Line(
            String clauseId,
            String decidedBy,
            long decisions,
            int lowest,
            int median,
            int highest,
            long outside,
            long reversed,
            long reduced) {}

    /**
     * How many comparable decisions gave so many points: those that are in force or were, and that no ruling took back or
     * reduced; of very many the newest.
     *
     * @param until inclusive
     */
    Future<SortedMap<Integer, Integer>> comparable(Tx tx, ComparableFacts facts, Instant since, Instant until);

    /** Those of a penalty, in the order of its violations. */
    Future<List<RangedDecision>> ofPenalty(Tx tx, String penaltyId);

    /** Lines behind this clause and decider, in their order. */
    Future<List<Line>> report(Tx tx, Asked asked, String afterClause, String afterDecider, int limit);

    Write insert(RangedDecision decision);
}
