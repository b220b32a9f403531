package io.redress.cases.app;

import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseCommand;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Requirement;
import io.redress.cases.domain.RequirementState;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/** Says where a requirement stands. Refusals: not-the-advocate, unknown-requirement, requirement-incomplete, illegal-transition. */
public final class ChangeRequirement {

    /** What is asked. */
    public record Command(
            String caseId,
            String requirementId,
            RequirementState state,
            Optional<Evidence> evidence,
            Optional<BilingualText> reasons) {}

    private final CaseDesk desk;

    public ChangeRequirement(CaseDesk desk) {
        this.desk = desk;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.SAY_OF_REQUIREMENT,
                context,
                tx,
                (file, actor) -> Advocacy.sayOfRequirement(
                        file,
                        actor,
                        command.requirementId(),
                        new Requirement.Entry(
                                command.state(),
                                command.evidence(),
                                command.reasons(),
                                actor.id(),
                                context.businessTime()),
                        context.businessTime()));
    }
}
