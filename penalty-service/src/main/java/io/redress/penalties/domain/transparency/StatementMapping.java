package io.redress.penalties.domain.transparency;

import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.TimeServed;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.transparency.TransparencyMapping.ActRule;
import io.redress.penalties.domain.transparency.TransparencyMapping.MeasureRule;
import io.redress.penalties.domain.transparency.TransparencyMapping.Platform;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says a restriction in the words of the format. Whether automation was used is said, never how. The main violation,
 * that with the most points, gives category and ground; the others add to them. Limit: of a measure it says what was
 * decided, not what became of it later.
 */
public final class StatementMapping {

    private final TransparencyMapping mapping;
    private final StatementSchema schema;

    public StatementMapping(TransparencyMapping mapping, StatementSchema schema) {
        this.mapping = mapping;
        this.schema = schema;
    }

    /**
     * @param statement texts and lists of texts by field, in the order of the format
     * @param problems what has no words in the format
     */
    public record Mapped(Map<String, Object> statement, List<FormatProblem> problems) {}

    /** @param puid never used before; the format has no other link to it than this one */
    public Mapped map(String puid, Restriction restriction) {
        Penalty penalty = restriction.penalty();
        ZoneId zone = restriction
                .rulebooks()
                .version(penalty.basis().rulebookVersion())
                .orElseThrow()
                .zone();
        Map<String, Object> fields = new LinkedHashMap<>();
        List<FormatProblem> problems = new ArrayList<>();
        fields.put("puid", puid);
        decisions(restriction.measures(), zone, fields, problems);
        ground(restriction, fields);
        Platform platform = mapping.platform();
        fields.put("account_type", platform.accountType());
        platform.termsUrl().ifPresent(url -> fields.put("decision_ground_reference_url", url));
        fields.put("content_type", platform.contentTypes());
        fields.put("content_date", day(restriction.accountOpenedAt(), zone));
        territory(penalty.basis().territory(), fields, problems);
        fields.put("application_date", day(start(restriction.measures()), zone));
        fields.put("decision_facts", FactsWording.facts(penalty, restriction.rulebooks(), zone));
        fields.put("source_type", platform.sourceType());
        fields.put("automated_detection", penalty.basis().automatedDetection() ? "Yes" : "No");
        fields.put("automated_decision", automated(penalty));
        return new Mapped(inOrder(fields), problems);
    }

    private void decisions(
            List<Measure> measures, ZoneId zone, Map<String, Object> fields, List<FormatProblem> problems) {
        Set<String> visibility = new LinkedHashSet<>();
        for (MeasureRule rule : mapping.measures()) {
            if (measures.stream().anyMatch(measure -> measure.kind().equals(rule.kind()))) {
                rule.visibility().ifPresent(visibility::add);
            }
        }
        if (!visibility.isEmpty()) {
            fields.put("decision_visibility", List.copyOf(visibility));
            end(measures, zone, MeasureRule::visibility, Optional.empty())
                    .ifPresent(end -> fields.put("end_date_visibility_restriction", end));
        }
        single(measures, zone, MeasureRule::monetary, "decision_monetary", "end_date_monetary_restriction", fields);
        single(measures, zone, MeasureRule::provision, "decision_provision", "end_date_service_restriction", fields);
        single(measures, zone, MeasureRule::account, "decision_account", "end_date_account_restriction", fields);
        measures.stream()
                .map(Measure::kind)
                .filter(kind -> !mapping.knows(kind))
                .map(kind -> new FormatProblem("decision_visibility", "the mapping has no measure " + kind))
                .forEach(problems::add);
    }

    private void single(
            List<Measure> measures,
            ZoneId zone,
            Function<MeasureRule, Optional<String>> decision,
            String field,
            String endField,
            Map<String, Object> fields) {
        mapping.measures().stream()
                .filter(rule ->
                        measures.stream().anyMatch(measure -> measure.kind().equals(rule.kind())))
                .map(decision)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(value -> {
                    fields.put(field, value);
                    end(measures, zone, decision, Optional.of(value)).ifPresent(end -> fields.put(endField, end));
                });
    }

