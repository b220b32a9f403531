package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.seal.ChallengeState;
import io.redress.penalties.app.seal.Challenges;
import io.redress.penalties.domain.rulebook.Text;
import io.redress.penalties.domain.seal.SealAnswer;
import io.redress.penalties.domain.seal.SealChallenge;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table seal_challenge. */
public final class PgChallenges implements Challenges {

    private static final String COLUMNS = """
            SELECT id, penalty_id, raised_by, grounds_zh, grounds_en, asked_for, raised_at, answer_by, lapsed, outcome,
                   reasons_zh, reasons_en, disclosure_zh, disclosure_en, answered_by, answered_at
            FROM seal_challenge WHERE\s""";

    private static final String FIND = COLUMNS + "id = $1";

    private static final String OF = COLUMNS + "penalty_id = $1 ORDER BY position";

    private static final String PAGE = COLUMNS + """
            ($1::text IS NULL OR $1::text = CASE WHEN outcome IS NOT NULL THEN 'ANSWERED'
                                                 WHEN lapsed THEN 'LAPSED' ELSE 'OPEN' END)
              AND id > $2::text ORDER BY id LIMIT $3""";

    private static final String INSERT = """
            INSERT INTO seal_challenge (id, penalty_id, raised_by, grounds_zh, grounds_en, asked_for, raised_at, answer_by)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::timestamptz, $8::timestamptz)""";

    private static final String UPDATE = """
            UPDATE seal_challenge SET lapsed = $2::boolean, outcome = $3::text, reasons_zh = $4::text, reasons_en = $5::text,
                disclosure_zh = $6::text, disclosure_en = $7::text, answered_by = $8::text, answered_at = $9::timestamptz
            WHERE id = $1::text AND outcome IS NULL""";

    @Override
    public Future<Optional<SealChallenge>> find(Tx tx, String challengeId) {
        return rows(tx, FIND, challengeId).map(found -> found.stream().findFirst());
    }

    @Override
    public Future<List<SealChallenge>> of(Tx tx, String penaltyId) {
        return rows(tx, OF, penaltyId);
    }

    @Override
    public Future<List<SealChallenge>> page(Tx tx, Optional<ChallengeState> state, Optional<String> after, int limit) {
        Tuple arguments = Tuple.tuple()
                .addString(state.map(Enum::name).orElse(null))
                .addString(after.orElse(""))
                .addInteger(limit);
        return tx.query(PAGE, arguments).map(PgChallenges::challenges);
    }

    @Override
    public Write insert(SealChallenge challenge) {
        return Write.guarded(
                INSERT,
                Tuple.of(
                        challenge.id(),
                        challenge.penaltyId(),
                        challenge.raisedBy(),
                        challenge.grounds().zh(),
                        challenge.grounds().en(),
                        challenge.askedFor(),
                        Columns.time(challenge.raisedAt()),
                        Columns.time(challenge.answerBy())));
    }

    @Override
    public Write update(SealChallenge challenge) {
        Optional<SealAnswer> answer = challenge.answer();
        Optional<Text> disclosure = answer.flatMap(SealAnswer::disclosure);
        return Write.guarded(
                UPDATE,
                Tuple.tuple()
                        .addString(challenge.id())
                        .addBoolean(challenge.lapsed())
                        .addString(answer.map(given -> given.result().name()).orElse(null))
                        .addString(answer.map(given -> given.reasons().zh()).orElse(null))
                        .addString(answer.map(given -> given.reasons().en()).orElse(null))
                        .addString(disclosure.map(Text::zh).orElse(null))
                        .addString(disclosure.map(Text::en).orElse(null))
                        .addString(answer.map(SealAnswer::answeredBy).orElse(null))
                        .addOffsetDateTime(Columns.time(answer.map(SealAnswer::answeredAt))));
    }

    private static Future<List<SealChallenge>> rows(Tx tx, String sql, String id) {
        return tx.query(sql, Tuple.of(id)).map(PgChallenges::challenges);
    }

    private static List<SealChallenge> challenges(RowSet<Row> rows) {
        List<SealChallenge> challenges = new ArrayList<>();
        rows.forEach(row -> challenges.add(challenge(row)));
        return challenges;
    }

    private static SealChallenge challenge(Row row) {
        return new SealChallenge(
                row.getString("id"),
                row.getString("penalty_id"),
                row.getString("raised_by"),
                new Text(row.getString("grounds_zh"), row.getString("grounds_en")),
                row.getString("asked_for"),
                Columns.instant(row, "raised_at"),
                Columns.instant(row, "answer_by"),
                row.getBoolean("lapsed"),
                Columns.optionalText(row, "outcome").map(outcome -> answer(row, outcome)));
    }

    private static SealAnswer answer(Row row, String outcome) {
        return new SealAnswer(
                SealAnswer.Result.valueOf(outcome),
                new Text(row.getString("reasons_zh"), row.getString("reasons_en")),
                Columns.optionalText(row, "disclosure_zh").map(zh -> new Text(zh, row.getString("disclosure_en"))),
                row.getString("answered_by"),
                Columns.instant(row, "answered_at"));
    }
}
