package io.redress.penalties.domain.transparency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The format of the EU Transparency Database as data.
 *
 * @param rules in the order of the format
 * @param batch how many statements are filed at once, at most
 */
public record StatementSchema(List<FieldRule> rules, int batch) {

    public StatementSchema {
        rules = List.copyOf(rules);
        Map<String, FieldRule> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        if (byName.size() != rules.size() || batch < 1) {
            throw new IllegalArgumentException("a field of the format comes twice, or its batches are empty");
        }
    }

    public Optional<FieldRule> rule(String field) {
        return rules.stream().filter(rule -> rule.name().equals(field)).findFirst();
    }

    /** True when the field is an enum, or a list of one, that has this value. */
    public boolean takes(String field, String value) {
        return rule(field).filter(rule -> rule.values().contains(value)).isPresent();
    }
}
