package io.redress.penalties.app.transparency;

/** Whether the database has a statement. */
public sealed interface Existing {

    record There(String uuid) implements Existing {}

    /**
     * It shows none. Limit: its search lags behind what it has taken; that a puid is used only once, it checks against
     * what it has taken.
     */
    record Absent() implements Existing {}

    record Unknown(String why) implements Existing {}
}
