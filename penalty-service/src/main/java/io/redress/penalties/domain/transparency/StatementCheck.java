package io.redress.penalties.domain.transparency;

import io.redress.penalties.domain.transparency.FieldRule.Has;
import io.redress.penalties.domain.transparency.FieldRule.Keeping;
import io.redress.penalties.domain.transparency.FieldRule.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges a statement by the format before it is sent: by what the database's code checks and by what its documentation
 * demands beyond that, so that what passes is taken whichever of them changes. Guarantee: every problem, each with its
 * field. Limit: whether a puid was used before is for the database to say.
 */
public final class StatementCheck {

    private final StatementSchema schema;

    public StatementCheck(StatementSchema schema) {
        this.schema = schema;
    }

    /**
     * Everything that is wrong, in the order of the format; empty when the statement may be sent.
     *
     * @param statement texts, lists of texts and maps of texts by field
     */
    public List<FormatProblem> problems(Map<String, Object> statement) {
        List<FormatProblem> problems = new ArrayList<>();
        for (FieldRule rule : schema.rules()) {
            if (!(rule.keeping() instanceof Keeping.ExcludedUnless unless)
                    || FormValues.has(statement, unless.condition())) {
                problems.addAll(ofField(rule, statement));
            }
        }
        statement.keySet().stream()
                .filter(field -> schema.rule(field).isEmpty())
                .sorted()
                .map(field -> new FormatProblem(field, "the format has no such field"))
                .forEach(problems::add);
        return problems;
    }

    /** The fields of which the database would not keep everything that is sent. */
    public List<String> ignored(Map<String, Object> statement) {
        return schema.rules().stream()
                .filter(rule -> FormValues.present(statement, rule.name()) && !kept(rule, statement))
                .map(FieldRule::name)
                .toList();
    }

    private static List<FormatProblem> ofField(FieldRule rule, Map<String, Object> statement) {
        List<FormatProblem> problems = new ArrayList<>();
        if (FormValues.present(statement, rule.name())) {
            ValueCheck.problem(rule, statement.get(rule.name())).ifPresent(problems::add);
            rule.documented()
                    .notBefore()
                    .flatMap(other -> ValueCheck.order(rule.name(), other, statement))
                    .ifPresent(problems::add);
        } else if (required(rule.required(), statement)) {
            problems.add(new FormatProblem(rule.name(), why(rule.required())));
        } else if (rule.documented().required()) {
            problems.add(new FormatProblem(rule.name(), "the documentation requires it"));
        } else if (nullWhereNoneIsTaken(rule, statement)) {
            problems.add(new FormatProblem(rule.name(), "may be left out, but not be null"));
        }
        return problems;
    }

    private static boolean nullWhereNoneIsTaken(FieldRule rule, Map<String, Object> statement) {
        boolean typed =
                switch (rule.kind()) {
                    case ENUM, LIST, DATE, CODES -> true;
                    case TEXT, URL -> false;
                };
        return typed && !rule.nullable() && statement.containsKey(rule.name()) && statement.get(rule.name()) == null;
    }

    private static boolean required(Requirement requirement, Map<String, Object> statement) {
        if (requirement instanceof Requirement.When when) {
            return FormValues.has(statement, when.condition());
        }
        if (requirement instanceof Requirement.AllAbsent others) {
            return others.fields().stream().noneMatch(field -> FormValues.present(statement, field));
        }
        return requirement instanceof Requirement.Always;
    }

    private static String why(Requirement requirement) {
        if (requirement instanceof Requirement.When when) {
            Has condition = when.condition();
            return "is required with " + condition.field() + " " + condition.value();
        }
        if (requirement instanceof Requirement.AllAbsent others) {
            return "is required where there is none of " + String.join(", ", others.fields());
        }
        return "is required";
    }

    private static boolean kept(FieldRule rule, Map<String, Object> statement) {
        Keeping keeping = rule.keeping();
        if (keeping instanceof Keeping.ExcludedUnless unless) {
            return FormValues.has(statement, unless.condition());
        }
        if (keeping instanceof Keeping.DroppedUnless unless) {
            return FormValues.has(statement, unless.condition());
        }
        if (keeping instanceof Keeping.DroppedWhen when) {
            return !FormValues.has(statement, when.condition());
        }
        if (keeping instanceof Keeping.WithoutValueOf other) {
            Object value = statement.get(other.field());
            return !(statement.get(rule.name()) instanceof Collection<?> list)
                    || list.stream().noneMatch(item -> Objects.equals(item, value));
        }
        return true;
    }
}
