package io.redress.penalties.store;

import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.seal.TermsStore;
import io.redress.penalties.domain.seal.SealedTerms;
import io.redress.penalties.domain.seal.SealedTerms.Term;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Table sealed_terms: one row, the set in force. */
public final class PgTerms implements TermsStore {

    private static final String FIND = "SELECT en, zh, version, event_sequence, chain_head FROM sealed_terms";

    private static final String VERSION = "SELECT version FROM sealed_terms";

    private static final String SAVE = """
            INSERT INTO sealed_terms AS s (id, en, zh, version, event_sequence, chain_head)
            VALUES ('sealed-terms', $1::text[], $2::text[], $3::bigint, $4::bigint, $5::bytea)
            ON CONFLICT (id) DO UPDATE SET en = excluded.en, zh = excluded.zh, version = excluded.version,
                event_sequence = excluded.event_sequence, chain_head = excluded.chain_head
            WHERE s.version = excluded.version - 1""";

    @Override
    public Future<Loaded<SealedTerms>> find(Tx tx) {
        return tx.query(FIND, Tuple.tuple()).map(rows -> {
            if (rows.size() == 0) {
                return new Loaded<>(new SealedTerms(List.of()), Revision.NEW);
            }
            Row row = rows.iterator().next();
            String[] en = row.getArrayOfStrings("en");
            String[] zh = row.getArrayOfStrings("zh");
            List<Term> terms = new ArrayList<>();
            for (int i = 0; i < en.length; i++) {
                terms.add(new Term(en[i], zh[i]));
            }
            return new Loaded<>(new SealedTerms(terms), Columns.revision(row));
        });
    }

    @Override
    public Future<Long> version(Tx tx) {
        return tx.query(VERSION, Tuple.tuple())
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("version"));
    }

    @Override
    public Write save(SealedTerms terms, Recorded recorded) {
        return Write.guarded(
                        SAVE,
                        Tuple.tuple()
                                .addArrayOfString(
                                        terms.terms().stream().map(Term::en).toArray(String[]::new))
                                .addArrayOfString(
                                        terms.terms().stream().map(Term::zh).toArray(String[]::new))
                                .addLong(recorded.after().version())
                                .addLong(recorded.after().sequence())
                                .addBuffer(Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
    }
}
