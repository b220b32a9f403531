package io.redress.penalties.api;

import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.BatchOperation;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.app.ProposePenalty;
import io.redress.penalties.app.seal.PlatformTexts;
import io.vertx.core.Future;
import java.util.List;

/**
 * {@code proposePenalty}: those that come at the same time share a transaction, one for each shop. What a proposal has to
 * know is its shop, locked, and what was decided on comparable facts; with that it is decided.
 */
record ProposalBatch(ProposePenalty propose, PlatformTexts texts)
        implements BatchOperation<ProposalBatch.Question, Decision<PenaltyResult>, PenaltyView> {

    /** @param written what the merchant could read */
    record Question(ProposePenalty.Asked asked, PlatformTexts.Written written) {}

    @Override
    public Question question(ApiRequest request, CommandContext context) {
        PenaltyRequests.Propose body = request.body(PenaltyRequests.Propose.class);
        return new Question(
                new ProposePenalty.Asked(
                        body.shopId(),
                        body.proposal(context.caller().subject()),
                        PenaltyRequests.deviations(body.violations()),
                        body.sealed(),
                        context),
                new PlatformTexts.Written(request.texts("detectionRecord"), context.caller()));
    }

    @Override
    public String subject(Question question) {
        return question.asked().shopId();
    }

    @Override
    public Future<List<Decision<PenaltyResult>>> facts(List<Question> questions, Tx tx) {
        return propose.handle(questions.stream().map(Question::asked).toList(), tx)
                .compose(decisions -> texts.checked(
                        decisions, questions.stream().map(Question::written).toList(), PenaltyResult::penalty, tx));
    }

    @Override
    public Decision<PenaltyView> decide(Question question, Decision<PenaltyResult> decided, CommandContext context) {
        return Views.of(
                decided,
                (result, revision) -> PenaltyView.of(result, revision, context.caller(), context.businessTime()));
    }
}
