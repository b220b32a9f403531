package io.redress.cases.api;

import io.redress.cases.api.Bodies.Text;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.queue.MoveCase;
import io.redress.cases.app.ruling.ChangeAdjudicator;
import io.redress.cases.domain.queue.Priority;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.Operations;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Optional;

/** Where a case lies, and who decides it. */
public final class CaseInQueueOperations {

    record MoveBody(String queueId, Optional<Priority> priority, String reasons) {}

    record ReassignBody(String adjudicatorId, Optional<Text> reasons) {}

    /** Not the case itself: who has moved it may not know of it any more. */
    record MovedView(String caseId, long version) {

        static MovedView of(CaseResult result) {
            return new MovedView(result.file().id(), result.version());
        }
    }

    private final MoveCase move;
    private final ChangeAdjudicator adjudicator;

    public CaseInQueueOperations(MoveCase move, ChangeAdjudicator adjudicator) {
        this.move = move;
        this.adjudicator = adjudicator;
    }

    public void bind(Operations operations) {
        operations.command("moveCase", this::move, MovedView::of);
        operations.command("releaseClaim", this::release, CaseView::of);
        operations.command("reassignClaim", this::reassign, CaseView::of);
    }

    private Future<Decision<CaseResult>> move(ApiRequest request, CommandContext context, Tx tx) {
        MoveBody body = request.body(MoveBody.class);
        return move.handle(
                new MoveCase.Command(request.path("caseId"), body.queueId(), body.priority(), body.reasons()),
                context,
                tx);
    }

    private Future<Decision<CaseResult>> release(ApiRequest request, CommandContext context, Tx tx) {
        return adjudicator.release(request.path("caseId"), context, tx);
    }

    private Future<Decision<CaseResult>> reassign(ApiRequest request, CommandContext context, Tx tx) {
        ReassignBody body = request.body(ReassignBody.class);
        return adjudicator.reassign(
                new ChangeAdjudicator.Reassignment(
                        request.path("caseId"), body.adjudicatorId(), Bodies.text(body.reasons())),
                context,
                tx);
    }
}
