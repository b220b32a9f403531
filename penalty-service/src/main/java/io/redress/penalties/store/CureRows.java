package io.redress.penalties.store;

import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.domain.penalty.Cure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.redress.penalties.domain.penalty.ProofOfCure.Answer;
import io.redress.penalties.domain.rulebook.Text;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Table proof_of_cure and the columns of a penalty's cure, with the deadline of the answer. */
final class CureRows {

    /** The proof {@code k} under names of its own. */
    static final String COLUMNS = """
            k.id AS prf_id, k.filed_by AS prf_filed_by, k.filed_at AS prf_filed_at, k.words AS prf_words,
            k.attachments AS prf_attachments, k.verification_id AS prf_verification_id, k.answer_by AS prf_answer_by,
            k.escalated AS prf_escalated, k.outcome AS prf_outcome, k.reasons_zh AS prf_reasons_zh,
            k.reasons_en AS prf_reasons_en, k.answered_by AS prf_answered_by, k.answered_at AS prf_answered_at""";

    private static final String INSERT = """
            INSERT INTO proof_of_cure (id, penalty_id, filed_by, filed_at, words, attachments, answer_by, escalated,
                verification_id, outcome, reasons_zh, reasons_en, answered_by, answered_at)
            VALUES ($1::text, $2::text, $3::text, $4::timestamptz, $5::text, $6::text[], $7::timestamptz, $8::boolean,
                $9::text, $10::text, $11::text, $12::text, $13::text, $14::timestamptz)""";

    private static final String UPDATE = """
            UPDATE proof_of_cure SET escalated = $2::boolean, verification_id = $3::text, outcome = $4::text,
                reasons_zh = $5::text, reasons_en = $6::text, answered_by = $7::text, answered_at = $8::timestamptz
            WHERE id = $1::text AND outcome IS NULL""";

    private CureRows() {}

    static Cure cure(Row row) {
        return new Cure(
                Columns.optionalInstant(row, "cure_until"),
                Columns.optionalText(row, "cure_repeats"),
                Columns.optionalText(row, "prf_id").map(id -> proof(row)));
    }

    static ProofOfCure proof(Row row) {
        return new ProofOfCure(
                row.getString("prf_id"),
                row.getString("prf_filed_by"),
                Columns.instant(row, "prf_filed_at"),
                Columns.optionalText(row, "prf_words"),
                List.of(row.getArrayOfStrings("prf_attachments")),
                Columns.optionalText(row, "prf_verification_id"),
                Columns.instant(row, "prf_answer_by"),
                row.getBoolean("prf_escalated"),
                Columns.optionalText(row, "prf_outcome")
                        .map(outcome -> new Answer(
                                ProofOfCure.Outcome.valueOf(outcome),
                                new Text(row.getString("prf_reasons_zh"), row.getString("prf_reasons_en")),
                                row.getString("prf_answered_by"),
                                Columns.instant(row, "prf_answered_at"))));
    }

    /** What changed of the proof; a penalty that has ended needs no answer any more. */
    static Write write(Write write, Optional<Penalty> before, Penalty after) {
        Optional<ProofOfCure> known = before.flatMap(penalty -> penalty.cure().proof());
        Optional<ProofOfCure> now = after.cure().proof();
        if (now.isEmpty()) {
            return write;
        }
        ProofOfCure proof = now.get();
        boolean fresh = known.filter(earlier -> earlier.id().equals(proof.id())).isEmpty();
        Write rows = now.equals(known) ? write : fresh ? insert(write, after, proof) : update(write, proof);
        boolean waits = proof.state() == ProofOfCure.State.OPEN && PenaltyCommand.CURE.allowedIn(after.status());
        if (waits) {
            return fresh
                    ? rows.with(Deadlines.schedule(DeadlineKinds.PROOF_OF_CURE, after.id(), proof.answerBy()))
                    : rows;
        }
        return rows.with(Deadlines.cancel(DeadlineKinds.PROOF_OF_CURE, after.id()));
    }

    /** Adds the penalty's own columns. */
    static Tuple cure(Tuple row, Cure cure) {
        return row.addOffsetDateTime(Columns.time(cure.until()))
                .addString(cure.repeats().orElse(null))
                .addString(cure.proof().map(ProofOfCure::id).orElse(null));
    }

    private static Write insert(Write write, Penalty penalty, ProofOfCure proof) {
        Tuple row = Tuple.tuple()
                .addString(proof.id())
                .addString(penalty.id())
                .addString(proof.filedBy())
                .addOffsetDateTime(Columns.time(proof.filedAt()))
                .addString(proof.text().orElse(null))
                .addArrayOfString(proof.attachments().toArray(String[]::new))
                .addOffsetDateTime(Columns.time(proof.answerBy()))
                .addBoolean(proof.escalated());
        return write.with(INSERT, answer(row, proof));
    }

    private static Write update(Write write, ProofOfCure proof) {
        return write.with(UPDATE, answer(Tuple.tuple().addString(proof.id()).addBoolean(proof.escalated()), proof));
    }

    private static Tuple answer(Tuple row, ProofOfCure proof) {
        Optional<Answer> answer = proof.answer();
        return row.addString(proof.verificationId().orElse(null))
                .addString(answer.map(given -> given.outcome().name()).orElse(null))
                .addString(answer.map(given -> given.reasons().zh()).orElse(null))
                .addString(answer.map(given -> given.reasons().en()).orElse(null))
                .addString(answer.map(Answer::answeredBy).orElse(null))
                .addOffsetDateTime(Columns.time(answer.map(Answer::answeredAt)));
    }
}
