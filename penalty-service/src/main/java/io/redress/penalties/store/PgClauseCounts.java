package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.ClauseCounts;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One statement over the penalties of a period; when each became final is what its history says. */
public final class PgClauseCounts implements ClauseCounts {

    private static final String COUNT = """
            WITH judged AS (
                SELECT v.clause_id, v.rulebook_number, p.id, p.final, p.proposed_at, sum(v.points) AS points,
                       p.status IN ('IN_FORCE', 'SERVED', 'EXPIRED') AS in_force,
                       p.status = 'REVERSED' AS reversed, p.points_ceiling,
                       (SELECT h.business_time FROM history h
                        WHERE h.subject = p.id AND h.event_type = 'PenaltyFinal'
                        ORDER BY h.sequence LIMIT 1) AS final_at
                FROM penalty p JOIN violation v ON v.penalty_id = p.id
                WHERE p.proposed_at >= $1::timestamptz AND p.proposed_at < $2::timestamptz
                GROUP BY p.id, v.clause_id, v.rulebook_number),
            counted AS (
                SELECT clause_id, rulebook_number, count(*) AS proposed,
                       count(*) FILTER (WHERE in_force) AS in_force,
                       count(*) FILTER (WHERE reversed AND points_ceiling IS NULL) AS refused,
                       count(*) FILTER (WHERE reversed AND points_ceiling IS NOT NULL) AS reversed,
                       count(*) FILTER (WHERE in_force AND points_ceiling IS NOT NULL) AS reduced,
                       coalesce(sum(points) FILTER (WHERE in_force), 0)::bigint AS points,
                       count(*) FILTER (WHERE final) AS final,
                       percentile_cont(0.5) WITHIN GROUP (
                           ORDER BY extract(epoch FROM final_at - proposed_at)::double precision / 86400) AS median
                FROM judged GROUP BY clause_id, rulebook_number)
            SELECT clause_id, rulebook_number, proposed, in_force, refused, reversed, reduced, points, final,
                   round(median::numeric, 2) AS median_days,
                   round(reversed::numeric / nullif(in_force + reversed, 0), 4) AS share_reversed
            FROM counted ORDER BY clause_id, rulebook_number""";

    @Override
    public Future<List<Line>> proposedBetween(Tx tx, Instant from, Instant to) {
        return tx.query(COUNT, Tuple.of(Columns.time(from), Columns.time(to))).map(rows -> {
            List<Line> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(line(row)));
            return lines;
        });
    }

    private static Line line(Row row) {
        return new Line(
                row.getString("clause_id"),
                row.getInteger("rulebook_number"),
                row.getLong("proposed"),
                row.getLong("in_force"),
                row.getLong("refused"),
                row.getLong("reversed"),
                row.getLong("reduced"),
                row.getLong("points"),
                row.getLong("final"),
                number(row, "median_days"),
                number(row, "share_reversed"));
    }

    private static Optional<BigDecimal> number(Row row, String column) {
        return Optional.ofNullable(row.getBigDecimal(column));
    }
}
