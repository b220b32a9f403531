package io.redress.cases.app.argument;

import io.redress.cases.app.CaseDesk;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.evidence.CitedEvidence;
import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseChange;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.EvidenceRules;
import io.redress.cases.domain.Requirement;
import io.redress.cases.domain.RequirementState;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says where a requirement stands. A file that it names is one of the case and of the merchant's side; it is opened to
 * everybody in the case with the brief, or at once when that is filed already. Refusals: not-the-advocate,
 * unknown-requirement, requirement-incomplete, unknown-evidence, hardship-is-no-ground, quarantined, evidence-deleted,
 * illegal-transition.
 */
public final class ChangeRequirement {

    /** What is asked. */
    public record Command(
            String caseId,
            String requirementId,
            RequirementState state,
            Optional<Evidence> evidence,
            Optional<BilingualText> reasons) {

        List<Evidence> pieces() {
            return evidence.stream().toList();
        }
    }

    private final CaseDesk desk;
    private final CitedEvidence evidence;

    public ChangeRequirement(CaseDesk desk, EvidenceFiles files) {
        this.desk = desk;
        this.evidence = new CitedEvidence(files);
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return evidence.of(command.caseId(), command.pieces(), tx).compose(named -> desk.decide(
                        command.caseId(),
                        CaseCommand.SAY_OF_REQUIREMENT,
                        context,
                        tx,
                        (file, actor) -> naming(
                                Advocacy.sayOfRequirement(
                                        file,
                                        actor,
                                        command.requirementId(),
                                        new Requirement.Entry(
                                                command.state(),
                                                command.evidence(),
                                                command.reasons(),
                                                actor.id(),
                                                context.businessTime()),
                                        context.businessTime()),
                                command,
                                named))
                .map(decision -> decision instanceof Decision.Accepted<CaseResult> accepted
                                && accepted.result().file().counted()
                        ? Decision.accept(
                                accepted.result(),
                                accepted.revision(),
                                evidence.opened(accepted.write(), named, context))
                        : decision));
    }

    private static Outcome<CaseChange> naming(
            Outcome<CaseChange> said, Command command, Map<String, EvidenceFiles.Versioned> named) {
        return said instanceof Outcome.Done<CaseChange>
                ? EvidenceRules.citing(command.pieces().stream(), CitedEvidence.files(named))
                        .map(Outcome::<CaseChange>refused)
                        .orElse(said)
                : said;
    }
}
