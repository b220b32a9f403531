package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.consistency.RangedDecisions;
import io.redress.penalties.domain.consistency.ComparableFacts;
import io.redress.penalties.domain.consistency.Comparison;
import io.redress.penalties.domain.consistency.Distribution;
import io.redress.penalties.domain.consistency.RangedDecision;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Table ranged_decision. */
public final class PgRangedDecisions implements RangedDecisions {

    private static final int MOST_COMPARED = 10_000;

    private static final String COMPARABLE = """
            SELECT points, count(*)::integer AS decisions FROM (
                SELECT d.points FROM ranged_decision d JOIN penalty p ON p.id = d.penalty_id
                WHERE d.clause_id = $1::text AND d.range_min = $2::integer AND d.range_max = $3::integer
                  AND md5(d.factors::text) = md5(jsonb_object($4::text[], $8::text[])::text) AND d.decided_at BETWEEN $5::timestamptz AND $6::timestamptz
                  AND p.status IN ('IN_FORCE', 'SERVED', 'EXPIRED') AND p.points_ceiling IS NULL
                ORDER BY d.decided_at DESC LIMIT $7::integer) AS newest
            GROUP BY points""";

    private static final String OF_PENALTY = """
            SELECT d.violation_id, d.penalty_id, d.clause_id, range_min, range_max, factor_names, factor_values, d.points, decided_by, decided_at,
                   comparable, lowest, tenth, lower_quartile, median, upper_quartile, ninetieth, highest, below, equal,
                   outside, reasons
            FROM ranged_decision d JOIN violation v ON v.id = d.violation_id WHERE d.penalty_id = $1 ORDER BY v.ordinal""";

    private static final String REPORT = """
            SELECT clause, decider, count(*) AS decisions, min(points) AS lowest,
                   percentile_disc(0.5) WITHIN GROUP (ORDER BY points) AS median, max(points) AS highest,
                   count(*) FILTER (WHERE outside) AS outside, count(*) FILTER (WHERE status = 'REVERSED') AS reversed,
                   count(*) FILTER (WHERE status <> 'REVERSED' AND points_ceiling IS NOT NULL) AS reduced
            FROM (SELECT CASE WHEN $1 = 'DECIDER' THEN '' ELSE d.clause_id END COLLATE "C" AS clause,
                         CASE WHEN $1 = 'CLAUSE' THEN '' ELSE d.decided_by END COLLATE "C" AS decider,
                         d.points, d.outside, p.status, p.points_ceiling
                  FROM ranged_decision d JOIN penalty p ON p.id = d.penalty_id
                  WHERE d.decided_at >= $2::timestamptz AND d.decided_at < $3::timestamptz
                    AND ($4::text IS NULL OR d.clause_id = $4::text) AND ($5::text IS NULL OR d.decided_by = $5::text)) AS one
            WHERE (clause, decider) > ($6::text, $7::text)
            GROUP BY clause, decider ORDER BY clause, decider LIMIT $8::integer""";

    private static final String INSERT = """
            INSERT INTO ranged_decision (violation_id, penalty_id, clause_id, range_min, range_max, factors, points,
                decided_by, decided_at, comparable, lowest, tenth, lower_quartile, median, upper_quartile, ninetieth,
                highest, below, equal, outside, reasons)
            VALUES ($1::text, $2::text, $3::text, $4::integer, $5::integer, jsonb_object($6::text[], $22::text[]),
                $7::integer, $8::text, $9::timestamptz, $10::integer, $11::integer, $12::integer, $13::integer,
                $14::integer, $15::integer, $16::integer, $17::integer, $18::integer, $19::integer, $20::boolean,
                $21::text)""";

    @Override
    public Future<SortedMap<Integer, Integer>> comparable(Tx tx, ComparableFacts facts, Instant since, Instant until) {
        Tuple arguments = Tuple.tuple()
                .addString(facts.clauseId())
                .addInteger(facts.min())
                .addInteger(facts.max())
                .addArrayOfString(names(facts))
                .addOffsetDateTime(Columns.time(since))
                .addOffsetDateTime(Columns.time(until))
                .addInteger(MOST_COMPARED)
                .addArrayOfString(values(facts));
        return tx.query(COMPARABLE, arguments).map(rows -> {
            SortedMap<Integer, Integer> byPoints = new TreeMap<>();
            rows.forEach(row -> byPoints.put(row.getInteger("points"), row.getInteger("decisions")));
            return byPoints;
        });
    }

