package io.redress.cases.app.evidence;

import io.redress.cases.domain.EvidenceAct;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceState;
import io.redress.cases.domain.ScanVerdict;
import io.redress.kit.command.CommandContext;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * What time does to files of evidence. Bytes are kept for the policy's time after the end of the case, and as long as they
 * are held; the row and the hash stay for ever. While a case goes on its end is at least the whole of that time away, so
 * one look in that time is enough.
 */
public final class ExpireEvidence {

    private final EvidenceFiles files;
    private final EvidencePolicy policy;

    public ExpireEvidence(EvidenceFiles files, EvidencePolicy policy) {
        this.files = files;
        this.policy = policy;
    }

    /** The bytes' time may have come. */
    public Future<Void> retention(String evidenceId, Instant now, CommandContext context, Tx tx) {
        return files.find(tx, evidenceId).compose(found -> {
            if (found.isEmpty() || found.get().file().deletedAt().isPresent()) {
                return Future.succeededFuture();
            }
            EvidenceFiles.Versioned one = found.get();
            if (one.file().hold().isPresent()) {
                return Future.succeededFuture(); // its release looks again
            }
            return files.caseEnded(tx, one.file().caseId()).compose(ended -> {
                boolean removed = one.file().removedAt().isPresent(); // it was kept for the hold alone
                Instant due = removed ? now : ended.orElse(now).plus(policy.retention());
                return due.isAfter(now)
                        ? tx.apply(Write.none().with(Deadlines.schedule(EvidenceFiles.RETENTION, evidenceId, due)))
                        : tx.apply(deleted(one, now, context));
            });
        });
    }

    private Write deleted(EvidenceFiles.Versioned one, Instant now, CommandContext context) {
        EvidenceFile gone = one.file().deleted(now);
        return files.update(gone, one.version())
                .with(files.suspect(gone.sha256()))
                .with(files.logged(gone.id(), EvidenceAct.DELETED, Optional.empty(), context))
                .with(Deadlines.cancel(EvidenceFiles.RESCAN, gone.id()));
    }

    /** A file in quarantine is to be scanned again; that is done outside of any transaction. */
    public Future<Void> rescan(String evidenceId, Tx tx) {
        return files.find(tx, evidenceId)
                .compose(found -> found.isEmpty() || found.get().file().state() != EvidenceState.QUARANTINED
                        ? Future.succeededFuture()
                        : tx.apply(files.wantScan(evidenceId)));
    }

    /** What the scanner has said. */
    public Future<Void> scanned(String evidenceId, ScanVerdict verdict, CommandContext context, Tx tx) {
        return files.find(tx, evidenceId).compose(found -> {
            if (found.isEmpty() || found.get().file().state() != EvidenceState.QUARANTINED) {
                return Future.succeededFuture();
            }
            EvidenceFiles.Versioned one = found.get();
            EvidenceFile after = one.file().scanned(verdict, context.businessTime());
            Write write = files.update(after, one.version())
                    .with(files.logged(evidenceId, EvidenceAct.SCANNED, Optional.of(verdict.name()), context));
            return tx.apply(
                    verdict.opens()
                            ? write
                            : write.with(Deadlines.schedule(
                                    EvidenceFiles.RESCAN,
                                    evidenceId,
                                    context.businessTime()
                                            .plus(policy.pauseAfter(after.scan().times())))));
        });
    }
}
