package io.redress.penalties.store;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.Parties;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Tables merchant and shop. */
public final class PgParties implements Parties {

    private static final String MERCHANT = """
            SELECT id, name, language, email, version, event_sequence, chain_head FROM merchant WHERE id = $1""";

    private static final String SHOP = """
            SELECT id, merchant_id, opened_at, version, event_sequence, chain_head FROM shop WHERE id = $1""";

    private static final String SAVE_MERCHANT = """
            INSERT INTO merchant AS m (id, name, language, email, version, event_sequence, chain_head)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::bigint, $6::bigint, $7::bytea)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, language = excluded.language, email = excluded.email,
                version = excluded.version, event_sequence = excluded.event_sequence, chain_head = excluded.chain_head
            WHERE m.version = excluded.version - 1""";

    private static final String SAVE_SHOP = """
            INSERT INTO shop AS s (id, merchant_id, opened_at, version, event_sequence, chain_head)
            VALUES ($1::text, $2::text, $3::timestamptz, $4::bigint, $5::bigint, $6::bytea)
            ON CONFLICT (id) DO UPDATE SET merchant_id = excluded.merchant_id, opened_at = excluded.opened_at,
                version = excluded.version, event_sequence = excluded.event_sequence, chain_head = excluded.chain_head
            WHERE s.version = excluded.version - 1""";

    @Override
    public Future<Optional<Loaded<Merchant>>> merchant(Tx tx, String id) {
        return tx.query(MERCHANT, Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            Merchant merchant = new Merchant(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("language"),
                    Columns.optionalText(row, "email"));
            return Optional.of(new Loaded<>(merchant, Columns.revision(row)));
        });
    }

    @Override
    public Future<Optional<Loaded<Shop>>> shop(Tx tx, String id) {
        return tx.query(SHOP, Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            Shop shop = new Shop(row.getString("id"), row.getString("merchant_id"), Columns.instant(row, "opened_at"));
            return Optional.of(new Loaded<>(shop, Columns.revision(row)));
        });
    }

    @Override
    public Write save(Merchant merchant, Recorded recorded) {
        return Write.guarded(
                        SAVE_MERCHANT,
                        Tuple.of(
                                merchant.id(),
                                merchant.name(),
                                merchant.language(),
                                merchant.email().orElse(null),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
    }

    @Override
    public Write save(Shop shop, Recorded recorded) {
        return Write.guarded(
                        SAVE_SHOP,
                        Tuple.of(
                                shop.id(),
                                shop.merchantId(),
                                Columns.time(shop.openedAt()),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
    }
}
