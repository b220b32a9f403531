package io.redress.e2e.crash;

/**
 * What must be in the database when everything has come to rest.
 *
 * @param sql counts; its only parameter is the argument
 */
record Fact(String what, String sql, String argument, long expected) {

    /** There is exactly one. */
    static Fact once(String what, String sql, String argument) {
        return new Fact(what, sql, argument, 1);
    }

    /** Exactly one event of this type in a service's history speaks of the id. */
    static Fact recordedOnce(String schema, String type, String id) {
        return once(
                type + " in the history of " + schema,
                "SELECT count(*) FROM " + schema + ".history WHERE event_type = '" + type
                        + "' AND position(? IN envelope) > 0",
                id);
    }
}
