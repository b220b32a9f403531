package io.redress.cases.store;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Hearing;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/** The groups that a case was in, one after the other; the last one counts. */
final class HearingRows {

    private static final String LAST = """
            SELECT lead_id, question_zh, question_en, joined_by, joined_at, left_cause, left_by, left_at, left_zh, left_en
            FROM joined_case WHERE case_id = $1 ORDER BY number DESC LIMIT 1""";

    /** The statement sees the tables as they were before it, so the number is of those before. */
    private static final String JOIN = """
            INSERT INTO joined_case (case_id, number, lead_id, question_zh, question_en, joined_by, joined_at)
            SELECT $1::text, (SELECT count(*)::integer + 1 FROM joined_case j WHERE j.case_id = $1),
                   $2::text, $3::text, $4::text, $5::text, $6::timestamptz""";

    private static final String LEAVE = """
            UPDATE joined_case SET left_cause = $2, left_by = $3, left_at = $4, left_zh = $5, left_en = $6
            WHERE case_id = $1 AND left_at IS NULL""";

    private HearingRows() {}

    static Future<Hearing> read(Tx tx, String caseId) {
        return tx.query(LAST, Columns.tuple(caseId))
                .map(rows -> rows.size() == 0
                        ? Hearing.ALONE
                        : hearing(rows.iterator().next()));
    }

    private static Hearing hearing(Row row) {
        if (row.getString("left_cause") == null) {
            BilingualText question = new BilingualText(row.getString("question_zh"), row.getString("question_en"));
            return new Hearing(
                    Optional.of(new Hearing.Group(
                            row.getString("lead_id"),
                            question,
                            row.getString("joined_by"),
                            Columns.instant(row, "joined_at"))),
                    Optional.empty());
        }
        return new Hearing(
                Optional.empty(),
                Optional.of(new Hearing.Departure(
                        Hearing.Cause.valueOf(row.getString("left_cause")),
                        row.getString("left_by"),
                        Columns.instant(row, "left_at"),
                        new BilingualText(row.getString("left_zh"), row.getString("left_en")))));
    }

    /** Adds to the write that the case was joined to a group, or has left it. */
    static Write changes(String caseId, Hearing before, Hearing after, Write write) {
        if (after.equals(before)) {
            return write;
        }
        return after.group()
                .map(group -> write.with(
                        JOIN,
                        Columns.tuple(
                                caseId,
                                group.leadId(),
                                group.question().zh(),
                                group.question().en(),
                                group.joinedBy(),
                                Columns.time(group.joinedAt()))))
                .orElseGet(() -> left(caseId, after.departure().orElseThrow(), write));
    }

    private static Write left(String caseId, Hearing.Departure how, Write write) {
        return write.with(
                LEAVE,
                Columns.tuple(
                        caseId,
                        how.cause().name(),
                        how.by(),
                        Columns.time(how.at()),
                        how.reasons().zh(),
                        how.reasons().en()));
    }
}
