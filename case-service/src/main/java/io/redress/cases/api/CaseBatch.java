package io.redress.cases.api;

import io.redress.cases.app.CaseResult;
import io.redress.cases.app.PlatformTexts;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.ApiRequest;
import io.redress.kit.http.BatchOperation;
import io.redress.kit.http.CommandOperation;
import io.redress.kit.pg.Tx;
import io.redress.kit.text.PhraseScanner;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * A command that goes on with one case, whose text a merchant can read: those that come at the same time share a
 * transaction, one for each case. Each is decided as it would be alone and beside the others, so that what they look up is
 * looked up together; all that is known of one is what it came to.
 *
 * @param command answered with the scanner for its caller's texts
 */
record CaseBatch(PlatformTexts texts, CommandOperation<Optional<PhraseScanner>, CaseResult> command)
        implements BatchOperation<CaseBatch.Question, Decision<CaseResult>, CaseResult> {

    /** @param scanner asked for when the command came, because no transaction waits for another service */
    record Question(ApiRequest request, CommandContext context, Future<Optional<PhraseScanner>> scanner) {}

    @Override
    public Question question(ApiRequest request, CommandContext context) {
        return new Question(request, context, texts.scannerFor(context.caller()));
    }

    @Override
    public Future<?> ready(Question question) {
        return question.scanner();
    }

    @Override
    public String subject(Question question) {
        return question.request().path("caseId");
    }

    @Override
    public Future<List<Decision<CaseResult>>> facts(List<Question> questions, Tx tx) {
        List<Future<Decision<CaseResult>>> decided =
                questions.stream().map(question -> decided(question, tx)).toList();
        return Future.all(decided)
                .map(all -> decided.stream().map(Future::result).toList());
    }

    private Future<Decision<CaseResult>> decided(Question question, Tx tx) {
        return question.scanner()
                .compose(scanner -> command.decide(question.request(), question.context(), tx, scanner));
    }

    @Override
    public Decision<CaseResult> decide(Question question, Decision<CaseResult> decided, CommandContext context) {
        return decided;
    }
}
