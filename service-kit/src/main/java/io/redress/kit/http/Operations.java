package io.redress.kit.http;

import io.redress.kit.http.CommandOperation.Plain;
import io.redress.kit.http.CommandOperation.Preparation;
import io.redress.kit.http.CommandOperation.Query;
import io.redress.kit.http.CommandOperation.Reading;
import io.redress.kit.http.CommandOperation.Rendering;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Binds the contract's operations, by operationId, to the service's methods. */
public final class Operations {

    /** One bound operation. */
    sealed interface Bound {

        record OfCommand<P, R>(
                Optional<Preparation<P>> preparation, CommandOperation<P, R> operation, Function<R, Object> body)
                implements Bound {}

        record OfQuery(Query query) implements Bound {}

        record OfReading<T>(Reading<T> reading, Rendering<T> rendering) implements Bound {}
    }

    private final Map<String, Bound> bound = new LinkedHashMap<>();

    /** A change; its answer's body is made from the result before anything is written. */
    public <R> void command(String operationId, Plain<R> operation, Function<R, Object> body) {
        bind(
                operationId,
                new Bound.OfCommand<Object, R>(
                        Optional.empty(),
                        (request, context, tx, nothing) -> operation.decide(request, context, tx),
                        body));
    }

    /** A change that first needs something from outside the transaction; a replay does not fetch it again. */
    public <P, R> void command(
            String operationId,
            Preparation<P> preparation,
            CommandOperation<P, R> operation,
            Function<R, Object> body) {
        bind(operationId, new Bound.OfCommand<>(Optional.of(preparation), operation, body));
    }

    /** A read. */
    public void query(String operationId, Query query) {
        bind(operationId, new Bound.OfQuery(query));
    }

    /** A read whose answer is made after the database connection has been given back. */
    public <T> void query(String operationId, Reading<T> reading, Rendering<T> rendering) {
        bind(operationId, new Bound.OfReading<>(reading, rendering));
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
