package io.redress.kit.http;

import io.redress.kit.http.CommandOperation.Answer;
import io.redress.kit.http.CommandOperation.Completion;
import io.redress.kit.http.CommandOperation.Plain;
import io.redress.kit.http.CommandOperation.Preparation;
import io.redress.kit.http.CommandOperation.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Binds the contract's operations, by operationId, to the service's methods. */
public final class Operations {

    /** One bound operation. */
    sealed interface Bound {

        record OfCommand<P, R>(
                Optional<Preparation<P>> preparation,
                CommandOperation<P, R> operation,
                Function<R, Object> body,
                Optional<Function<R, Object>> keptBody,
                Optional<Completion> completion)
                implements Bound {}

        record OfBatch<Q, F, R>(CommandBatches<Q, F, R> batches, Function<R, Object> body) implements Bound {}

        record OfQuery(Query query) implements Bound {}

        record OfStream(EventFeed feed) implements Bound {}

        record OfAnswer(Answer answer) implements Bound {}

        record OfUpload<P, R>(UploadOperation<P, R> operation, Function<R, Object> body) implements Bound {}

        record OfDownload(Download.Operation operation) implements Bound {}
    }

    private final Map<String, Bound> bound = new LinkedHashMap<>();

    /** A change; its answer's body is made from the result before anything is written. */
    public <R> void command(String operationId, Plain<R> operation, Function<R, Object> body) {
        bind(operationId, plain(operation, body, Optional.empty(), Optional.empty()));
    }

    /**
     * A change whose answer shows something that is kept nowhere, such as a new secret: a replay is answered with
     * {@code keptBody}, which is also all that the database ever holds of the answer.
     */
    public <R> void commandShownOnce(
            String operationId, Plain<R> operation, Function<R, Object> body, Function<R, Object> keptBody) {
        bind(operationId, plain(operation, body, Optional.of(keptBody), Optional.empty()));
    }

    /**
     * A change whose answer holds something that must not be kept for a replay: the body is stored without it, and
     * the completion adds it as the answer goes out, the first time and each time it is replayed.
     */
    public <R> void command(String operationId, Plain<R> operation, Function<R, Object> body, Completion completion) {
        bind(operationId, plain(operation, body, Optional.empty(), Optional.of(completion)));
    }

    /** A change that first needs something from outside the transaction; a replay does not fetch it again. */
    public <P, R> void command(
            String operationId,
            Preparation<P> preparation,
            CommandOperation<P, R> operation,
            Function<R, Object> body) {
        bind(
                operationId,
                new Bound.OfCommand<>(Optional.of(preparation), operation, body, Optional.empty(), Optional.empty()));
    }

    /** A change that shares a transaction with others of its kind that come at the same time; it needs a key. */
    public <Q, F, R> void batch(String operationId, BatchOperation<Q, F, R> operation, Function<R, Object> body) {
        bind(operationId, new Bound.OfBatch<>(new CommandBatches<>(operation), body));
    }

    /** A read. */
    public void query(String operationId, Query query) {
        bind(operationId, new Bound.OfQuery(query));
    }

    /** A live stream of what the caller may see, from {@code Last-Event-ID} on or from now on. */
    public void stream(String operationId, EventFeed feed) {
        bind(operationId, new Bound.OfStream(feed));
    }

    /** A read of what is not in the own database; no connection to it is held meanwhile. */
    public void answer(String operationId, Answer answer) {
        bind(operationId, new Bound.OfAnswer(answer));
    }

    /** A change whose body is a file; the contract says {@code x-streamed: request}. */
    public <P, R> void upload(String operationId, UploadOperation<P, R> operation, Function<R, Object> body) {
        bind(operationId, new Bound.OfUpload<>(operation, body));
    }

    /** A read whose answer is a file; the contract says {@code x-streamed: response}. */
    public void download(String operationId, Download.Operation operation) {
        bind(operationId, new Bound.OfDownload(operation));
    }

    private static <R> Bound plain(
            Plain<R> operation,
            Function<R, Object> body,
            Optional<Function<R, Object>> keptBody,
            Optional<Completion> completion) {
        return new Bound.OfCommand<Object, R>(
                Optional.empty(),
                (request, context, tx, nothing) -> operation.decide(request, context, tx),
                body,
                keptBody,
                completion);
    }

    private void bind(String operationId, Bound operation) {
        if (bound.put(operationId, operation) != null) {
            throw new IllegalStateException("operation " + operationId + " is bound twice");
        }
    }

    Map<String, Bound> bound() {
        return bound;
    }
}
