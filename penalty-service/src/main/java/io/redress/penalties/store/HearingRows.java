package io.redress.penalties.store;

import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.domain.penalty.Clarification;
import io.redress.penalties.domain.penalty.Clarification.Answer;
import io.redress.penalties.domain.penalty.Hearing;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.penalty.WithoutNotice;
import io.redress.penalties.domain.rulebook.Text;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Table clarification and the exception from advance notice, with the deadline of the answer. */
final class HearingRows {

    /** The clarification {@code c} under names of its own. */
    static final String COLUMNS = """
            c.id AS cla_id, c.filed_by AS cla_filed_by, c.filed_at AS cla_filed_at, c.words AS cla_words,
            c.attachments AS cla_attachments, c.answer_by AS cla_answer_by, c.escalated AS cla_escalated,
            c.outcome AS cla_outcome, c.reasons_zh AS cla_reasons_zh, c.reasons_en AS cla_reasons_en,
            c.answered_by AS cla_answered_by, c.answered_at AS cla_answered_at""";

    private static final String INSERT = """
            INSERT INTO clarification (id, penalty_id, filed_by, filed_at, words, attachments, answer_by)
            VALUES ($1::text, $2::text, $3::text, $4::timestamptz, $5::text, $6::text[], $7::timestamptz)""";

    private static final String UPDATE = """
            UPDATE clarification SET escalated = $2::boolean, outcome = $3::text, reasons_zh = $4::text,
                reasons_en = $5::text, answered_by = $6::text, answered_at = $7::timestamptz
            WHERE id = $1::text AND outcome IS NULL""";

    private HearingRows() {}

    static Hearing hearing(Row row) {
        return new Hearing(
                Columns.optionalText(row, "exception_kind")
                        .map(kind -> new WithoutNotice(
                                kind, new Text(row.getString("exception_zh"), row.getString("exception_en")))),
                Columns.optionalText(row, "cla_id").map(id -> clarification(row)));
    }

    static Clarification clarification(Row row) {
        return new Clarification(
                row.getString("cla_id"),
                row.getString("cla_filed_by"),
                Columns.instant(row, "cla_filed_at"),
                row.getString("cla_words"),
                List.of(row.getArrayOfStrings("cla_attachments")),
                Columns.instant(row, "cla_answer_by"),
                row.getBoolean("cla_escalated"),
                Columns.optionalText(row, "cla_outcome")
                        .map(outcome -> new Answer(
                                Clarification.Outcome.valueOf(outcome),
                                new Text(row.getString("cla_reasons_zh"), row.getString("cla_reasons_en")),
                                row.getString("cla_answered_by"),
                                Columns.instant(row, "cla_answered_at"))));
    }

    /** What changed of the clarification; a penalty that has ended needs no answer any more. */
    static Write write(Write write, Optional<Penalty> before, Penalty after) {
        Optional<Clarification> known =
                before.flatMap(penalty -> penalty.hearing().clarification());
        Optional<Clarification> now = after.hearing().clarification();
        if (now.isEmpty()) {
            return write;
        }
        Write rows = now.equals(known)
                ? write
                : known.isEmpty() ? insert(write, after, now.get()) : update(write, now.get());
        boolean waits =
                now.get().state() == Clarification.State.OPEN && PenaltyCommand.WITHDRAW.allowedIn(after.status());
        if (waits) {
            return known.isPresent()
                    ? rows
                    : rows.with(Deadlines.schedule(
                            DeadlineKinds.CLARIFICATION, after.id(), now.get().answerBy()));
        }
        return rows.with(Deadlines.cancel(DeadlineKinds.CLARIFICATION, after.id()));
    }

    private static Write insert(Write write, Penalty penalty, Clarification said) {
        return write.with(
                INSERT,
                Tuple.tuple()
                        .addString(said.id())
                        .addString(penalty.id())
                        .addString(said.filedBy())
                        .addOffsetDateTime(Columns.time(said.filedAt()))
                        .addString(said.text())
                        .addArrayOfString(said.attachments().toArray(String[]::new))
                        .addOffsetDateTime(Columns.time(said.answerBy())));
    }

    private static Write update(Write write, Clarification said) {
        Optional<Answer> answer = said.answer();
        return write.with(
                UPDATE,
                Tuple.tuple()
                        .addString(said.id())
                        .addBoolean(said.escalated())
                        .addString(answer.map(given -> given.outcome().name()).orElse(null))
                        .addString(answer.map(given -> given.reasons().zh()).orElse(null))
                        .addString(answer.map(given -> given.reasons().en()).orElse(null))
                        .addString(answer.map(Answer::answeredBy).orElse(null))
                        .addOffsetDateTime(Columns.time(answer.map(Answer::answeredAt))));
    }
}
