package io.redress.cases.api;

import io.redress.cases.api.OpeningBodies.OpenCaseBody;
import io.redress.cases.app.CaseResult;
import io.redress.cases.app.KindPolicies;
import io.redress.cases.app.PlatformTexts;
import io.redress.cases.app.opening.OpenCase;
import io.redress.cases.app.opening.OpenRequest;
import io.redress.cases.app.opening.OpeningCommand;
import io.redress.cases.app.opening.OpeningFacts;
import io.redress.cases.app.opening.Openings;
import io.redress.cases.app.opening.RequestFacts;
import io.redress.cases.app.opening.RequestOpenings;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.BatchOperation;
import io.redress.kit.pg.Tx;
import io.redress.kit.text.PhraseScanner;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code openCase}: those that come at the same time share a transaction, one for each penalty, and for each kind of
 * request about a shop.
 */
record OpeningBatch(
        OpenCase openCase,
        OpenRequest openRequest,
        Openings openings,
        RequestOpenings requests,
        KindPolicies policies,
        PlatformTexts texts)
        implements BatchOperation<OpeningBatch.Question, OpeningBatch.Known, CaseResult> {

    /** @param staff whether the platform's own people have written it, so that its texts are linted */
    record Question(OpeningCommand command, boolean staff) {}

    /** What is known for one command; the other kind's facts are empty. */
    record Known(
            Optional<OpeningFacts> appeal,
            Optional<RequestFacts> request,
            KindPolicies.Version policy,
            Optional<PhraseScanner> scanner) {}

    @Override
    public Question question(ApiRequest request, CommandContext context) {
        OpeningCommand command =
                request.body(OpenCaseBody.class).asCommand(context.caller().subject(), request.texts());
        return new Question(command, !context.caller().ofMerchantSide());
    }

    @Override
    public String subject(Question question) {
        return question.command().subject();
    }

    @Override
    public Future<List<Known>> facts(List<Question> questions, Tx tx) {
        List<Openings.Question> appeals = questions.stream()
                .map(Question::command)
                .filter(OpenCase.Command.class::isInstance)
                .map(OpenCase.Command.class::cast)
                .map(command -> new Openings.Question(command.penaltyId(), command.callerId()))
                .toList();
        Future<KindPolicies.Version> policy = policies.inForce(tx);
        Future<List<Optional<OpeningFacts>>> found = appeals(tx, appeals);
        return Future.all(policy, found).compose(both -> known(questions, found.result(), policy.result(), tx));
    }

    private Future<List<Optional<OpeningFacts>>> appeals(Tx tx, List<Openings.Question> appeals) {
        return appeals.isEmpty() ? Future.succeededFuture(List.of()) : openings.facts(tx, appeals);
    }

    private Future<List<Known>> known(
            List<Question> questions, List<Optional<OpeningFacts>> appeals, KindPolicies.Version policy, Tx tx) {
        Future<List<Known>> all = Future.succeededFuture(new ArrayList<>());
        int appeal = 0;
        for (Question question : questions) {
            Future<Known> one;
            if (question.command() instanceof OpenRequest.Command command) {
                one = request(command, question.staff(), policy, tx);
            } else {
                Optional<OpeningFacts> facts = appeals.get(appeal);
                one = scanner(question).map(terms -> new Known(facts, Optional.empty(), policy, terms));
                appeal++;
            }
            all = all.compose(known -> one.map(next -> {
                known.add(next);
                return known;
            }));
        }
        return all;
    }

    private Future<Known> request(OpenRequest.Command command, boolean staff, KindPolicies.Version policy, Tx tx) {
        Future<Optional<PhraseScanner>> scanner = staff ? texts.scanner().map(Optional::of) : none();
        return scanner.compose(terms ->
                requests.facts(tx, command, policy).map(facts -> new Known(Optional.empty(), facts, policy, terms)));
    }

    /** An appeal has no words of its own but why it is late. */
    private Future<Optional<PhraseScanner>> scanner(Question question) {
        return question.staff()
                        && ((OpenCase.Command) question.command()).lateBecause().isPresent()
                ? texts.scanner().map(Optional::of)
                : none();
    }

    private static Future<Optional<PhraseScanner>> none() {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Decision<CaseResult> decide(Question question, Known known, CommandContext context) {
        if (question.command() instanceof OpenRequest.Command command) {
            return PlatformTexts.checked(
                    openRequest.decide(command, known.request(), context), known.scanner(), command.texts());
        }
        OpenCase.Command command = (OpenCase.Command) question.command();
        return PlatformTexts.checked(
                openCase.decide(command, known.appeal(), known.policy(), context), known.scanner(), command.texts());
    }
}