    @Override
    public Future<List<RangedDecision>> ofPenalty(Tx tx, String penaltyId) {
        return tx.query(OF_PENALTY, Tuple.of(penaltyId)).map(rows -> {
            List<RangedDecision> decisions = new ArrayList<>();
            rows.forEach(row -> decisions.add(decision(row)));
            return decisions;
        });
    }

    @Override
    public Future<List<Line>> report(Tx tx, Asked asked, String afterClause, String afterDecider, int limit) {
        Tuple arguments = Tuple.tuple()
                .addString(asked.by().name())
                .addOffsetDateTime(Columns.time(asked.since()))
                .addOffsetDateTime(Columns.time(asked.until()))
                .addString(asked.clauseId().orElse(null))
                .addString(asked.decidedBy().orElse(null))
                .addString(afterClause)
                .addString(afterDecider)
                .addInteger(limit);
        return tx.query(REPORT, arguments).map(rows -> {
            List<Line> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(line(row)));
            return lines;
        });
    }

    @Override
    public Write insert(RangedDecision decision) {
        Comparison comparison = decision.comparison();
        Optional<Distribution> found = comparison.decisions();
        return Write.none()
                .with(
                        INSERT,
                        Tuple.tuple()
                                .addString(decision.violationId())
                                .addString(decision.penaltyId())
                                .addString(decision.facts().clauseId())
                                .addInteger(decision.facts().min())
                                .addInteger(decision.facts().max())
                                .addArrayOfString(names(decision.facts()))
                                .addInteger(comparison.points())
                                .addString(decision.decidedBy())
                                .addOffsetDateTime(Columns.time(decision.decidedAt()))
                                .addInteger(comparison.comparable())
                                .addInteger(figure(found, Distribution::lowest))
                                .addInteger(figure(found, Distribution::tenth))
                                .addInteger(figure(found, Distribution::lowerQuartile))
                                .addInteger(figure(found, Distribution::median))
                                .addInteger(figure(found, Distribution::upperQuartile))
                                .addInteger(figure(found, Distribution::ninetieth))
                                .addInteger(figure(found, Distribution::highest))
                                .addInteger(comparison.below())
                                .addInteger(comparison.equal())
                                .addBoolean(comparison.outside())
                                .addString(decision.reasons().orElse(null))
                                .addArrayOfString(values(decision.facts())));
    }

    private static Integer figure(Optional<Distribution> found, Function<Distribution, Integer> which) {
        return found.map(which).orElse(null);
    }

    private static String[] names(ComparableFacts facts) {
        return new TreeMap<>(facts.factors()).keySet().toArray(String[]::new);
    }

    /** In the order of their names. */
    private static String[] values(ComparableFacts facts) {
        return new TreeMap<>(facts.factors()).values().toArray(String[]::new);
    }

    private static Line line(Row row) {
        return new Line(
                row.getString("clause"),
                row.getString("decider"),
                row.getLong("decisions"),
                row.getInteger("lowest"),
                row.getInteger("median"),
                row.getInteger("highest"),
                row.getLong("outside"),
                row.getLong("reversed"),
                row.getLong("reduced"));
    }

    private static RangedDecision decision(Row row) {
        String[] names = row.getArrayOfStrings("factor_names");
        String[] values = row.getArrayOfStrings("factor_values");
        Map<String, String> factors =
                IntStream.range(0, names.length).boxed().collect(Collectors.toMap(i -> names[i], i -> values[i]));
        return new RangedDecision(
                row.getString("violation_id"),
                row.getString("penalty_id"),
                new ComparableFacts(
                        row.getString("clause_id"), row.getInteger("range_min"), row.getInteger("range_max"), factors),
                row.getString("decided_by"),
                Columns.instant(row, "decided_at"),
                new Comparison(
                        row.getInteger("points"),
                        distribution(row),
                        row.getInteger("below"),
                        row.getInteger("equal"),
                        row.getBoolean("outside")),
                Columns.optionalText(row, "reasons"));
    }

    private static Optional<Distribution> distribution(Row row) {
        int comparable = row.getInteger("comparable");
        return comparable == 0
                ? Optional.empty()
                : Optional.of(new Distribution(
                        comparable,
                        row.getInteger("lowest"),
                        row.getInteger("tenth"),
                        row.getInteger("lower_quartile"),
                        row.getInteger("median"),
                        row.getInteger("upper_quartile"),
                        row.getInteger("ninetieth"),
                        row.getInteger("highest")));
    }
}
