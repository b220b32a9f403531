package io.redress.cases.store;

import io.redress.cases.app.consistency.ComparedRulings;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.consistency.ComparableRulings;
import io.redress.cases.domain.consistency.ComparedDraft;
import io.redress.cases.domain.consistency.Decided;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Table draft_comparison. */
public final class PgComparedRulings implements ComparedRulings {

    private static final int MOST_COMPARED = 1_000;

    private static final String COMPARABLE = """
            SELECT outcome, share, count(*)::integer AS decisions FROM (
                SELECT d.outcome, d.share FROM draft_comparison d
                JOIN case_file c ON c.case_id = d.case_id AND c.draft_id = d.draft_id
                WHERE d.kind = $1 AND d.scope = $2 AND d.drafted_at BETWEEN $3 AND $4 AND c.status = 'CLOSED'
                ORDER BY d.drafted_at DESC LIMIT $5) AS newest
            GROUP BY outcome, share""";

    /** One column for each outcome there is. */
    private static final String COUNTS = Arrays.stream(RulingOutcome.values())
            .map(outcome -> "count(*) FILTER (WHERE outcome = '" + outcome + "') AS \"" + outcome + "\"")
            .collect(Collectors.joining(", "));

    private static final String REPORT = """
            SELECT kind, scope, adjudicator, count(*) AS decisions, min(share) AS lowest,
                   percentile_disc(0.5) WITHIN GROUP (ORDER BY share) AS median, max(share) AS highest,
                   count(*) FILTER (WHERE outside) AS outside, %s
            FROM (SELECT CASE WHEN $1 = 'ADJUDICATOR' THEN '' ELSE d.kind END COLLATE "C" AS kind,
                         CASE WHEN $1 = 'ADJUDICATOR' THEN '' ELSE d.scope END COLLATE "C" AS scope,
                         CASE WHEN $1 = 'SCOPE' THEN '' ELSE d.drafted_by END COLLATE "C" AS adjudicator,
                         d.outcome, d.share, d.outside
                  FROM draft_comparison d JOIN case_file c ON c.case_id = d.case_id AND c.draft_id = d.draft_id
                  WHERE d.drafted_at >= $2 AND d.drafted_at < $3 AND c.status = 'CLOSED'
                    AND ($4::text IS NULL OR d.kind = $4) AND ($5::text IS NULL OR d.scope = $5)
                    AND ($6::text IS NULL OR d.drafted_by = $6)) AS one
            WHERE (kind, scope, adjudicator) > ($7, $8, $9)
            GROUP BY kind, scope, adjudicator ORDER BY kind, scope, adjudicator LIMIT $10""".formatted(COUNTS);

    @Override
    public Future<Decided> comparable(Tx tx, ComparableRulings rulings, Instant since, Instant until) {
        return tx.query(
                        COMPARABLE,
                        Columns.tuple(
                                rulings.kind().name(),
                                rulings.scope(),
                                Columns.time(since),
                                Columns.time(until),
                                MOST_COMPARED))
                .map(rows -> {
                    List<Decided.Group> alike = new ArrayList<>();
                    rows.forEach(row -> alike.add(new Decided.Group(
                            RulingOutcome.valueOf(row.getString("outcome")),
                            Optional.ofNullable(row.getInteger("share")),
                            row.getInteger("decisions"))));
                    return new Decided(alike);
                });
    }

    @Override
    public Future<Optional<ComparedDraft>> ofDraft(Tx tx, String draftId) {
        return ComparisonRows.read(tx, draftId);
    }

    @Override
    public Future<List<Line>> report(Tx tx, Asked asked, Place after, int limit) {
        return tx.query(
                        REPORT,
                        Columns.tuple(
                                asked.by().name(),
                                Columns.time(asked.since()),
                                Columns.time(asked.until()),
                                asked.kind().map(Enum::name).orElse(null),
                                Columns.orNull(asked.scope()),
                                Columns.orNull(asked.adjudicatorId()),
                                after.kind(),
                                after.scope(),
                                after.adjudicatorId(),
                                limit))
                .map(rows -> {
                    List<Line> lines = new ArrayList<>();
                    rows.forEach(row -> lines.add(line(row)));
                    return lines;
                });
    }

    @Override
    public Write insert(ComparedDraft draft) {
        return ComparisonRows.insert(draft);
    }

    private static Line line(Row row) {
        return new Line(
                row.getString("kind"),
                row.getString("scope"),
                row.getString("adjudicator"),
                row.getLong("decisions"),
                outcomes(row),
                Optional.ofNullable(row.getInteger("lowest")),
                Optional.ofNullable(row.getInteger("median")),
                Optional.ofNullable(row.getInteger("highest")),
                row.getLong("outside"));
    }

    private static SortedMap<RulingOutcome, Long> outcomes(Row row) {
        SortedMap<RulingOutcome, Long> outcomes = new TreeMap<>();
        for (RulingOutcome outcome : RulingOutcome.values()) {
            long decisions = row.getLong(outcome.name());
            if (decisions > 0) {
                outcomes.put(outcome, decisions);
            }
        }
        return Collections.unmodifiableSortedMap(outcomes);
    }
}
