package io.redress.penalties.domain.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How this platform's rules and measures are said in the words of the format: data that the platform's lawyers own.
 *
 * @param acts the first that fits a violation counts; the last fits all
 * @param measures where two give different decisions of one kind, the one that stands first is filed
 * @param territories the countries of a territory that is no country of the format itself
 */
public record TransparencyMapping(
        Platform platform, List<ActRule> acts, List<MeasureRule> measures, Map<String, List<String>> territories) {

    public TransparencyMapping {
        acts = List.copyOf(acts);
        measures = List.copyOf(measures);
        territories = Map.copyOf(territories);
    }

    /**
     * What is the same in all statements.
     *
     * @param termsUrl where the platform's rules are published
     */
    public record Platform(
            List<String> contentTypes, String accountType, String sourceType, Optional<String> termsUrl) {
        public Platform {
            contentTypes = List.copyOf(contentTypes);
        }
    }

    /**
     * What a violation is in the words of the format.
     *
     * @param clauses ids of clauses it fits; with no act kinds either, it fits all
     * @param additions further categories
     * @param legalGround the law it is illegal by; empty where the ground is the platform's own rule
     * @param illegal whether content against the platform's rule is also held to be illegal; empty: not said
     */
    public record ActRule(
            Set<String> clauses,
            Set<String> actKinds,
            String category,
            List<String> additions,
            List<String> keywords,
            Optional<String> legalGround,
            Optional<Boolean> illegal) {

        public ActRule {
            clauses = Set.copyOf(clauses);
            actKinds = Set.copyOf(actKinds);
            additions = List.copyOf(additions);
            keywords = List.copyOf(keywords);
        }

        boolean fits(String clauseId, String actKind) {
            return fitsAll() || clauses.contains(clauseId) || actKinds.contains(actKind);
        }

        boolean fitsAll() {
            return clauses.isEmpty() && actKinds.isEmpty();
        }
    }

    /** Which decisions of the format a measure is. */
    public record MeasureRule(
            String kind,
            Optional<String> visibility,
            Optional<String> monetary,
            Optional<String> provision,
            Optional<String> account) {}

    ActRule act(String clauseId, String actKind) {
        return acts.stream()
                .filter(rule -> rule.fits(clauseId, actKind))
                .findFirst()
                .orElseThrow();
    }

    boolean knows(String measureKind) {
        return measures.stream().anyMatch(rule -> rule.kind().equals(measureKind));
    }

    /** What it names that the format does not have, and what it leaves open; empty when it may be used. */
    public List<String> problems(StatementSchema schema) {
        List<String> problems = new ArrayList<>();
        if (acts.isEmpty() || !acts.get(acts.size() - 1).fitsAll()) {
            problems.add("acts: the last one must fit all, without clauses and actKinds");
        }
        platform.contentTypes().forEach(type -> demand(schema, "content_type", type, problems));
        if (platform.contentTypes().isEmpty()) {
            problems.add("platform: no contentTypes");
        }
        demand(schema, "account_type", platform.accountType(), problems);
        demand(schema, "source_type", platform.sourceType(), problems);
        for (ActRule act : acts) {
            demand(schema, "category", act.category(), problems);
            act.additions().forEach(addition -> demand(schema, "category_addition", addition, problems));
            act.keywords().forEach(keyword -> demand(schema, "category_specification", keyword, problems));
        }
        for (MeasureRule measure : measures) {
            measure.visibility().ifPresent(value -> demand(schema, "decision_visibility", value, problems));
            measure.monetary().ifPresent(value -> demand(schema, "decision_monetary", value, problems));
            measure.provision().ifPresent(value -> demand(schema, "decision_provision", value, problems));
            measure.account().ifPresent(value -> demand(schema, "decision_account", value, problems));
            if (measure.visibility().isEmpty()
                    && measure.monetary().isEmpty()
                    && measure.provision().isEmpty()
                    && measure.account().isEmpty()) {
                problems.add("measures: " + measure.kind() + " is no decision of the format");
            }
        }
        territories.values().stream()
                .flatMap(List::stream)
                .forEach(country -> demand(schema, "territorial_scope", country, problems));
        return problems;
    }

    private static void demand(StatementSchema schema, String field, String value, List<String> problems) {
        if (!schema.takes(field, value)) {
            problems.add(field + ": the format has no " + value);
        }
    }
}
