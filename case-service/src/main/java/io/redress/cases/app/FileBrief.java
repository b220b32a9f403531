package io.redress.cases.app;

import io.redress.cases.domain.Advocacy;
import io.redress.cases.domain.BriefPoint;
import io.redress.cases.domain.CaseCommand;
import io.redress.kit.boot.Ids;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;

/** Files the brief. Refusals: not-the-advocate, grounds-missing, hardship-is-no-ground, unknown-violation, illegal-transition. */
public final class FileBrief {

    /** What is asked. */
    public record Command(String caseId, String relief, List<BriefPoint> points) {}

    private final CaseDesk desk;
    private final Ids ids;

    public FileBrief(CaseDesk desk, Ids ids) {
        this.desk = desk;
        this.ids = ids;
    }

    public Future<Decision<CaseResult>> handle(Command command, CommandContext context, Tx tx) {
        return desk.decide(
                command.caseId(),
                CaseCommand.FILE_BRIEF,
                context,
                tx,
                (file, actor) -> Advocacy.fileBrief(
                        file, actor, ids.next("brf"), command.relief(), command.points(), context.businessTime()));
    }
}
