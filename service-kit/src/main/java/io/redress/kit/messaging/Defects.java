package io.redress.kit.messaging;

import io.vertx.pgclient.PgException;
import java.time.DateTimeException;
import java.util.Set;

/**
 * Tells failures that come from the handler or its data from those of the surroundings. The former would hold up a
 * partition for ever, so after some attempts they end as dead letters; the latter go away.
 */
final class Defects {

    /** Attempts before a record that fails by a defect is given up. */
    static final int ATTEMPTS = 8;

    // data exception, integrity constraint violation, syntax error or access rule violation
    private static final Set<String> SQL_CLASSES = Set.of("22", "23", "42");

    private Defects() {}

    static boolean isDefect(Throwable failure) {
        if (failure instanceof PgException sql) {
            String state = sql.getSqlState();
            return state != null && state.length() == 5 && SQL_CLASSES.contains(state.substring(0, 2));
        }
        return failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ArithmeticException
                || failure instanceof DateTimeException;
    }
}
