package io.redress.cases.store;

import io.redress.cases.app.advocacy.AdvocateRecords;
import io.redress.cases.app.advocacy.IndependenceLog;
import io.redress.cases.app.search.CaseSamples;
import io.redress.cases.app.search.CaseSummary;
import io.redress.cases.domain.AdvocateRating;
import io.redress.cases.domain.Respondents;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Terms, requests and ratings of advocates, refused attempts, and samples of closed cases. */
public final class PgAdvocateRecords implements AdvocateRecords, IndependenceLog, CaseSamples {

    private static final String TERMS =
            "SELECT advocate_id, since, until FROM advocate_term WHERE case_id = $1 ORDER BY number LIMIT $2";

    private static final String REQUEST =
            "SELECT case_id, asked_by, reason, at FROM advocate_request WHERE case_id = $1";

    private static final String REQUEST_ROW =
            "INSERT INTO advocate_request (case_id, asked_by, reason, at) VALUES ($1, $2, $3, $4)";

    private static final String RATINGS = """
            SELECT case_id, advocate_id, rated_by, side, score, at FROM advocate_rating
            WHERE case_id = $1 ORDER BY at, rated_by LIMIT $2""";

    private static final String RATING_ROW = """
            INSERT INTO advocate_rating (case_id, advocate_id, rated_by, side, score, at)
            VALUES ($1, $2, $3, $4, $5, $6)""";

    private static final String ATTEMPT_ROW = """
            INSERT INTO independence_attempt (attempt_id, case_id, merchant_id, advocate_id, attempt, by, standing, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    /** From where the seed points to, and once round. */
    private static final String SAMPLE = """
            SELECT * FROM (
                (SELECT c.* FROM case_file c
                 WHERE c.status = 'CLOSED' AND c.ended_at < $3::timestamptz
                   AND hashtextextended(c.case_id, 0) >= hashtextextended($1::text, 0)
                 ORDER BY hashtextextended(c.case_id, 0), c.case_id LIMIT $2::integer)
                UNION ALL
                (SELECT c.* FROM case_file c
                 WHERE c.status = 'CLOSED' AND c.ended_at < $3::timestamptz
                   AND hashtextextended(c.case_id, 0) < hashtextextended($1::text, 0)
                 ORDER BY hashtextextended(c.case_id, 0), c.case_id LIMIT $2::integer)) AS round
            LIMIT $2::integer""";

    @Override
    public Future<List<Term>> terms(Tx tx, String caseId) {
        return tx.query(TERMS, Columns.tuple(caseId, MAX_TERMS)).map(rows -> {
            List<Term> terms = new ArrayList<>();
            rows.forEach(row -> terms.add(new Term(
                    row.getString("advocate_id"), Columns.instant(row, "since"), Columns.maybeInstant(row, "until"))));
            return terms;
        });
    }

    @Override
    public Future<Optional<Request>> request(Tx tx, String caseId) {
        return tx.query(REQUEST, Columns.tuple(caseId)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Request(
                    row.getString("case_id"),
                    row.getString("asked_by"),
                    Columns.maybeText(row, "reason"),
                    Columns.instant(row, "at")));
        });
    }

    @Override
    public Write request(Request request) {
        return Write.none()
                .with(
                        REQUEST_ROW,
                        Columns.tuple(
                                request.caseId(),
                                request.askedBy(),
                                Columns.orNull(request.reason()),
                                Columns.time(request.at())));
    }

    @Override
    public Write rate(AdvocateRating rating) {
        return Write.none()
                .with(
                        RATING_ROW,
                        Columns.tuple(
                                rating.caseId(),
                                rating.advocateId(),
                                rating.ratedBy(),
                                rating.side().name(),
                                rating.score(),
                                Columns.time(rating.at())));
    }

    @Override
    public Future<List<AdvocateRating>> ratings(Tx tx, String caseId) {
        return tx.query(RATINGS, Columns.tuple(caseId, MAX_TERMS)).map(rows -> {
            List<AdvocateRating> ratings = new ArrayList<>();
            rows.forEach(row -> ratings.add(new AdvocateRating(
                    row.getString("case_id"),
                    row.getString("advocate_id"),
                    row.getString("rated_by"),
                    AdvocateRating.Side.valueOf(row.getString("side")),
                    row.getInteger("score"),
                    Columns.instant(row, "at"))));
            return ratings;
        });
    }

    @Override
    public Write add(Attempt attempt) {
        return Write.none()
                .with(
                        ATTEMPT_ROW,
                        Columns.tuple(
                                attempt.id(),
                                attempt.caseId(),
                                attempt.merchantId(),
                                attempt.advocateId(),
                                attempt.kind().name(),
                                attempt.by(),
                                attempt.standing().name(),
                                Columns.time(attempt.at())));
    }

    @Override
    public Future<List<Attempt>> list(Tx tx, Asked asked, int limit, Optional<String> afterId) {
        AttemptsSql statement = AttemptsSql.of(asked, limit + 1, afterId);
        return tx.query(statement.text(), statement.arguments()).map(rows -> {
            List<Attempt> attempts = new ArrayList<>();
            rows.forEach(row -> attempts.add(new Attempt(
                    row.getString("attempt_id"),
                    row.getString("case_id"),
                    row.getString("merchant_id"),
                    row.getString("advocate_id"),
                    IndependenceLog.Kind.valueOf(row.getString("attempt")),
                    row.getString("by"),
                    Respondents.Standing.valueOf(row.getString("standing")),
                    Columns.instant(row, "at"))));
            return attempts;
        });
    }

    @Override
    public Future<List<CaseSummary>> sample(Tx tx, String seed, int size, Instant closedBefore) {
        return tx.query(SAMPLE, Columns.tuple(seed, size, Columns.time(closedBefore)))
                .map(rows -> {
                    List<CaseSummary> sample = new ArrayList<>();
                    rows.forEach(row -> sample.add(CaseSummaryRows.summary(row)));
                    return sample;
                });
    }
}
