package io.redress.cases.app.argument;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.evidence.CitedEvidence;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.app.evidence.ToldFiles;
import io.redress.cases.app.precedent.CitedSources;
import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.BriefContent;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Citations;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceRules;
import io.redress.cases.domain.Precedent;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * Files the brief, and opens the files that it cites or a requirement names to everybody in the case. Refusals: not-the-advocate, grounds-missing,
 * hardship-is-no-ground, unknown-violation, evidence-not-tied, unknown-evidence, quarantined, evidence-deleted,
 * unknown-precedent, precedent-not-final, precedent-of-own-case, illegal-transition.
 */
public final class FileBrief {

    /** What is asked. */
    public record Command(String caseId, BriefContent content) {}

    private final CaseDesk desk;
    private final CitedEvidence evidence;
    private final CitedSources sources;
    private final Ids ids;

    public FileBrief(CaseDesk desk, EvidenceFiles files, CitedSources sources, Ids ids) {
        this.desk = desk;
        this.evidence = new CitedEvidence(files);
        this.sources = sources;
        this.ids = ids;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        BriefContent content = command.content();
        return evidence.ofBrief(command.caseId(), content.pieces(), tx)
                .compose(cited -> sources.precedents(content.precedents(), tx)
                        .compose(precedents -> desk.decide(
                                command.caseId(),
                                CaseCommand.FILE_BRIEF,
                                context,
                                tx,
                                (file, actor) -> citing(
                                        Advocacy.fileBrief(
                                                file,
                                                actor,
                                                ids.next("brf"),
                                                content.relief(),
                                                content.points(),
                                                content.evidence(),
                                                context.businessTime()),
                                        command,
                                        file.checklist().evidence(),
                                        CitedEvidence.files(cited),
                                        precedents)))
                        .map(decision -> decision instanceof Decision.Accepted<CaseResult> accepted
                                ? Decision.accept(
                                        accepted.result(),
                                        accepted.revision(),
                                        evidence.opened(accepted.write(), cited, context))
                                : decision));
    }

    private static Outcome<CaseChange> citing(
            Outcome<CaseChange> filed,
            Command command,
            List<Evidence> ofRequirements,
            Map<String, EvidenceFile> cited,
            Map<String, Precedent> precedents) {
        return filed instanceof Outcome.Done<CaseChange>
                ? EvidenceRules.citing(command.content().pieces().stream(), cited)
                        .or(() -> EvidenceRules.citing(ofRequirements.stream(), cited))
                        .or(() -> Citations.inBrief(
                                command.caseId(), command.content().points(), precedents))
                        .map(Outcome::<CaseChange>refused)
                        .orElseGet(() -> filed.map(change -> ToldFiles.in(change, cited.values())))
                : filed;
    }
}
