package io.redress.cases.app.evidence;

import io.redress.cases.domain.EvidenceAct;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceRules;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** What is done with a file that is there: it is filed, taken back, held, released. */
public final class HandleEvidence {

    /** Why it was deleted, in its log. */
    private static final String TAKEN_BACK = "TAKEN_BACK";

    private final ReadEvidence read;
    private final EvidenceFiles files;

    public HandleEvidence(ReadEvidence read, EvidenceFiles files) {
        this.read = read;
        this.files = files;
    }

    /**
     * Opens it to everybody in the case. One that is open already stays as it is. Refusals: illegal-transition,
     * unknown-evidence, quarantined, evidence-deleted, and those of adding.
     */
    public Future<Decision<EvidenceResult>> file(String caseId, String evidenceId, CommandContext context, Tx tx) {
        return change(
                caseId,
                evidenceId,
                context,
                tx,
                seen -> EvidenceRules.filing(
                        seen.of().file(), seen.file(), seen.of().viewer()),
                seen -> seen.file().filed()
                        ? Optional.empty()
                        : Optional.of(new Change(
                                seen.file().filed(context.caller().subject(), context.businessTime()),
                                EvidenceAct.FILED,
                                Optional.empty())));
    }

    /**
     * Takes it back: its side sees it no more, and its bytes go, unless they are held; then they go when they are released.
     * Whoever takes it back does not learn of a hold. Refusals: illegal-transition, not-your-file, evidence-deleted.
     */
    public Future<Decision<EvidenceResult>> remove(String caseId, String evidenceId, CommandContext context, Tx tx) {
        return change(
                        caseId,
                        evidenceId,
                        context,
                        tx,
                        seen -> EvidenceRules.removing(
                                seen.file(), seen.of().viewer().id()),
                        seen -> Optional.of(new Change(
                                seen.file().removed(context.businessTime()),
                                EvidenceAct.DELETED,
                                Optional.of(TAKEN_BACK))))
                .map(decision -> decision instanceof Decision.Accepted<EvidenceResult> accepted
                                && accepted.result().file().deletedAt().isPresent()
                        ? Decision.accept(
                                accepted.result(),
                                accepted.revision(),
                                accepted.write()
                                        .with(files.suspect(
                                                accepted.result().file().sha256()))
                                        .with(Deadlines.cancel(EvidenceFiles.RETENTION, evidenceId))
                                        .with(Deadlines.cancel(EvidenceFiles.RESCAN, evidenceId)))
                        : decision);
    }

    /** Keeps its bytes until it is released. Refusals: illegal-transition, evidence-deleted. */
    public Future<Decision<EvidenceResult>> hold(
            String caseId, String evidenceId, String reason, CommandContext context, Tx tx) {
        return change(
                caseId,
                evidenceId,
                context,
                tx,
                seen -> EvidenceRules.holding(seen.file()),
                seen -> Optional.of(new Change(
                        seen.file().held(context.caller().subject(), context.businessTime(), reason),
                        EvidenceAct.HELD,
                        Optional.of(reason))));
    }

    /** Lets its bytes go when their time has come, which may be at once. Refusals: illegal-transition. */
    public Future<Decision<EvidenceResult>> release(
            String caseId, String evidenceId, String reason, CommandContext context, Tx tx) {
        return change(
                        caseId,
                        evidenceId,
                        context,
                        tx,
                        seen -> EvidenceRules.releasing(seen.file()),
                        seen -> Optional.of(
                                new Change(seen.file().released(), EvidenceAct.RELEASED, Optional.of(reason))))
                .map(decision -> decision instanceof Decision.Accepted<EvidenceResult> accepted
                        ? Decision.accept(
                                accepted.result(),
                                accepted.revision(),
                                accepted.write()
                                        .with(Deadlines.schedule(
                                                EvidenceFiles.RETENTION, evidenceId, context.businessTime())))
                        : decision);
    }

    private record Change(EvidenceFile after, EvidenceAct act, Optional<String> reason) {}

    private Future<Decision<EvidenceResult>> change(
            String caseId,
            String evidenceId,
            CommandContext context,
            Tx tx,
            Function<EvidenceResult, Optional<Refusal>> refusal,
            Function<EvidenceResult, Optional<Change>> change) {
        return read.one(caseId, evidenceId, context, tx).map(found -> {
            if (found.isEmpty()) {
                return Decision.<EvidenceResult>notFound();
            }
            EvidenceResult seen = found.get();
            if (!context.accepts(AddEvidence.revision(seen.version()))) {
                return Decision.<EvidenceResult>stale(AddEvidence.revision(seen.version()));
            }
            return refusal.apply(seen).map(Decision::<EvidenceResult>refuse).orElseGet(() -> change.apply(seen)
                    .map(one -> accepted(seen, one, context))
                    .orElseGet(() -> Decision.accept(seen, AddEvidence.revision(seen.version()), Write.none())));
        });
    }

    private Decision<EvidenceResult> accepted(EvidenceResult seen, Change change, CommandContext context) {
        Write write = files.update(change.after(), seen.version())
                .with(files.logged(change.after().id(), change.act(), change.reason(), context));
        EvidenceFiles.Versioned after = new EvidenceFiles.Versioned(change.after(), seen.version() + 1);
        return Decision.accept(EvidenceResult.of(after, seen.of()), AddEvidence.revision(after.version()), write);
    }
}
