package io.redress.penalties.store;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Parts of a condition that hold all together, and their arguments; no value is ever written into the text. */
final class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final Tuple arguments;

    Conditions() {
        this(Tuple.tuple());
    }

    private Conditions(Tuple arguments) {
        this.arguments = arguments;
    }

    /** For a query within: parts of its own, beginning with this one, and arguments in common. */
    Conditions within(String first) {
        Conditions inner = new Conditions(arguments);
        inner.and(first);
        return inner;
    }

    void and(String part) {
        parts.add(part);
    }

    /** What stands for the value in the text. */
    String value(Object value) {
        arguments.addValue(value);
        return "$" + arguments.size();
    }

    String text() {
        return parts.isEmpty() ? "true" : String.join(" AND ", parts);
    }

    Tuple arguments() {
        return arguments;
    }
}
