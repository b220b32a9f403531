package io.redress.kit.messaging;

import io.redress.kit.faults.CrashPoint;
import io.redress.kit.faults.CrashPoints;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passes the crash points around the deletion of what was acknowledged, once for each type of event in it. */
final class CrashingOutboxStore extends OutboxStore {

    private final CrashPoints points;
    /** Of the batch read last. */
    private final Map<Long, String> types = new HashMap<>();

    CrashingOutboxStore(CrashPoints points) {
        this.points = points;
    }

    @Override
    Future<List<OutboxRow>> read(SqlConnection connection, Shard shard, Collection<String> withoutKeys, int limit) {
        return super.read(connection, shard, withoutKeys, limit).onSuccess(rows -> {
            types.clear();
            rows.forEach(row -> types.put(row.id(), Envelopes.type(row.envelope())));
        });
    }

    @Override
    Future<Void> delete(SqlConnection connection, List<Long> ids) {
        List<String> deleted = ids.stream().map(types::get).distinct().toList();
        deleted.forEach(type -> points.reach(CrashPoint.BEFORE_ACKNOWLEDGE, type));
        return super.delete(connection, ids)
                .onSuccess(gone -> deleted.forEach(type -> points.reach(CrashPoint.AFTER_ACKNOWLEDGE, type)));
    }
}
