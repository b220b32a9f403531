package io.redress.cases.api;

import io.redress.cases.api.Bodies.OpenCaseBody;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.OpenCase;
import io.redress.cases.app.OpeningFacts;
import io.redress.cases.app.Openings;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.BatchOperation;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** {@code openCase}: those that come at the same time share a transaction, one for each penalty. */
record OpeningBatch(OpenCase openCase, Openings openings)
        implements BatchOperation<OpenCase.Command, Optional<OpeningFacts>, CaseResult> {

    @Override
    public OpenCase.Command question(ApiRequest request, CommandContext context) {
        OpenCaseBody body = request.body(OpenCaseBody.class);
        return new OpenCase.Command(body.penaltyId(), context.caller().subject(), body.ownMotion());
    }

    @Override
    public String subject(OpenCase.Command command) {
        return command.penaltyId();
    }

    @Override
    public Future<List<Optional<OpeningFacts>>> facts(List<OpenCase.Command> commands, Tx tx) {
        return openings.facts(
                tx,
                commands.stream()
                        .map(command -> new Openings.Question(command.penaltyId(), command.callerId()))
                        .toList());
    }

    @Override
    public Decision<CaseResult> decide(OpenCase.Command command, Optional<OpeningFacts> facts, CommandContext context) {
        return openCase.decide(command, facts, context);
    }
}
