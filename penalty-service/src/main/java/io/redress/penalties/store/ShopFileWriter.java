package io.redress.penalties.store;

import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.points.Entry;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes what a change touched: a subject with events is a row that changes, guarded by its version. */
final class ShopFileWriter {

    private static final String TARGET =
            "UPDATE shop SET target_version = $3::bigint WHERE id = $1::text AND target_version = $2::bigint";

    private static final String BUCKET = """
            UPDATE bucket SET version = $3::bigint, event_sequence = $4::bigint, chain_head = $5::bytea
            WHERE shop_id || ':' || bucket = $1::text AND shop_id = $6::text AND version = $2::bigint""";

    private static final String NEW_BUCKETS = """
            INSERT INTO bucket (shop_id, bucket, version, event_sequence, chain_head)
            SELECT $1::text, name, 0, 0, $3::bytea FROM unnest((SELECT $2::text[])) AS name ORDER BY name
            ON CONFLICT (shop_id, bucket) DO NOTHING""";

    private static final String ENTRIES = """
            INSERT INTO point_entry (id, shop_id, bucket, penalty_id, violation_id, kind, points, effective_at, known_at)
            SELECT id, $1::text, bucket, penalty_id, violation_id, kind, points, effective_at, known_at
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::timestamptz[], $9::timestamptz[])
                WITH ORDINALITY AS e (id, bucket, penalty_id, violation_id, kind, points, effective_at, known_at, ord)
            ORDER BY ord""";

    private final PenaltyWriter penalties = new PenaltyWriter();

    Write write(HeldShop before, ShopChange change, Map<String, Recorded> recorded) {
        ShopFile after = change.after();
        Write write = Write.none();
        for (Map.Entry<String, Recorded> touched : recorded.entrySet()) {
            write = write.and(subject(before, after, touched.getKey(), touched.getValue()));
        }
        if (after.targetVersion() != before.file().targetVersion()) {
            write = write.and(Write.guarded(
                    TARGET, Tuple.of(after.shopId(), before.file().targetVersion(), after.targetVersion())));
        }
        for (Credit credit : change.credits()) {
            write = write.with(PgCredits.insert(after.shopId(), credit));
        }
        return change.entries().isEmpty() ? write : write.with(ENTRIES, entries(after.shopId(), change.entries()));
    }

    private Write subject(HeldShop before, ShopFile after, String subject, Recorded recorded) {
        Revision revision = before.revision(subject);
        Optional<Penalty> penalty = after.penalty(subject);
        if (penalty.isPresent()) {
            Write write = penalties.write(before.file().penalty(subject), penalty.get(), revision, recorded);
            return revision.version() == 0 ? write.with(NEW_BUCKETS, buckets(penalty.get())) : write;
        }
        Optional<Measure> measure = after.measure(subject);
        if (measure.isPresent()) {
            return MeasureRows.write(before.file().measure(subject), measure.get(), after.shopId(), revision, recorded);
        }
        return Write.guarded(
                        BUCKET,
                        Tuple.of(
                                subject,
                                revision.version(),
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Buffer.buffer(recorded.after().chainHead()),
                                after.shopId()))
                .with(recorded);
    }

    private static Tuple buckets(Penalty penalty) {
        return Tuple.of(penalty.basis().shopId())
                .addArrayOfString(penalty.buckets().toArray(String[]::new))
                .addBuffer(Buffer.buffer(Revision.NEW.chainHead()));
    }

    private static Tuple entries(String shopId, List<Entry> entries) {
        return Tuple.of(shopId)
                .addArrayOfString(texts(entries, Entry::id))
                .addArrayOfString(texts(entries, Entry::bucket))
                .addArrayOfString(texts(entries, Entry::penaltyId))
                .addArrayOfString(texts(entries, Entry::violationId))
                .addArrayOfString(texts(entries, entry -> entry.kind().name()))
                .addArrayOfInteger(entries.stream().map(Entry::points).toArray(Integer[]::new))
                .addArrayOfOffsetDateTime(entries.stream()
                        .map(entry -> Columns.time(entry.effectiveAt()))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(entries.stream()
                        .map(entry -> Columns.time(entry.knownAt()))
                        .toArray(OffsetDateTime[]::new));
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }
}
