package io.redress.notifications.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.notifications.app.Merchants;
import io.redress.notifications.domain.Language;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Merchants in the table {@code merchant}. */
public final class PgMerchants implements Merchants {
    private static final String LANGUAGE = """
            SELECT coalesce(p.language, m.language) AS language
              FROM merchant m
              LEFT JOIN preference p ON p.recipient_kind = 'MERCHANT' AND p.recipient_id = m.id
             WHERE m.id = $1""";

    private static final String NAME = """
            SELECT name FROM merchant WHERE id = $1""";

    private static final String REMEMBER = """
            INSERT INTO merchant (id, name, language, sequence) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO UPDATE
               SET name = EXCLUDED.name, language = EXCLUDED.language, sequence = EXCLUDED.sequence
             WHERE merchant.sequence < EXCLUDED.sequence""";

    @Override
    public Future<Optional<Language>> language(String merchantId, Tx tx) {
        return tx.query(LANGUAGE, Tuple.of(merchantId)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(Language.valueOf(row.getString("language")));
            }
            return Optional.empty();
        });
    }

    @Override
    public Future<Optional<String>> name(String merchantId, Tx tx) {
        return tx.query(NAME, Tuple.of(merchantId)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(row.getString("name"));
            }
            return Optional.empty();
        });
    }

    @Override
    public Write remember(String merchantId, String name, Language language, long sequence) {
        return Write.none().with(REMEMBER, Tuple.of(merchantId, name, language.name(), sequence));
    }
}
