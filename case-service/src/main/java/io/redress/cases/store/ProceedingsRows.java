package io.redress.cases.store;

import io.redress.cases.domain.Answer;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Brief;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.Ending;
import io.redress.cases.domain.Foretold;
import io.redress.cases.domain.Proceedings;
import io.redress.cases.domain.Reopening;
import io.redress.cases.domain.ReopeningRequest;
import io.redress.cases.domain.Reply;
import io.redress.cases.domain.Ruling;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.Side;
import io.redress.cases.domain.ViolationRuling;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said and decided in a case. Rows are added, never rewritten; only effect lines and conditions change. */
final class ProceedingsRows {

    private static final String ANSWER =
            "SELECT text_zh, text_en, answered_by, answered_at FROM answer WHERE case_id = $1";

    private static final String ANSWER_ROW =
            "INSERT INTO answer (case_id, text_zh, text_en, answered_by, answered_at) VALUES ($1, $2, $3, $4, $5)";

    private static final String REPLIES =
            "SELECT side, by, text, at, undertakes FROM reply WHERE draft_id = $1 ORDER BY position";

    private static final String REPLY_ROW = """
            INSERT INTO reply (case_id, draft_id, position, side, by, text, at, undertakes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private static final String RULING =
            "SELECT ruling_id, draft_id, outcome, ruled_by, ruled_at FROM ruling WHERE draft_id = $1";

    private static final String RULING_ROW = """
            INSERT INTO ruling (ruling_id, case_id, draft_id, outcome, ruled_by, ruled_at) VALUES ($1, $2, $3, $4, $5, $6)""";

    /** What hangs on the current draft. */
    private record Decided(
            Optional<Draft> draft, List<Reply> replies, Optional<Ruling> ruling, List<EffectLine> effects) {
        static final Decided NOTHING = new Decided(Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    private ProceedingsRows() {}

    /** @param row of the case, with what there is in it */
    static Future<Proceedings> read(Tx tx, Row row) {
        String caseId = row.getString("case_id");
        Optional<String> briefId = Columns.maybeText(row, "brief_id");
        Optional<String> draftId = Columns.maybeText(row, "draft_id");
        Future<Optional<Brief>> brief = briefId.isPresent() ? BriefRows.read(tx, briefId.get()) : none();
        Future<Optional<Answer>> answer = row.getBoolean("answered") ? answer(tx, caseId) : none();
        Future<List<Reopening>> reopenings =
                row.getBoolean("reopened") ? ReopeningRows.read(tx, caseId) : Future.succeededFuture(List.of());
        Future<List<ReopeningRequest>> requests =
                row.getBoolean("requested") ? ReopeningRequestRows.read(tx, caseId) : Future.succeededFuture(List.of());
        Future<Decided> decided = draftId.isPresent()
                ? decided(tx, draftId.get(), Columns.maybeText(row, "ruling_id"))
                : Future.succeededFuture(Decided.NOTHING);
        return Future.all(brief, answer, reopenings, requests, decided)
                .map(all -> new Proceedings(
                        brief.result(),
                        Columns.maybeInstant(row, "answer_by"),
                        answer.result(),
                        decided.result().draft(),
                        decided.result().replies(),
                        decided.result().ruling(),
                        decided.result().effects(),
                        ending(row),
                        reopenings.result(),
                        requests.result()));
    }

    private static <T> Future<Optional<T>> none() {
        return Future.succeededFuture(Optional.empty());
    }

    private static Optional<Ending> ending(Row row) {
        Optional<BilingualText> reasons = Columns.maybeText(row, "end_reasons_zh")
                .map(zh -> new BilingualText(zh, row.getString("end_reasons_en")));
        return Columns.maybeText(row, "ended_by")
                .map(by -> new Ending(by, Columns.instant(row, "ended_at"), row.getBoolean("counted"), reasons));
    }

    private static Future<Decided> decided(Tx tx, String draftId, Optional<String> rulingId) {
        Future<Foretold> effects = EffectRows.read(tx, draftId);
        Future<Draft> draft = DraftRows.read(tx, draftId, effects);
        Future<List<Reply>> replies = replies(tx, draftId);
        Future<Optional<Ruling>> ruling = rulingId.isPresent() ? ruling(tx, draftId, rulingId.get()) : none();
        return Future.all(draft, replies, ruling)
                .map(all -> new Decided(
                        Optional.of(draft.result()),
                        replies.result(),
                        ruling.result(),
                        ruling.result().isPresent() ? EffectRows.ordered(effects.result()) : List.of()));
    }

    private static Future<Optional<Answer>> answer(Tx tx, String caseId) {
        return tx.query(ANSWER, Columns.tuple(caseId)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            return Optional.of(new Answer(
                    new BilingualText(row.getString("text_zh"), row.getString("text_en")),
                    row.getString("answered_by"),
                    Columns.instant(row, "answered_at")));
        });
    }

    private static Future<List<Reply>> replies(Tx tx, String draftId) {
        return tx.query(REPLIES, Columns.tuple(draftId)).map(rows -> {
            List<Reply> replies = new ArrayList<>();
            rows.forEach(row -> replies.add(new Reply(
                    draftId,
                    Side.valueOf(row.getString("side")),
                    row.getString("by"),
                    row.getString("text"),
                    Columns.instant(row, "at"),
                    row.getBoolean("undertakes"))));
            return replies;
        });
    }

    private static Future<Optional<Ruling>> ruling(Tx tx, String draftId, String rulingId) {
        Future<RowSet<Row>> found = tx.query(RULING, Columns.tuple(draftId));
        Future<List<ViolationRuling>> violations = ViolationRulingRows.RULING.read(tx, rulingId);
        return Future.all(found, violations).map(all -> {
            Row row = found.result().iterator().next();
            return Optional.of(new Ruling(
                    row.getString("ruling_id"),
                    row.getString("draft_id"),
                    RulingOutcome.valueOf(row.getString("outcome")),
                    violations.result(),
                    row.getString("ruled_by"),
                    Columns.instant(row, "ruled_at")));
        });
    }

    /** Adds to the write what {@code after} has more than {@code before}. */
    static Write changes(String caseId, Proceedings before, Proceedings after, Write write) {
        Write whole = write;
        if (before.brief().isEmpty() && after.brief().isPresent()) {
            whole = BriefRows.insert(caseId, after.brief().get(), whole);
        }
        if (before.answer().isEmpty() && after.answer().isPresent()) {
            whole = insert(caseId, after.answer().get(), whole);
        }
        if (after.draft().isPresent() && !sameDraft(before, after)) {
            whole = DraftRows.insert(caseId, after.draft().get(), whole);
        } else if (after.replies().size() > before.replies().size()) {
            int position = after.replies().size();
            whole = insert(caseId, position, after.replies().get(position - 1), whole);
        }
        if (before.terms().isPresent() && after.terms().isPresent() && sameDraft(before, after)) {
            whole = ConditionRows.changes(before.terms().get(), after.terms().get(), whole);
        }
        if (before.ruling().isEmpty() && after.ruling().isPresent()) {
            whole = insert(caseId, after.ruling().get(), whole);
            if (after.terms().isPresent()) {
                whole = ConditionRows.ruled(after.terms().get(), whole);
            }
        }
        whole = ReopeningRows.changes(caseId, before.reopenings(), after.reopenings(), whole);
        whole = ReopeningRequestRows.changes(caseId, before.requests(), after.requests(), whole);
        return EffectRows.changes(before.effects(), after.effects(), whole);
    }

    private static boolean sameDraft(Proceedings before, Proceedings after) {
        return before.draft().map(Draft::draftId).equals(after.draft().map(Draft::draftId));
    }

    private static Write insert(String caseId, Answer answer, Write write) {
        return write.with(
                ANSWER_ROW,
                Columns.tuple(
                        caseId,
                        answer.text().zh(),
                        answer.text().en(),
                        answer.answeredBy(),
                        Columns.time(answer.answeredAt())));
    }

    private static Write insert(String caseId, int position, Reply reply, Write write) {
        return write.with(
                REPLY_ROW,
                Columns.tuple(
                        caseId,
                        reply.draftId(),
                        position,
                        reply.side().name(),
                        reply.by(),
                        reply.text(),
                        Columns.time(reply.at()),
                        reply.undertakes()));
    }

    private static Write insert(String caseId, Ruling ruling, Write write) {
        Write withRuling = write.with(
                RULING_ROW,
                Columns.tuple(
                        ruling.rulingId(),
                        caseId,
                        ruling.draftId(),
                        ruling.outcome().name(),
                        ruling.ruledBy(),
                        Columns.time(ruling.ruledAt())));
        return ViolationRulingRows.RULING.insert(ruling.rulingId(), ruling.violations(), withRuling);
    }
}
