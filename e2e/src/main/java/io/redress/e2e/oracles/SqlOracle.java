package io.redress.e2e.oracles;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An oracle whose questions are queries that find only what must not be: each row is one violation, its first column
 * says what.
 */
abstract class SqlOracle implements Oracle {

    private final Rows rows;
    private final Map<String, String> questions;

    /** @param questions what a row of the query means, and the query */
    SqlOracle(Connection connection, Map<String, String> questions) {
        this.rows = new Rows(connection);
        this.questions = questions;
    }

    @Override
    public final List<Violation> check() {
        List<Violation> found = new ArrayList<>();
        questions.forEach((meaning, sql) ->
                rows.texts(sql).forEach(what -> found.add(new Violation(id(), meaning + ": " + what))));
        return List.copyOf(found);
    }
}
