package io.redress.cases.store;

import io.redress.cases.app.AppealWindows;
import io.redress.cases.domain.AppealWindow;
import io.redress.cases.domain.AppealWindow.Statement;
import io.redress.cases.domain.AppealWindow.Status;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Lookup;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.Optional;

/** Appeal windows and their two deadlines. */
public final class PgAppealWindows implements AppealWindows {

    private static final String FIND = """
            SELECT penalty_id, merchant_id, shop_id, statement_id, issued_at, length_seconds, deemed_seconds, delivered_at,
                   closes_at, stopped_at, bounced_at, closed, version, event_sequence, chain_head
            FROM unnest((SELECT $1::text[])) AS q (asked)
            CROSS JOIN LATERAL (SELECT * FROM appeal_window WHERE penalty_id = q.asked LIMIT 1) w""";

    private static final String INSERT = """
            INSERT INTO appeal_window (penalty_id, merchant_id, shop_id, closed, version, event_sequence, chain_head)
            VALUES ($1, $2, $3, false, $4, $5, $6)""";

    private static final String UPDATE = """
            UPDATE appeal_window
            SET version = $3, event_sequence = $4, chain_head = $5, statement_id = $6, issued_at = $7, length_seconds = $8,
                deemed_seconds = $9, delivered_at = $10, closes_at = $11, stopped_at = $12, closed = $13,
                bounced_at = $14
            WHERE penalty_id = $1 AND version = $2""";

    private final Lookup<String, Loaded<AppealWindow>> windows =
            new Lookup<>((tx, penaltyIds) -> tx.query(FIND, Columns.keys(penaltyIds))
                    .map(rows -> Lookup.byKey(rows, row -> row.getString("penalty_id"), PgAppealWindows::loaded)));

    @Override
    public Future<Optional<Loaded<AppealWindow>>> find(Tx tx, String penaltyId) {
        return windows.find(tx, penaltyId);
    }

    static Loaded<AppealWindow> loaded(Row row) {
        Optional<Statement> statement = Columns.maybeText(row, "statement_id")
                .map(id -> new Statement(
                        id,
                        Columns.instant(row, "issued_at"),
                        Duration.ofSeconds(row.getLong("length_seconds")),
                        Duration.ofSeconds(row.getLong("deemed_seconds"))));
        AppealWindow window = new AppealWindow(
                row.getString("penalty_id"),
                row.getString("merchant_id"),
                row.getString("shop_id"),
                statement,
                Columns.maybeInstant(row, "delivered_at"),
                Columns.maybeInstant(row, "closes_at"),
                Columns.maybeInstant(row, "stopped_at"),
                Columns.maybeInstant(row, "bounced_at"),
                row.getBoolean("closed"));
        return new Loaded<>(window, Columns.revision(row));
    }

    @Override
    public Write insert(AppealWindow window, Recorded recorded) {
        Revision after = recorded.after();
        return Write.guarded(
                        INSERT,
                        Columns.tuple(
                                window.penaltyId(),
                                window.merchantId(),
                                window.shopId(),
                                after.version(),
                                after.sequence(),
                                Columns.head(after)))
                .with(recorded);
    }

    @Override
    public Write update(AppealWindow before, AppealWindow after, Revision guard, Recorded recorded) {
        Revision next = recorded.after();
        Write write = Write.guarded(
                        UPDATE,
                        Columns.tuple(
                                after.penaltyId(),
                                guard.version(),
                                next.version(),
                                next.sequence(),
                                Columns.head(next),
                                after.statement().map(Statement::statementId).orElse(null),
                                Columns.time(after.statement().map(Statement::issuedAt)),
                                after.statement()
                                        .map(statement -> statement.length().toSeconds())
                                        .orElse(null),
                                after.statement()
                                        .map(statement ->
                                                statement.deemedAfter().toSeconds())
                                        .orElse(null),
                                Columns.time(after.deliveredAt()),
                                Columns.time(after.closesAt()),
                                Columns.time(after.stoppedAt()),
                                after.closed(),
                                Columns.time(after.bouncedAt())))
                .with(recorded);
        return end(before, after, delivery(before, after, write));
    }

    private static Write delivery(AppealWindow before, AppealWindow after, Write write) {
        boolean waits = waitsForTime(after);
        boolean waited = waitsForTime(before);
        if (waits && !waited) {
            return write.with(Deadlines.schedule(
                    DEEMED_DELIVERY, after.penaltyId(), after.statement().get().deemedAt()));
        }
        return waited && !waits ? write.with(Deadlines.cancel(DEEMED_DELIVERY, after.penaltyId())) : write;
    }

    private static boolean waitsForTime(AppealWindow window) {
        return window.statement().isPresent()
                && window.deliveredAt().isEmpty()
                && window.bouncedAt().isEmpty();
    }

    private static Write end(AppealWindow before, AppealWindow after, Write write) {
        boolean runs = after.status() == Status.RUNNING;
        boolean ran = before.status() == Status.RUNNING;
        if (runs && !(ran && before.closesAt().equals(after.closesAt()))) {
            return write.with(
                    Deadlines.schedule(END, after.penaltyId(), after.closesAt().orElseThrow()));
        }
        return ran && !runs ? write.with(Deadlines.cancel(END, after.penaltyId())) : write;
    }
}
