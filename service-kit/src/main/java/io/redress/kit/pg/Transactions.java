package io.redress.kit.pg;

import io.vertx.core.Future;
import java.util.function.Function;

/** Runs work in transactions, of which it is known what each is for. */
public interface Transactions {

    /**
     * Runs the work in one transaction; a failed future rolls everything back.
     *
     * @param purpose operationId of a command, or type of an event that is handled; changes nothing
     */
    <T> Future<T> inTransaction(String purpose, Function<Tx, Future<T>> work);
}
