package io.redress.kit.pg;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.util.Set;

/** The database cannot serve this now: no connection, no writing, a timeout. Trying again with the same key is safe. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Connection exceptions, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    /** A lock that cannot be had, and a server on which nobody may write. */
    private static final Set<String> STATES = Set.of("55P03", "25006");

    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    static <T> Future<T> translate(Throwable failure) {
        if (failure instanceof ClosedConnectionException || (failure instanceof PgException pg && isPassing(pg))) {
            return Future.failedFuture(new DatabaseUnavailable("the database broke off", failure));
        }
        return Future.failedFuture(failure);
    }

    private static boolean isPassing(PgException failure) {
        String state = failure.getSqlState();
        return state != null
                && (STATES.contains(state) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2))));
    }
}
