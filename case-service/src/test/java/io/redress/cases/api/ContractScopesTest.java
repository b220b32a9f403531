package io.redress.cases.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.CaseCommand;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ContractScopesTest {

    @Test
    void theContractLetsThoseAskWhoMayGiveTheCommand() throws IOException {
        Map<String, Set<String>> scopes = scopes();
        Map<String, Set<String>> roles = new HashMap<>();
        Arrays.stream(CaseCommand.values()).forEach(command -> command.operationId()
                .ifPresent(operation ->
                        roles.computeIfAbsent(operation, key -> new HashSet<>()).addAll(command.roles())));

        assertThat(scopes).containsAllEntriesOf(roles);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Set<String>> scopes() throws IOException {
        try (InputStream contract = ContractScopesTest.class.getResourceAsStream("/openapi/case-service.yaml")) {
            Map<String, Object> document = new Yaml().load(contract);
            Map<String, Map<String, Object>> paths = (Map<String, Map<String, Object>>) document.get("paths");
            Map<String, Set<String>> scopes = new HashMap<>();
            paths.values().stream().flatMap(path -> path.values().stream()).forEach(value -> {
                Map<String, Object> operation = (Map<String, Object>) value;
                scopes.put((String) operation.get("operationId"), Set.copyOf((List<String>) operation.get("x-scope")));
            });
            return scopes;
        }
    }
}