    /** The last day of the measures that are this decision, or any of its kind; empty when one has no end. */
    private Optional<String> end(
            List<Measure> measures,
            ZoneId zone,
            Function<MeasureRule, Optional<String>> decision,
            Optional<String> value) {
        Set<String> kinds = new LinkedHashSet<>();
        mapping.measures().stream()
                .filter(rule -> value.isPresent()
                        ? decision.apply(rule).equals(value)
                        : decision.apply(rule).isPresent())
                .map(MeasureRule::kind)
                .forEach(kinds::add);
        List<Measure> chosen = measures.stream()
                .filter(measure -> kinds.contains(measure.kind()))
                .toList();
        if (chosen.stream().anyMatch(measure -> measure.days().isEmpty())) {
            return Optional.empty();
        }
        return chosen.stream()
                .map(measure ->
                        TimeServed.plusDays(measure.startsAt(), measure.days().getAsInt()))
                .max(Comparator.naturalOrder())
                .map(end -> day(end, zone));
    }

    private void ground(Restriction restriction, Map<String, Object> fields) {
        List<Violation> heaviestFirst = restriction.penalty().violations().stream()
                .sorted(Comparator.comparingInt(Violation::points).reversed())
                .toList();
        List<ActRule> rules = heaviestFirst.stream()
                .map(violation -> mapping.act(violation.clauseId(), violation.actKind()))
                .toList();
        ActRule main = rules.get(0);
        String explanation = FactsWording.explanation(heaviestFirst, restriction.rulebooks());
        if (main.legalGround().isPresent()) {
            fields.put("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT");
            fields.put("illegal_content_legal_ground", main.legalGround().get());
            fields.put("illegal_content_explanation", explanation);
        } else {
            fields.put("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT");
            fields.put("incompatible_content_ground", FactsWording.clauses(heaviestFirst));
            fields.put("incompatible_content_explanation", explanation);
            main.illegal().ifPresent(illegal -> fields.put("incompatible_content_illegal", illegal ? "Yes" : "No"));
        }
        Set<String> additions = new LinkedHashSet<>();
        Set<String> keywords = new LinkedHashSet<>();
        for (ActRule rule : rules) {
            additions.add(rule.category());
            additions.addAll(rule.additions());
            keywords.addAll(rule.keywords());
        }
        additions.remove(main.category());
        fields.put("category", main.category());
        if (!additions.isEmpty()) {
            fields.put("category_addition", List.copyOf(additions));
        }
        if (!keywords.isEmpty()) {
            fields.put("category_specification", List.copyOf(keywords));
        }
    }

    private void territory(String territory, Map<String, Object> fields, List<FormatProblem> problems) {
        List<String> countries = schema.takes("territorial_scope", territory)
                ? List.of(territory)
                : mapping.territories().getOrDefault(territory, List.of());
        if (countries.isEmpty()) {
            problems.add(new FormatProblem(
                    "territorial_scope", "the penalty holds in " + territory + ", which is no country of the format"));
        } else {
            fields.put("territorial_scope", countries);
        }
    }

    private static String automated(Penalty penalty) {
        if (!penalty.basis().automatedDecision()) {
            return "AUTOMATED_DECISION_NOT_AUTOMATED";
        }
        return penalty.approvedBy().isPresent() ? "AUTOMATED_DECISION_PARTIALLY" : "AUTOMATED_DECISION_FULLY";
    }

    private Map<String, Object> inOrder(Map<String, Object> fields) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (FieldRule rule : schema.rules()) {
            if (fields.containsKey(rule.name())) {
                ordered.put(rule.name(), fields.get(rule.name()));
            }
        }
        return ordered;
    }

    private static Instant start(List<Measure> measures) {
        return measures.stream()
                .map(Measure::startsAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }
}
