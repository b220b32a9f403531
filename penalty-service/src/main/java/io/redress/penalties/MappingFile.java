package io.redress.penalties;

import io.redress.penalties.domain.transparency.StatementSchema;
import io.redress.penalties.domain.transparency.TransparencyMapping;
import io.redress.penalties.domain.transparency.TransparencyMapping.ActRule;
import io.redress.penalties.domain.transparency.TransparencyMapping.MeasureRule;
import io.redress.penalties.domain.transparency.TransparencyMapping.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how this platform says its rules in the format: a file of the operator's, or the sample that is shipped. */
final class MappingFile {

    private static final String SAMPLE = "/sample/transparency-mapping.yaml";

    private MappingFile() {}

    /** @throws IllegalArgumentException with everything that the format does not have, or naming the place */
    static TransparencyMapping read(Optional<Path> path, StatementSchema schema) {
        try (InputStream file =
                path.isPresent() ? Files.newInputStream(path.get()) : MappingFile.class.getResourceAsStream(SAMPLE)) {
            TransparencyMapping mapping = mapping(YamlNode.read(file));
            List<String> problems = mapping.problems(schema);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", problems));
            }
            return mapping;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read: " + e.getMessage());
        }
    }

    private static TransparencyMapping mapping(YamlNode root) {
        root.only("platform", "acts", "measures", "territories");
        Map<String, List<String>> territories = new HashMap<>();
        root.find("territories")
                .ifPresent(node -> node.members().forEach((name, list) -> territories.put(name, list.texts())));
        return new TransparencyMapping(
                platform(root.get("platform")),
                root.get("acts").items().stream().map(MappingFile::act).toList(),
                root.get("measures").items().stream().map(MappingFile::measure).toList(),
                territories);
    }

    private static Platform platform(YamlNode node) {
        node.only("contentTypes", "accountType", "sourceType", "termsUrl");
        return new Platform(
                node.texts("contentTypes"),
                node.get("accountType").text(),
                node.get("sourceType").text(),
                text(node, "termsUrl"));
    }

    private static ActRule act(YamlNode node) {
        node.only("clauses", "actKinds", "category", "additions", "keywords", "legalGround", "illegal");
        return new ActRule(
                Set.copyOf(node.texts("clauses")),
                Set.copyOf(node.texts("actKinds")),
                node.get("category").text(),
                node.texts("additions"),
                node.texts("keywords"),
                text(node, "legalGround"),
                node.find("illegal").map(YamlNode::flag));
    }

    private static MeasureRule measure(YamlNode node) {
        node.only("kind", "visibility", "monetary", "provision", "account");
        return new MeasureRule(
                node.get("kind").text(),
                text(node, "visibility"),
                text(node, "monetary"),
                text(node, "provision"),
                text(node, "account"));
    }

    private static Optional<String> text(YamlNode node, String member) {
        return node.find(member).map(YamlNode::text);
    }
}
