package io.redress.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contracts as they are in the sources, and as the baseline has them; both have the same layout below their root. */
final class Contracts {
    static final Path CURRENT = Path.of("..", "contracts", "src", "main", "resources");
    static final Path BASELINE = Path.of("baseline");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Contracts() {}

    /** The services' HTTP contracts, as paths relative to the root. */
    static List<Path> services(Path root) {
        return files(root, "openapi", "-service.yaml");
    }

    /** Every HTTP contract, the gateway's own included. */
    static List<Path> apis(Path root) {
        return Stream.concat(files(root, "openapi", "gateway.yaml").stream(), services(root).stream())
                .toList();
    }

    /** The schemas of events, as paths relative to the root. */
    static List<Path> eventSchemas(Path root) {
        return files(root, "events", ".schema.json");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        return parseJson(text(file));
    }

    static JsonNode yaml(Path file) {
        return parseYaml(text(file));
    }

    static JsonNode parseJson(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parseYaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object document = new Yaml(new SafeConstructor(options)).load(text);
        return MAPPER.valueToTree(document);
    }

    private static List<Path> files(Path root, String folder, String ending) {
        try (Stream<Path> found = Files.walk(root.resolve(folder))) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .map(root::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
