package io.redress.kit.audit;

import io.redress.kit.audit.CheckpointFile.Checkpoint;
import io.redress.kit.audit.CheckpointFile.Head;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Signed marks of the history, kept outside the database: whoever rewrites a chain and computes all its hashes anew
 * still contradicts what was signed. A checkpoint holds the heads that changed since the one before; what is committed
 * is told by transaction ids, so that a slow transaction is never left out.
 */
public final class Checkpoints {

    private static final int HEADS_PER_LINE = 2_000;

    private static final String MARK = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark";

    private static final String HEADS = """
            SELECT DISTINCT ON (subject) subject, sequence, encode(hash, 'hex') AS hash FROM history
            WHERE xid >= $1::text::xid8 AND xid < $2::text::xid8 AND subject > $3
            ORDER BY subject, sequence DESC LIMIT $4""";

    private static final String CONTRADICTED = """
            SELECT signed.subject, signed.sequence
            FROM unnest((SELECT $1::text[]), $2::bigint[], $3::text[]) AS signed (subject, sequence, hash)
            LEFT JOIN history h ON h.subject = signed.subject AND h.sequence = signed.sequence
            WHERE h.hash IS NULL OR encode(h.hash, 'hex') <> signed.hash
            ORDER BY signed.subject""";

    private final Database database;
    private final MachineClock clock;
    private final CheckpointSigner signer;
    private final CheckpointFile file;

    public Checkpoints(Vertx vertx, Database database, MachineClock clock, CheckpointConfig config, String schema) {
        this.database = database;
        this.clock = clock;
        this.signer = new CheckpointSigner(config);
        this.file = new CheckpointFile(vertx, config.directory().orElseThrow(), schema);
    }

    /** Signs what was committed since the last checkpoint; writes nothing when nothing was. */
    public Future<Void> write() {
        return file.read().compose(checkpoints -> {
            Optional<Checkpoint> last =
                    checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.get(checkpoints.size() - 1));
            return database.read(tx -> tx.query(MARK, Tuple.tuple())
                    .map(rows -> rows.iterator().next().getString("mark"))
                    .compose(
                            mark -> append(tx, last, last.map(Checkpoint::toXid).orElse("0"), mark, "")));
        });
    }

    private Future<Void> append(Tx tx, Optional<Checkpoint> last, String from, String to, String afterSubject) {
        return tx.query(HEADS, Tuple.of(from, to, afterSubject, HEADS_PER_LINE)).compose(rows -> {
            if (rows.size() == 0) {
                return Future.succeededFuture();
            }
            List<Head> heads = new ArrayList<>();
            for (Row row : rows) {
                heads.add(new Head(row.getString("subject"), row.getLong("sequence"), row.getString("hash")));
            }
            Checkpoint next = new Checkpoint(
                            last.map(Checkpoint::number).orElse(0L) + 1,
                            clock.now().toString(),
                            from,
                            to,
                            last.map(Checkpoint::signature).orElse(""),
                            heads,
                            "")
                    .signed(signer);
            Future<Void> appended = file.append(next);
            return heads.size() < HEADS_PER_LINE
                    ? appended
                    : appended.compose(done -> append(
                            tx,
                            Optional.of(next),
                            from,
                            to,
                            heads.get(heads.size() - 1).subject()));
        });
    }

    /** What contradicts the signed checkpoints: aggregate, row and the checkpoint that says otherwise. */
    public Future<List<String>> problems() {
        return file.read()
                .compose(checkpoints -> database.read(tx -> {
                    List<String> problems = new ArrayList<>();
                    Future<Void> checked = Future.succeededFuture();
                    String previous = "";
                    String since = "the beginning";
                    for (Checkpoint checkpoint : checkpoints) {
                        String name = "checkpoint " + checkpoint.number() + " of " + checkpoint.at();
                        if (!signer.verifies(checkpoint.text(), checkpoint.signature())
                                || !checkpoint.previous().equals(previous)) {
                            problems.add(name + " is not as it was signed, or does not follow the one before");
                        }
                        previous = checkpoint.signature();
                        String interval = "between " + since + " and " + checkpoint.at();
                        since = checkpoint.at();
                        checked = checked.compose(done -> contradicted(tx, checkpoint, interval, problems));
                    }
                    return checked.map(done -> problems);
                }));
    }

    private static Future<Void> contradicted(Tx tx, Checkpoint checkpoint, String interval, List<String> problems) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(checkpoint.heads().stream().map(Head::subject).toArray(String[]::new))
                .addArrayOfLong(checkpoint.heads().stream().map(Head::sequence).toArray(Long[]::new))
                .addArrayOfString(checkpoint.heads().stream().map(Head::hash).toArray(String[]::new));
        return tx.query(CONTRADICTED, arguments).map(rows -> {
            for (Row row : rows) {
                problems.add(row.getString("subject") + ": its history up to #" + row.getLong("sequence")
                        + ", recorded " + interval + ", is not what checkpoint " + checkpoint.number() + " signed");
            }
            return null;
        });
    }
}
