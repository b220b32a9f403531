package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contract keeps the same rules. */
class ContractRulesTest {

    static List<Path> contracts() {
        return Contracts.apis(Contracts.CURRENT);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_operation_says_who_may_call_it_and_how(Path contract) {
        OperationRules rules = new OperationRules(Contracts.yaml(Contracts.CURRENT.resolve("roles.yaml")));
        List<String> findings = new ArrayList<>();
        operations(contract).forEach((name, operation) -> findings.addAll(rules.findings(name, operation)));

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_request_has_an_end(Path contract) {
        List<String> findings = new ArrayList<>();
        operations(contract).forEach((name, operation) -> findings.addAll(RequestRules.findings(name, operation)));

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void generators_can_read_it_and_it_names_no_host(Path contract) {
        JsonNode document = document(contract);

        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(DocumentRules.findings(document)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_failure_has_the_one_shape(Path contract) {
        JsonNode problem = Contracts.yaml(Contracts.CURRENT.resolve("openapi/problem-component.yaml"))
                .path("Problem");

        assertThat(problem.isObject()).isTrue();
        assertThat(document(contract).at("/components/schemas/Problem")).isEqualTo(problem);
    }

    @Test
    void no_operation_and_no_id_is_there_twice_in_the_suite() {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Path contract : contracts()) {
            operations(contract).forEach((name, operation) -> {
                String id = operation.path("operationId").asText();
                if (!seen.add(name) || !seen.add(id)) {
                    twice.add(name + " " + id);
                }
            });
        }

        assertThat(twice).isEmpty();
        assertThat(contracts()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(seen).hasSizeGreaterThan(40);
    }

    private static JsonNode document(Path contract) {
        return Contracts.yaml(Contracts.CURRENT.resolve(contract));
    }

    private static Map<String, JsonNode> operations(Path contract) {
        return Operations.of(document(contract));
    }
}
