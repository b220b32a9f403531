package io.redress.cases.app;

import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.BriefPoint;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceRules;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * Files the brief, and opens the files it cites to everybody in the case. Refusals: not-the-advocate, grounds-missing,
 * hardship-is-no-ground, unknown-violation, unknown-evidence, quarantined, evidence-deleted, illegal-transition.
 */
public final class FileBrief {

    /** What is asked. */
    public record Command(String caseId, String relief, List<BriefPoint> points) {}

    private final CaseDesk desk;
    private final CitedEvidence evidence;
    private final Ids ids;

    public FileBrief(CaseDesk desk, EvidenceFiles files, Ids ids) {
        this.desk = desk;
        this.evidence = new CitedEvidence(files);
        this.ids = ids;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return evidence.of(command.caseId(), command.points(), tx).compose(cited -> desk.decide(
                        command.caseId(),
                        CaseCommand.FILE_BRIEF,
                        context,
                        tx,
                        (file, actor) -> citing(
                                Advocacy.fileBrief(
                                        file,
                                        actor,
                                        ids.next("brf"),
                                        command.relief(),
                                        command.points(),
                                        context.businessTime()),
                                command.points(),
                                CitedEvidence.files(cited)))
                .map(decision -> decision instanceof Decision.Accepted<CaseResult> accepted
                        ? Decision.accept(
                                accepted.result(),
                                accepted.revision(),
                                evidence.opened(accepted.write(), cited, context))
                        : decision));
    }

    private static Outcome<CaseChange> citing(
            Outcome<CaseChange> filed, List<BriefPoint> points, Map<String, EvidenceFile> cited) {
        return filed instanceof Outcome.Done<CaseChange>
                ? EvidenceRules.citing(points, cited)
                        .map(Outcome::<CaseChange>refused)
                        .orElse(filed)
                : filed;
    }
}
