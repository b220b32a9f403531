package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request body has an example that its schema takes: readers copy it, and the attack generator sends it. */
class RequestExamplesTest {

    static List<Path> contracts() {
        try (Stream<Path> files = Files.list(Contracts.CURRENT.resolve("openapi"))) {
            return files.filter(file -> Contracts.yaml(file).has("openapi"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_request_body_has_an_example_that_is_valid(Path contract) {
        assertThat(findings(Contracts.yaml(contract))).isEmpty();
    }

    @Test
    void a_missing_and_an_invalid_example_are_found() {
        JsonNode contract = Contracts.parseYaml("""
                paths:
                  /v1/things:
                    post:
                      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                    put:
                      requestBody:
                        content:
                          application/json: { schema: { $ref: '#/components/schemas/Thing' }, example: { size: large } }
                components:
                  schemas:
                    Thing: { type: object, properties: { size: { type: integer } } }
                """);

        assertThat(findings(contract))
                .anyMatch(finding -> finding.equals("POST /v1/things: no example"))
                .anyMatch(finding -> finding.startsWith("PUT /v1/things: ") && finding.contains("size"));
    }

    private static List<String> findings(JsonNode contract) {
        List<String> findings = new ArrayList<>();
        Operations.of(contract).forEach((name, operation) -> {
            for (Map.Entry<String, JsonNode> content :
                    operation.path("requestBody").path("content").properties()) {
                JsonNode example = content.getValue().path("example");
                boolean file = content.getValue()
                        .path("schema")
                        .path("format")
                        .asText()
                        .equals("binary");
                if (example instanceof MissingNode) {
                    findings.add(name + ": no example");
                } else if (file) {
                    // bytes are of no schema
                    if (!example.isTextual()) {
                        findings.add(name + ": the example of a file is a text");
                    }
                } else {
                    SchemaErrors.of(content.getValue().path("schema"), example)
                            .forEach(error -> findings.add(name + ": " + error));
                }
            }
        });
        return findings;
    }
}
