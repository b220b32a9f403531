package io.redress.penalties.store;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Tables rulebook and rulebook_clause. A version is parsed once: registered text never changes. */
public final class PgRulebooks implements RulebookStore {

    private static final String NUMBERS = "SELECT number FROM rulebook";

    private static final String DOCUMENTS = "SELECT number, document FROM rulebook WHERE number = ANY($1::integer[])";

    private static final String HOLD = "SELECT pg_advisory_xact_lock(hashtext('penalties.rulebook'))";

    private static final String FIND =
            "SELECT number, document, version, event_sequence, chain_head FROM rulebook WHERE number = $1";

    private static final String INSERT = """
            INSERT INTO rulebook (number, published_at, effective_from, document, version, event_sequence, chain_head)
            VALUES ($1::integer, $2::timestamptz, $3::timestamptz, $4::text, $5::bigint, $6::bigint, $7::bytea)""";

    private static final String INSERT_CLAUSES = """
            INSERT INTO rulebook_clause (number, clause_id, bucket, act_kind, closure_eligible)
            SELECT $1::integer, * FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::boolean[])""";

    private final Function<String, Rulebook> parser;
    private final Map<Integer, Rulebook> parsed = new ConcurrentHashMap<>();

    /** @param parser reads a registered document */
    public PgRulebooks(Function<String, Rulebook> parser) {
        this.parser = parser;
    }

    @Override
    public Future<Rulebooks> all(Tx tx) {
        return tx.query(NUMBERS, Tuple.tuple()).compose(rows -> {
            List<Integer> numbers = new ArrayList<>();
            rows.forEach(row -> numbers.add(row.getInteger("number")));
            Integer[] missing = numbers.stream()
                    .filter(number -> !parsed.containsKey(number))
                    .toArray(Integer[]::new);
            Future<Void> complete = missing.length == 0 ? Future.succeededFuture() : parse(tx, missing);
            return complete.map(
                    done -> new Rulebooks(numbers.stream().map(parsed::get).toList()));
        });
    }

    @Override
    public Future<Void> holdNumbers(Tx tx) {
        return tx.query(HOLD, Tuple.tuple()).mapEmpty();
    }

    private Future<Void> parse(Tx tx, Integer[] numbers) {
        return tx.query(DOCUMENTS, Tuple.tuple().addArrayOfInteger(numbers)).map(rows -> {
            rows.forEach(row -> parsed.put(row.getInteger("number"), parser.apply(row.getString("document"))));
            return null;
        });
    }

    @Override
    public Future<Optional<Loaded<Registered>>> find(Tx tx, int version) {
        return tx.query(FIND, Tuple.of(version)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            Row row = rows.iterator().next();
            String document = row.getString("document");
            return Optional.of(new Loaded<>(new Registered(parser.apply(document), document), Columns.revision(row)));
        });
    }

    @Override
    public Write insert(Registered registered, Recorded recorded) {
        Rulebook rulebook = registered.rulebook();
        List<Clause> clauses = rulebook.clauses();
        return Write.guarded(
                        INSERT,
                        Tuple.of(
                                rulebook.version(),
                                Columns.time(rulebook.publishedAt()),
                                Columns.time(rulebook.effectiveFrom()),
                                registered.document(),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Buffer.buffer(recorded.after().chainHead())))
                .with(
                        INSERT_CLAUSES,
                        Tuple.of(rulebook.version())
                                .addArrayOfString(
                                        clauses.stream().map(Clause::id).toArray(String[]::new))
                                .addArrayOfString(
                                        clauses.stream().map(Clause::bucket).toArray(String[]::new))
                                .addArrayOfString(
                                        clauses.stream().map(Clause::actKind).toArray(String[]::new))
                                .addArrayOfBoolean(clauses.stream()
                                        .map(Clause::closureEligible)
                                        .toArray(Boolean[]::new)))
                .with(recorded);
    }
}
