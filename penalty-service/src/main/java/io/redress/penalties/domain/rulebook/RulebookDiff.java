package io.redress.penalties.domain.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two versions of the rules, part by part and field by field; both languages are fields of their
 * own. Number and dates of the versions are not compared. What there was before keeps its order; what is new follows.
 */
public record RulebookDiff(List<Field> settings, List<Change> thresholds, List<Change> measures, List<Change> clauses) {

    /**
     * A value that differs.
     *
     * @param before empty where it was not there
     * @param after empty where it is not there any more
     */
    public record Field(String name, Optional<String> before, Optional<String> after) {}

    /**
     * A threshold, a measure or a clause that differs.
     *
     * @param key a threshold's bucket and points, a measure's kind, a clause's id
     */
    public record Change(String key, Kind kind, List<Field> fields) {}

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public static RulebookDiff between(RulebookForm before, RulebookForm after) {
        return new RulebookDiff(
                fields(RulebookFields.settings(before), RulebookFields.settings(after)),
                changes(RulebookFields.thresholds(before), RulebookFields.thresholds(after)),
                changes(RulebookFields.measures(before), RulebookFields.measures(after)),
                changes(RulebookFields.clauses(before), RulebookFields.clauses(after)));
    }

    private static List<Change> changes(
            Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        List<Change> changes = new ArrayList<>();
        for (String key : keys(before, after)) {
            List<Field> fields = fields(before.getOrDefault(key, Map.of()), after.getOrDefault(key, Map.of()));
            if (!before.containsKey(key)) {
                changes.add(new Change(key, Kind.ADDED, fields));
            } else if (!after.containsKey(key)) {
                changes.add(new Change(key, Kind.REMOVED, fields));
            } else if (!fields.isEmpty()) {
                changes.add(new Change(key, Kind.CHANGED, fields));
            }
        }
        return List.copyOf(changes);
    }

    private static List<Field> fields(Map<String, String> before, Map<String, String> after) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String name : keys(before, after)) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                fields.put(
                        name,
                        new Field(name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))));
            }
        }
        return List.copyOf(fields.values());
    }

    private static Set<String> keys(Map<String, ?> before, Map<String, ?> after) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }
}
