package io.redress.penalties;

import io.redress.penalties.domain.transparency.FieldRule;
import io.redress.penalties.domain.transparency.FieldRule.Documented;
import io.redress.penalties.domain.transparency.FieldRule.Has;
import io.redress.penalties.domain.transparency.FieldRule.Keeping;
import io.redress.penalties.domain.transparency.FieldRule.Kind;
import io.redress.penalties.domain.transparency.FieldRule.Requirement;
import io.redress.penalties.domain.transparency.StatementSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads the format of the EU Transparency Database, {@code transparency/statement-schema.yaml} of the contracts. */
final class SchemaFile {

    private static final String RESOURCE = "/transparency/statement-schema.yaml";

    private SchemaFile() {}

    /** @throws IllegalArgumentException naming the place that is wrong */
    static StatementSchema read() {
        try (InputStream file = SchemaFile.class.getResourceAsStream(RESOURCE)) {
            YamlNode root = YamlNode.read(file).only("batch", "values", "fields");
            Map<String, List<String>> values = new HashMap<>();
            root.get("values").members().forEach((name, list) -> values.put(name, list.texts()));
            List<FieldRule> rules = new ArrayList<>();
            root.get("fields").members().forEach((name, field) -> rules.add(rule(name, field, values)));
            return new StatementSchema(rules, root.get("batch").get("to").number());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static FieldRule rule(String name, YamlNode field, Map<String, List<String>> values) {
        field.only(
                "kind",
                "max",
                "pattern",
                "values",
                "codes",
                "from",
                "to",
                "nullable",
                "required",
                "excludedUnless",
                "droppedUnless",
                "droppedWhen",
                "dropsValueOf",
                "docs");
        Map<String, Pattern> codes = new HashMap<>();
        field.find("codes").ifPresent(node -> node.members()
                .forEach((code, pattern) -> codes.put(code, Pattern.compile(pattern.text()))));
        return new FieldRule(
                name,
                Kind.valueOf(field.get("kind").text()),
                field.find("max").map(max -> OptionalInt.of(max.number())).orElseGet(OptionalInt::empty),
                field.find("pattern").map(pattern -> Pattern.compile(pattern.text())),
                field.find("values")
                        .map(list -> Optional.ofNullable(values.get(list.text()))
                                .orElseThrow(() -> new IllegalArgumentException(list.place() + " is not in values")))
                        .orElseGet(List::of),
                codes,
                field.find("from").map(day -> LocalDate.parse(day.text())),
                field.find("to").map(day -> LocalDate.parse(day.text())),
                field.find("nullable").map(YamlNode::flag).orElse(false),
                requirement(field.get("required")),
                keeping(field),
                documented(field.find("docs")));
    }

    private static Requirement requirement(YamlNode node) {
        if (!(node.value() instanceof Map)) {
            return switch (node.text()) {
                case "ALWAYS" -> new Requirement.Always();
                case "NEVER" -> new Requirement.Never();
                default -> throw new IllegalArgumentException(node.place() + " is neither ALWAYS nor NEVER");
            };
        }
        node.only("allAbsent", "when");
        return node.find("when")
                .<Requirement>map(when -> new Requirement.When(has(when)))
                .orElseGet(() -> new Requirement.AllAbsent(node.get("allAbsent").texts()));
    }

    private static Keeping keeping(YamlNode field) {
        return field.find("excludedUnless")
                .<Keeping>map(node -> new Keeping.ExcludedUnless(has(node)))
                .or(() -> field.find("droppedUnless").map(node -> new Keeping.DroppedUnless(has(node))))
                .or(() -> field.find("droppedWhen").map(node -> new Keeping.DroppedWhen(has(node))))
                .or(() -> field.find("dropsValueOf").map(node -> new Keeping.WithoutValueOf(node.text())))
                .orElseGet(Keeping.Always::new);
    }

    private static Documented documented(Optional<YamlNode> docs) {
        return docs.map(node -> node.only("required", "notBefore"))
                .map(node -> new Documented(
                        node.find("required").isPresent(),
                        node.find("notBefore").map(YamlNode::text)))
                .orElseGet(() -> new Documented(false, Optional.empty()));
    }

    private static Has has(YamlNode pair) {
        List<String> parts = pair.texts();
        if (parts.size() != 2) {
            throw new IllegalArgumentException(pair.place() + " must be [field, value]");
        }
        return new Has(parts.get(0), parts.get(1));
    }
}
