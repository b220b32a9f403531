package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators do about dead letters is the same at every service that reads events. */
class DeadLettersComponentTest {
    private static final Path FRAGMENT = Contracts.CURRENT.resolve("openapi/dead-letters-component.yaml");
    private static final String PLACE = "/v1/operations/";

    @ParameterizedTest
    @CsvSource({
        "case-service, cases, Cases",
        "penalty-service, penalties, Penalties",
        "refund-service, refunds, Refunds",
        "notification-service, notifications, Notifications"
    })
    void a_contract_holds_the_one_fragment_under_the_name_of_its_schema(String service, String schema, String inIds) {
        JsonNode contract = Contracts.yaml(Contracts.CURRENT.resolve("openapi/" + service + ".yaml"));
        JsonNode fragment = Contracts.parseYaml(
                Contracts.text(FRAGMENT).replace("<schema>", schema).replace("<Schema>", inIds));

        assertThat(operations(contract)).isEqualTo(operations(fragment)).hasSize(5);
        for (String kind : new String[] {"parameters", "schemas"}) {
            fragment.at("/components/" + kind).properties().forEach(component -> assertThat(
                            contract.at("/components/" + kind + "/" + component.getKey()))
                    .as(component.getKey())
                    .isEqualTo(component.getValue()));
        }
    }

    @Test
    void the_gateway_reads_no_events_and_has_no_such_operations() {
        assertThat(operations(Contracts.yaml(Contracts.CURRENT.resolve("openapi/gateway.yaml"))))
                .isEmpty();
    }

    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith(PLACE))
                .forEach(path -> operations.put(path.getKey(), path.getValue()));
        return operations;
    }
}
