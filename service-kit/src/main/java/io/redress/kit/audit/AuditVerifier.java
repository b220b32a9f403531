package io.redress.kit.audit;

import io.redress.kit.messaging.HistoryChain;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a schema's whole history and checks it: numbers without gaps, each text against its digest, each hash against
 * the one before, and the last of every subject against the head that its aggregate holds. Anyone with read access can
 * run it; it reads in batches and holds one.
 */
public final class AuditVerifier {

    private static final int BATCH = 1_000;
    private static final int MAX_PROBLEMS = 100;
    private static final int HASH_BYTES = 32;

    private static final String ROWS = """
            SELECT subject, sequence, envelope, salt, digest, prev_hash, hash FROM history
            WHERE (subject, sequence) > ($1, $2) ORDER BY subject, sequence LIMIT $3""";

    /** What was checked and what is wrong; empty problems mean that the record holds. */
    public record Report(long subjects, long rows, List<String> problems) {}

    private final Database database;
    private final List<AuditedHead> heads;

    /** A table whose rows hold the head of their subject's chain, in columns event_sequence and chain_head. */
    public record AuditedHead(String table, String subjectExpression) {}

    public AuditVerifier(Database database, List<AuditedHead> heads) {
        this.database = database;
        this.heads = List.copyOf(heads);
    }

    public Future<Report> verify() {
        return database.read(tx -> {
            Progress progress = new Progress();
            Future<Void> chains = nextBatch(tx, progress);
            for (AuditedHead head : heads) {
                chains = chains.compose(done -> checkHeads(tx, head, progress));
            }
            return chains.map(done -> new Report(progress.subjects, progress.rows, List.copyOf(progress.problems)));
        });
    }

    private Future<Void> nextBatch(Tx tx, Progress progress) {
        return tx.query(ROWS, Tuple.of(progress.subject, progress.sequence, BATCH))
                .compose(rows -> {
                    for (Row row : rows) {
                        progress.check(row);
                    }
                    return rows.size() < BATCH ? Future.succeededFuture() : nextBatch(tx, progress);
                });
    }

    private Future<Void> checkHeads(Tx tx, AuditedHead head, Progress progress) {
        String sql = "SELECT " + head.subjectExpression() + " AS subject FROM " + head.table()
                + " a WHERE a.event_sequence > 0 AND NOT EXISTS (SELECT 1 FROM history h WHERE h.subject = "
                + head.subjectExpression()
                + " AND h.sequence = a.event_sequence AND h.hash = a.chain_head"
                + " AND NOT EXISTS (SELECT 1 FROM history later WHERE later.subject = h.subject"
                + " AND later.sequence > h.sequence)) LIMIT "
                + MAX_PROBLEMS;
        return tx.query(sql, Tuple.tuple()).map(rows -> {
            for (Row row : rows) {
                progress.problem(row.getString("subject") + ": its history does not end where " + head.table()
                        + " says it ends");
            }
            return null;
        });
    }

    private static final class Progress {
        private String subject = "";
        private long sequence;
        private byte[] previous = new byte[HASH_BYTES];
        private long subjects;
        private long rows;
        private final List<String> problems = new ArrayList<>();

        void check(Row row) {
            rows++;
            String rowSubject = row.getString("subject");
            long rowSequence = row.getLong("sequence");
            if (!rowSubject.equals(subject)) {
                subject = rowSubject;
                sequence = 0;
                previous = new byte[HASH_BYTES];
                subjects++;
            }
            String name = rowSubject + " #" + rowSequence;
            if (rowSequence != sequence + 1) {
                problem(name + ": follows #" + sequence);
            }
            byte[] digest = row.getBuffer("digest").getBytes();
            byte[] hash = row.getBuffer("hash").getBytes();
            byte[] salt = row.getBuffer("salt").getBytes();
            if (!Arrays.equals(HistoryChain.digest(salt, row.getString("envelope")), digest)) {
                problem(name + ": its text was changed");
            }
            if (!Arrays.equals(row.getBuffer("prev_hash").getBytes(), previous)
                    || !Arrays.equals(HistoryChain.link(previous, digest), hash)) {
                problem(name + ": does not link to the row before it");
            }
            sequence = rowSequence;
            previous = hash;
        }

        void problem(String text) {
            if (problems.size() < MAX_PROBLEMS) {
                problems.add(text);
            }
        }
    }
}
