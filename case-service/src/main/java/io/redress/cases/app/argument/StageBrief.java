package io.redress.cases.app.argument;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.evidence.CitedEvidence;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.app.message.ConfidenceLog;
import io.redress.cases.app.precedent.CitedSources;
import io.redress.cases.domain.BriefContent;
import io.redress.cases.domain.CaseAdmission;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Confidence;
import io.redress.cases.domain.ConfidenceAct;
import io.redress.cases.domain.Filability;
import io.redress.cases.domain.StagedBrief;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Loaded;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Refusal;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/**
 * The brief before it is filed: written by the case's advocate, read by her and by the merchant's side, and by those who
 * oversee, whose reading is written down before it is answered. Nobody else learns that there is one. It may lack
 * anything; what it lacks is said. Refusals: not-the-advocate, illegal-transition.
 */
public final class StageBrief {

    /** What is asked. */
    public record Command(String caseId, BriefContent content) {}

    private final CaseDesk desk;
    private final StagedBriefs briefs;
    private final CitedEvidence evidence;
    private final CitedSources sources;
    private final ConfidenceLog log;

    public StageBrief(
            CaseDesk desk, StagedBriefs briefs, EvidenceFiles files, CitedSources sources, ConfidenceLog log) {
        this.desk = desk;
        this.briefs = briefs;
        this.evidence = new CitedEvidence(files);
        this.sources = sources;
        this.log = log;
    }

    /** As it is, also where nothing is written yet; empty for whoever does not learn of it. */
    public Future<Optional<StagedResult>> read(String caseId, CommandContext context, Tx tx) {
        return desk.read(caseId, context, tx).compose(found -> {
            Optional<CaseResult> of = found.map(Loaded::state)
                    .filter(seen -> Confidence.of(seen.file(), seen.viewer()).reads());
            if (of.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            boolean oversees = Confidence.of(of.get().file(), of.get().viewer()) == Confidence.OVERSEER;
            Future<Void> written = oversees
                    ? tx.apply(log.read(caseId, ConfidenceAct.READ_STAGED_BRIEF, context))
                    : Future.succeededFuture();
            return written.compose(done -> briefs.find(tx, caseId))
                    .compose(brief -> result(brief, of.get(), tx))
                    .map(Optional::of);
        });
    }

    /** Writes it, or writes it anew. */
    public Future<Decision<StagedResult>> write(Command command, CommandContext context, Tx tx) {
        return change(
                command.caseId(),
                context,
                tx,
                before -> before.written(command.content(), context.caller().subject(), context.businessTime()));
    }

    /** Throws it away; nothing where there is none. */
    public Future<Decision<StagedResult>> discard(String caseId, CommandContext context, Tx tx) {
        return change(caseId, context, tx, before -> before.staging().isPresent() ? before.gone() : before);
    }

    private Future<Decision<StagedResult>> change(
            String caseId, CommandContext context, Tx tx, Function<StagedBrief, StagedBrief> change) {
        return desk.read(caseId, context, tx).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(Decision.notFound());
            }
            CaseResult of = found.map(Loaded::state).get();
            Optional<Refusal> refusal =
                    CaseAdmission.refusal(of.file(), CaseCommand.FILE_BRIEF, of.viewer(), context.businessTime());
            return refusal.isPresent()
                    ? Future.succeededFuture(Decision.refuse(refusal.get()))
                    : briefs.find(tx, caseId).compose(before -> change(before, change.apply(before), of, context, tx));
        });
    }

    private Future<Decision<StagedResult>> change(
            StagedBrief before, StagedBrief after, CaseResult of, CommandContext context, Tx tx) {
        if (!context.accepts(revision(before))) {
            return Future.succeededFuture(Decision.stale(revision(before)));
        }
        Write write = after.version() == before.version() ? Write.none() : briefs.put(after, of.version());
        return result(after, of, tx).map(result -> Decision.accept(result, revision(after), write));
    }

    private Future<StagedResult> result(StagedBrief brief, CaseResult of, Tx tx) {
        BriefContent content = brief.content();
        return evidence.ofBrief(brief.caseId(), content.pieces(), tx).compose(cited -> sources.precedents(
                        content.precedents(), tx)
                .map(precedents -> new StagedResult(
                        brief, Filability.missing(of.file(), content, CitedEvidence.files(cited), precedents), of)));
    }

    private static Revision revision(StagedBrief brief) {
        return new Revision(brief.version(), 0, Revision.NEW.chainHead());
    }
}
