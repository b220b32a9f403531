package io.redress.cases.store;

import io.redress.cases.app.advocacy.IndependenceLog.Asked;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statement of one list of refused attempts, made of the conditions that were asked for and of no others, so that each
 * has the index that fits it. What callers send is always an argument.
 */
final class AttemptsSql {

    private static final String LIST = """
            SELECT attempt_id, case_id, merchant_id, advocate_id, attempt, by, standing, at FROM independence_attempt
            WHERE %s ORDER BY attempt_id LIMIT %s""";

    private final List<Object> arguments = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private String text = "";

    private AttemptsSql() {}

    /** @param limit rows at the most */
    static AttemptsSql of(Asked asked, int limit, Optional<String> afterId) {
        AttemptsSql statement = new AttemptsSql();
        statement.conditions.add("attempt_id > " + statement.argument(afterId.orElse("")));
        asked.caseId().ifPresent(id -> statement.where("case_id = ", id));
        asked.by().ifPresent(id -> statement.where("by = ", id));
        asked.from().ifPresent(at -> statement.where("at >= ", Columns.time(at)));
        asked.to().ifPresent(at -> statement.where("at < ", Columns.time(at)));
        if (!asked.kinds().isEmpty()) {
            Object kinds = asked.kinds().stream().map(Enum::name).sorted().toArray(String[]::new);
            statement.conditions.add("attempt = ANY (" + statement.argument(kinds) + ")");
        }
        statement.text = LIST.formatted(String.join(" AND ", statement.conditions), statement.argument(limit));
        return statement;
    }

    String text() {
        return text;
    }

    Tuple arguments() {
        return Columns.tuple(arguments.toArray());
    }

    private void where(String condition, Object value) {
        conditions.add(condition + argument(value));
    }

    private String argument(Object value) {
        arguments.add(value);
        return "$" + arguments.size();
    }
}
