package io.redress.cases.app;

import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.BriefPoint;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Citations;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceRules;
import io.redress.cases.domain.Precedent;
import io.redress.cases.domain.TiedEvidence;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files the brief, and opens the files it cites to everybody in the case. Refusals: not-the-advocate, grounds-missing,
 * hardship-is-no-ground, unknown-violation, evidence-not-tied, unknown-evidence, quarantined, evidence-deleted,
 * unknown-precedent, precedent-not-final, precedent-of-own-case, illegal-transition.
 */
public final class FileBrief {

    /**
     * What is asked.
     *
     * @param evidence beside that of the points
     */
    public record Command(String caseId, String relief, List<BriefPoint> points, List<TiedEvidence> evidence) {

        /** A brief whose evidence is all in its points. */
        public Command(String caseId, String relief, List<BriefPoint> points) {
            this(caseId, relief, points, List.of());
        }

        List<Evidence> pieces() {
            return Stream.concat(
                            points.stream().flatMap(point -> point.evidence().stream()),
                            evidence.stream().map(TiedEvidence::evidence))
                    .toList();
        }
    }

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
        Set<String> rulings = command.points().stream()
                .flatMap(point -> point.precedents().stream())
                .collect(Collectors.toSet());
        return evidence.of(command.caseId(), command.pieces(), tx).compose(cited -> sources.precedents(rulings, tx)
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
                                        command.relief(),
                                        command.points(),
                                        command.evidence(),
                                        context.businessTime()),
                                command,
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
            Map<String, EvidenceFile> cited,
            Map<String, Precedent> precedents) {
        return filed instanceof Outcome.Done<CaseChange>
                ? EvidenceRules.citing(command.pieces().stream(), cited)
                        .or(() -> Citations.inBrief(command.caseId(), command.points(), precedents))
                        .map(Outcome::<CaseChange>refused)
                        .orElseGet(() -> filed.map(change -> ToldFiles.in(change, cited.values())))
                : filed;
    }
}
