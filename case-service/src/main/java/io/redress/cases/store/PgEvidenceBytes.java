package io.redress.cases.store;

import io.redress.cases.app.evidence.EvidenceBytes;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which bytes may lie in the store. A content's row is the lock: a pin changes it, and so does its condemnation, so that
 * each sees what the other has done. Pins are timed by machine time.
 */
public final class PgEvidenceBytes implements EvidenceBytes {

    // Says "not suspect", so that whoever waits here to condemn it finds that it no longer fits.
    private static final String KNOW = """
            INSERT INTO evidence_content (sha256, bytes) VALUES ($1, $2)
            ON CONFLICT (sha256) DO UPDATE SET suspect = false WHERE NOT evidence_content.removing
            RETURNING sha256""";

    private static final String PIN = "INSERT INTO evidence_pin (pin_id, sha256) VALUES ($1, $2)";

    private static final String UNPIN = """
            WITH ended AS (DELETE FROM evidence_pin WHERE pin_id = $1 RETURNING sha256)
            UPDATE evidence_content SET suspect = true WHERE sha256 IN (SELECT sha256 FROM ended)""";

    private static final String END_OLD_PINS = """
            WITH ended AS (DELETE FROM evidence_pin WHERE at < now() - make_interval(secs => $1) RETURNING sha256)
            UPDATE evidence_content SET suspect = true WHERE sha256 IN (SELECT sha256 FROM ended)""";

    // Locks the suspects first and asks about their references after that: whoever pinned one meanwhile has changed it.
    private static final String SUSPECTS = """
            SELECT sha256 FROM evidence_content WHERE suspect AND NOT removing
            ORDER BY sha256 LIMIT $1 FOR UPDATE SKIP LOCKED""";

    private static final String CONDEMN = """
            UPDATE evidence_content c
            SET suspect = false,
                removing = NOT EXISTS (SELECT 1 FROM evidence_file f WHERE f.sha256 = c.sha256 AND f.deleted_at IS NULL)
                       AND NOT EXISTS (SELECT 1 FROM evidence_pin p WHERE p.sha256 = c.sha256)
            WHERE c.sha256 = ANY ($1::text[])""";

    private static final String NEXT_CONDEMNED = """
            SELECT sha256 FROM evidence_content WHERE removing
            ORDER BY sha256 LIMIT 1 FOR UPDATE SKIP LOCKED""";

    private static final String REMOVED = "DELETE FROM evidence_content WHERE sha256 = $1 AND removing";

    private static final String TO_SCAN =
            "SELECT evidence_id AS name FROM evidence_file WHERE scan_wanted ORDER BY evidence_id LIMIT $1";

    private final Duration longestUpload;

    /** @param longestUpload after which a pin is of an upload that is no more */
    public PgEvidenceBytes(Duration longestUpload) {
        this.longestUpload = longestUpload;
    }

    @Override
    public Future<Boolean> pin(Tx tx, String pinId, String sha256, long bytes) {
        return tx.query(KNOW, Columns.tuple(sha256, bytes))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(false)
                        : tx.query(PIN, Columns.tuple(pinId, sha256)).map(pinned -> true));
    }

    @Override
    public Future<Void> unpin(Tx tx, String pinId) {
        return tx.query(UNPIN, Columns.tuple(pinId)).mapEmpty();
    }

    @Override
    public Future<Void> endOldPins(Tx tx) {
        return tx.query(END_OLD_PINS, Columns.tuple((double) longestUpload.toSeconds()))
                .mapEmpty();
    }

    @Override
    public Future<Integer> condemn(Tx tx, int most) {
        return tx.query(SUSPECTS, Columns.tuple(most)).compose(rows -> {
            List<String> suspects = names(rows, "sha256");
            return suspects.isEmpty()
                    ? Future.succeededFuture(0)
                    : tx.query(CONDEMN, Columns.tuple((Object) suspects.toArray(String[]::new)))
                            .map(condemned -> suspects.size());
        });
    }

    @Override
    public Future<List<String>> nextCondemned(Tx tx) {
        return tx.query(NEXT_CONDEMNED, Columns.tuple()).map(rows -> names(rows, "sha256"));
    }

    @Override
    public Future<Void> removed(Tx tx, String sha256) {
        return tx.query(REMOVED, Columns.tuple(sha256)).mapEmpty();
    }

    @Override
    public Future<List<String>> toScan(Tx tx, int most) {
        return tx.query(TO_SCAN, Columns.tuple(most)).map(rows -> names(rows, "name"));
    }

    private static List<String> names(RowSet<Row> rows, String column) {
        List<String> names = new ArrayList<>();
        rows.forEach(row -> names.add(row.getString(column)));
        return names;
    }
}
