package io.redress.cases.app.evidence;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.EvidenceAct;
import io.redress.cases.domain.EvidenceLogEntry;
import io.redress.cases.domain.EvidenceRules;
import io.redress.cases.domain.EvidenceSight;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Loaded;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads files of evidence and what is known of them, each as the caller may see it. */
public final class ReadEvidence {

    private final Database database;
    private final CaseDesk desk;
    private final EvidenceFiles files;
    private final EvidenceStore store;

    public ReadEvidence(Database database, CaseDesk desk, EvidenceFiles files, EvidenceStore store) {
        this.database = database;
        this.desk = desk;
        this.files = files;
        this.store = store;
    }

    /** A file that is open for reading. */
    public record Open(EvidenceResult evidence, EvidenceStore.Readable content) {}

    /** Empty if this caller knows of no such file in the case. */
    public Future<Optional<EvidenceResult>> one(String caseId, String evidenceId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : seen(evidenceId, found.get().state(), tx));
    }

    private Future<Optional<EvidenceResult>> seen(String evidenceId, CaseResult of, Tx tx) {
        EvidenceSight sight = EvidenceSight.of(of.file(), of.viewer());
        return files.find(tx, evidenceId).map(found -> found.filter(
                        one -> one.file().caseId().equals(of.file().id()) && sight.sees(one.file()))
                .map(one -> EvidenceResult.of(one, of)));
    }

    /** One more than {@code limit} when there is more; empty if this caller knows of no such case. */
    public Future<Optional<List<EvidenceResult>>> list(
            String caseId, int limit, Optional<String> afterId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            CaseResult of = found.map(Loaded::state).get();
            return files.list(tx, caseId, EvidenceSight.of(of.file(), of.viewer()), limit, afterId)
                    .map(page -> Optional.of(
                            page.stream().map(one -> EvidenceResult.of(one, of)).toList()));
        });
    }

    /** Who did what with the file; empty as {@link #one}. */
    public Future<Optional<List<EvidenceLogEntry>>> log(
            String caseId, String evidenceId, int limit, long afterSequence, CommandContext context, Tx tx) {
        return one(caseId, evidenceId, context, tx)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : files.log(tx, evidenceId, limit, afterSequence).map(Optional::of));
    }

    /**
     * Opens the content; that this person read it is written down before. Empty as {@link #one}. Refusals: quarantined,
     * evidence-deleted.
     */
    public Future<Optional<Outcome<Open>>> open(String caseId, String evidenceId, CommandContext context) {
        return database.<Optional<Outcome<EvidenceResult>>>inTransaction(
                        tx -> one(caseId, evidenceId, context, tx).compose(found -> {
                            if (found.isEmpty()) {
                                return Future.succeededFuture(Optional.empty());
                            }
                            Optional<Refusal> refusal =
                                    EvidenceRules.reading(found.get().file());
                            return refusal.isPresent()
                                    ? Future.succeededFuture(Optional.of(Outcome.refused(refusal.get())))
                                    : tx.apply(Write.none()
                                                    .with(files.logged(
                                                            evidenceId, EvidenceAct.READ, Optional.empty(), context)))
                                            .map(written -> Optional.of(Outcome.done(found.get())));
                        }))
                .compose(found -> {
                    if (found.isEmpty()) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    if (found.get() instanceof Outcome.Refused<EvidenceResult> refused) {
                        return Future.succeededFuture(Optional.of(Outcome.refused(refused.refusal())));
                    }
                    EvidenceResult evidence = ((Outcome.Done<EvidenceResult>) found.get()).value();
                    return store.open(evidence.file().sha256())
                            .map(content -> Optional.of(Outcome.done(new Open(
                                    evidence,
                                    content.orElseThrow(() -> new IllegalStateException(
                                            "the bytes of " + evidenceId + " are missing"))))));
                });
    }
}
