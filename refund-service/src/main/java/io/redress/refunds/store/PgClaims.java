package io.redress.refunds.store;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.refunds.app.Claims;
import io.redress.refunds.domain.Claim;
import io.redress.refunds.domain.ClaimEvent;
import io.redress.refunds.domain.ClaimKind;
import io.redress.refunds.domain.ClaimOrder;
import io.redress.refunds.domain.Entry;
import io.redress.refunds.domain.Money;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Claims in the table {@code claim}, answers in {@code applied_effect}. */
public final class PgClaims implements Claims {
    private static final String FIND = """
            SELECT * FROM claim WHERE id = $1""";

    private static final String ANSWERED = """
            SELECT 1 FROM applied_effect WHERE effect_id = $1""";

    private static final String OF_CASE = """
            SELECT * FROM claim
             WHERE case_id = $1
               AND ($2::text IS NULL OR merchant_id = $2::text)
               AND ($3::text IS NULL OR id > $3::text)
             ORDER BY id
             LIMIT $4""";

    private static final String OF_MERCHANT = """
            SELECT * FROM claim
             WHERE merchant_id = $1 AND ($2::text IS NULL OR id < $2::text)
             ORDER BY id DESC
             LIMIT $3""";

    private static final String INSERT = """
            INSERT INTO claim (id, version, event_sequence, chain_head, kind, status, merchant_id, case_id, ruling_id,
                               penalty_id, effect_id, amount_minor, currency, entry_id, reason, decided_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)""";

    private static final String ANSWER = """
            INSERT INTO applied_effect (effect_id, claim_id, result, answered_at) VALUES ($1, $2, $3, $4)""";

    private final EventRecorder recorder;
    private final Function<ClaimEvent, OutgoingEvent> messages;

    /**
     * @param recorder numbers and chains the events
     * @param messages turns an event into what others are told
     */
    public PgClaims(EventRecorder recorder, Function<ClaimEvent, OutgoingEvent> messages) {
        this.recorder = recorder;
        this.messages = messages;
    }

    @Override
    public Future<Optional<Loaded<Claim>>> find(String claimId, Tx tx) {
        return tx.query(FIND, Tuple.of(claimId)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(claim(row));
            }
            return Optional.empty();
        });
    }

    @Override
    public Future<Boolean> answered(String effectId, Tx tx) {
        return tx.query(ANSWERED, Tuple.of(effectId)).map(rows -> rows.size() > 0);
    }

    @Override
    public Future<List<Loaded<Claim>>> ofCase(
            String caseId, Optional<String> merchantId, Optional<String> after, int limit, Tx tx) {
        return tx.query(OF_CASE, Tuple.of(caseId, merchantId.orElse(null), after.orElse(null), limit))
                .map(PgClaims::claims);
    }

    @Override
    public Future<List<Loaded<Claim>>> ofMerchant(String merchantId, Optional<String> before, int limit, Tx tx) {
        return tx.query(OF_MERCHANT, Tuple.of(merchantId, before.orElse(null), limit))
                .map(PgClaims::claims);
    }

    private static List<Loaded<Claim>> claims(RowSet<Row> rows) {
        List<Loaded<Claim>> claims = new ArrayList<>();
        rows.forEach(row -> claims.add(claim(row)));
        return claims;
    }

    @Override
    public Write decide(CommandContext context, Claim.Change change) {
        Claim claim = change.claim();
        ClaimOrder order = claim.order();
        List<OutgoingEvent> events = change.events().stream().map(messages).toList();
        Recorded recorded = recorder.record(context, claim.id(), Revision.NEW, events);
        String result = claim.status() == Claim.Status.BOOKED ? "APPLIED" : "FAILED";
        Write write = Write.guarded(INSERT, arguments(claim, recorded.after()))
                .with(ANSWER, Tuple.of(order.effectId(), claim.id(), result, utc(claim.decidedAt())));
        Optional<Entry.Posting> posting = change.posting();
        if (posting.isPresent()) {
            write = write.and(PgLedger.write(posting.get()));
        }
        return write.with(recorded);
    }

    private static Tuple arguments(Claim claim, Revision revision) {
        ClaimOrder order = claim.order();
        return Tuple.tuple()
                .addString(claim.id())
                .addLong(revision.version())
                .addLong(revision.sequence())
                .addBuffer(Buffer.buffer(revision.chainHead()))
                .addString(order.kind().name())
                .addString(claim.status().name())
                .addString(order.merchantId())
                .addString(order.caseId())
                .addString(order.rulingId())
                .addString(order.penaltyId().orElse(null))
                .addString(order.effectId())
                .addLong(order.amount().amountMinor())
                .addString(order.amount().currency())
                .addString(claim.entryId().orElse(null))
                .addString(claim.reason().orElse(null))
                .addOffsetDateTime(utc(claim.decidedAt()));
    }

    private static Loaded<Claim> claim(Row row) {
        ClaimOrder order = new ClaimOrder(
                ClaimKind.valueOf(row.getString("kind")),
                row.getString("id"),
                row.getString("effect_id"),
                row.getString("merchant_id"),
                row.getString("case_id"),
                row.getString("ruling_id"),
                Optional.ofNullable(row.getString("penalty_id")),
                new Money(row.getLong("amount_minor"), row.getString("currency")));
        Claim claim = new Claim(
                order,
                Claim.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("entry_id")),
                Optional.ofNullable(row.getString("reason")),
                row.getOffsetDateTime("decided_at").toInstant());
        Revision revision = new Revision(
                row.getLong("version"),
                row.getLong("event_sequence"),
                row.getBuffer("chain_head").getBytes());
        return new Loaded<>(claim, revision);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
