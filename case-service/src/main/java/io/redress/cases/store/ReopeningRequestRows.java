package io.redress.cases.store;

import io.redress.cases.app.CaseFiles;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Correspondent;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Reopening;
import io.redress.cases.domain.ReopeningRequest;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Requests to reopen a case, answered once each; the deadline of the one that waits is the case's. */
final class ReopeningRequestRows {

    private static final String SELECT = """
            SELECT request_id, ground, reasons_zh, reasons_en, evidence_kinds, evidence_references, sender, requested_by,
                   requested_at, due_at, overdue, reopening_id, granted, answer_zh, answer_en, answered_by, answered_at
            FROM reopening_request WHERE case_id = $1 ORDER BY position""";

    private static final String INSERT = """
            INSERT INTO reopening_request (request_id, case_id, position, ground, reasons_zh, reasons_en, evidence_kinds,
                evidence_references, sender, requested_by, requested_at, due_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private static final String CHANGE = """
            UPDATE reopening_request SET overdue = $2, reopening_id = $3, granted = $4, answer_zh = $5, answer_en = $6,
                answered_by = $7, answered_at = $8
            WHERE request_id = $1""";

    private ReopeningRequestRows() {}

    static Future<List<ReopeningRequest>> read(Tx tx, String caseId) {
        return tx.query(SELECT, Columns.tuple(caseId)).map(rows -> {
            List<ReopeningRequest> all = new ArrayList<>();
            rows.forEach(row -> all.add(request(row)));
            return all;
        });
    }

    private static ReopeningRequest request(Row row) {
        List<String> kinds = Columns.texts(row, "evidence_kinds");
        List<String> references = Columns.texts(row, "evidence_references");
        Optional<ReopeningRequest.Answer> answer = Columns.maybeText(row, "answered_by")
                .map(by -> new ReopeningRequest.Answer(
                        row.getBoolean("granted"),
                        new BilingualText(row.getString("answer_zh"), row.getString("answer_en")),
                        by,
                        Columns.instant(row, "answered_at")));
        return new ReopeningRequest(
                row.getString("request_id"),
                Reopening.Ground.valueOf(row.getString("ground")),
                new BilingualText(row.getString("reasons_zh"), row.getString("reasons_en")),
                IntStream.range(0, kinds.size())
                        .mapToObj(i -> new Evidence(kinds.get(i), references.get(i)))
                        .toList(),
                Correspondent.valueOf(row.getString("sender")),
                row.getString("requested_by"),
                Columns.instant(row, "requested_at"),
                Columns.instant(row, "due_at"),
                row.getBoolean("overdue"),
                Columns.maybeText(row, "reopening_id"),
                answer);
    }

    /** Adds to the write the request that {@code after} has more, and what has become of those there were. */
    static Write changes(String caseId, List<ReopeningRequest> before, List<ReopeningRequest> after, Write write) {
        Write whole = write;
        for (int i = 0; i < after.size(); i++) {
            ReopeningRequest now = after.get(i);
            if (i >= before.size()) {
                whole = insert(caseId, i + 1, now, whole);
            } else if (!now.equals(before.get(i))) {
                whole = change(caseId, now, whole);
            }
        }
        return whole;
    }

    private static Write insert(String caseId, int position, ReopeningRequest asked, Write write) {
        return write.with(
                        INSERT,
                        Columns.tuple(
                                asked.requestId(),
                                caseId,
                                position,
                                asked.ground().name(),
                                asked.reasons().zh(),
                                asked.reasons().en(),
                                Columns.texts(asked.evidence(), Evidence::kind),
                                Columns.texts(asked.evidence(), Evidence::reference),
                                asked.from().name(),
                                asked.requestedBy(),
                                Columns.time(asked.requestedAt()),
                                Columns.time(asked.dueAt())))
                .with(Deadlines.schedule(CaseFiles.REOPENING_REQUEST_DUE, caseId, asked.dueAt()));
    }

    private static Write change(String caseId, ReopeningRequest now, Write write) {
        Optional<ReopeningRequest.Answer> answer = now.answer();
        Write changed = write.with(
                CHANGE,
                Columns.tuple(
                        now.requestId(),
                        now.overdue(),
                        Columns.orNull(now.reopeningId()),
                        answer.map(ReopeningRequest.Answer::granted).orElse(null),
                        answer.map(given -> given.reasons().zh()).orElse(null),
                        answer.map(given -> given.reasons().en()).orElse(null),
                        answer.map(ReopeningRequest.Answer::answeredBy).orElse(null),
                        Columns.time(answer.map(ReopeningRequest.Answer::answeredAt))));
        return answer.isPresent() ? changed.with(Deadlines.cancel(CaseFiles.REOPENING_REQUEST_DUE, caseId)) : changed;
    }
}
