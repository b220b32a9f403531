package io.redress.penalties.store;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.milestone.Enrolments;
import io.redress.penalties.domain.milestone.Claim;
import io.redress.penalties.domain.milestone.Enrolment;
import io.redress.penalties.domain.milestone.Verification;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Tables enrolment and milestone_verification. */
public final class PgEnrolments implements Enrolments {

    private static final String FIND = "SELECT * FROM enrolment WHERE programme_id = $1 AND shop_id = $2";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String BY_REFERENCE = """
            SELECT v.*, e.shop_id FROM milestone_verification v JOIN enrolment e ON e.id = v.enrolment_id
            WHERE v.programme_id = $1 AND v.verifier_id = $2 AND v.reference = $3""";

    private static final String VERIFIED =
            "SELECT 1 FROM milestone_verification WHERE enrolment_id = $1 AND milestone_id = $2 LIMIT 1";

    private static final String INSERT = """
            INSERT INTO enrolment (id, programme_id, merchant_id, shop_id, enrolled_at, version, event_sequence, chain_head)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz, $6::bigint, $7::bigint, $8::bytea)""";

    private static final String TOUCH = """
            UPDATE enrolment SET version = $2::bigint, event_sequence = $3::bigint, chain_head = $4::bytea
            WHERE id = $1::text AND version = $5::bigint""";

    private static final String VERIFICATION = """
            INSERT INTO milestone_verification (id, enrolment_id, programme_id, milestone_id, verifier_id, reference, about,
                achieved_at, verified_at, signature, credited)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::timestamptz, $9::timestamptz,
                $10::text, $11::integer)""";

    @Override
    public Future<Optional<Loaded<Enrolment>>> find(Tx tx, String programmeId, String shopId) {
        return one(tx, FIND, programmeId, shopId);
    }

    @Override
    public Future<Optional<Loaded<Enrolment>>> lock(Tx tx, String programmeId, String shopId) {
        return one(tx, LOCK, programmeId, shopId);
    }

    @Override
    public Future<Optional<Verification>> byReference(Tx tx, String programmeId, String verifierId, String reference) {
        return tx.query(BY_REFERENCE, Tuple.of(programmeId, verifierId, reference))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(verification(rows.iterator().next())));
    }

    @Override
    public Future<Boolean> verified(Tx tx, Enrolment enrolment, String milestoneId) {
        return tx.query(VERIFIED, Tuple.of(enrolment.id(), milestoneId)).map(rows -> rows.size() > 0);
    }

    @Override
    public Write insert(Enrolment enrolment, Recorded recorded) {
        return Write.guarded(
                        INSERT,
                        Tuple.tuple()
                                .addString(enrolment.id())
                                .addString(enrolment.programmeId())
                                .addString(enrolment.merchantId())
                                .addString(enrolment.shopId())
                                .addOffsetDateTime(Columns.time(enrolment.enrolledAt()))
                                .addLong(recorded.after().version())
                                .addLong(recorded.after().sequence())
                                .addBuffer(Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
    }

    @Override
    public Write insert(Verification verification, Loaded<Enrolment> of, Recorded recorded) {
        Claim claim = verification.claim();
        return Write.guarded(
                        TOUCH,
                        Tuple.of(
                                verification.enrolmentId(),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Buffer.buffer(recorded.after().chainHead()),
                                of.revision().version()))
                .with(
                        VERIFICATION,
                        Tuple.tuple()
                                .addString(verification.id())
                                .addString(verification.enrolmentId())
                                .addString(claim.programmeId())
                                .addString(claim.milestoneId())
                                .addString(verification.verifierId())
                                .addString(claim.reference())
                                .addString(claim.about().orElse(null))
                                .addOffsetDateTime(Columns.time(claim.achievedAt()))
                                .addOffsetDateTime(Columns.time(verification.verifiedAt()))
                                .addString(claim.signature())
                                .addInteger(verification.credited()))
                .with(recorded);
    }

    private static Future<Optional<Loaded<Enrolment>>> one(Tx tx, String sql, String programmeId, String shopId) {
        return tx.query(sql, Tuple.of(programmeId, shopId)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            Enrolment enrolment = new Enrolment(
                    row.getString("id"),
                    row.getString("programme_id"),
                    row.getString("merchant_id"),
                    row.getString("shop_id"),
                    Columns.instant(row, "enrolled_at"));
            return Optional.of(new Loaded<>(enrolment, Columns.revision(row)));
        });
    }

    static Verification verification(Row row) {
        return new Verification(
                row.getString("id"),
                row.getString("enrolment_id"),
                row.getString("verifier_id"),
                new Claim(
                        row.getString("programme_id"),
                        row.getString("milestone_id"),
                        row.getString("shop_id"),
                        Columns.optionalText(row, "about"),
                        Columns.instant(row, "achieved_at"),
                        row.getString("reference"),
                        row.getString("signature")),
                Columns.instant(row, "verified_at"),
                row.getInteger("credited"));
    }
}
