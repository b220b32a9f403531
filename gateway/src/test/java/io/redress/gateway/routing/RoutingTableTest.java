package io.redress.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.gateway.Upstream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTableTest {

    private static final String EMPTY = "paths: {}";
    private static final String PENALTIES = """
            paths:
              /v1/penalties:
                post: { operationId: propose, x-scope: [enforcement] }
                get: { operationId: list, x-scope: [] }
              /v1/penalties/import:
                post: { operationId: import, x-scope: [operator] }
              /v1/penalties/{penaltyId}:
                get: { operationId: read, x-scope: [] }
              /v1/notary-callbacks:
                post: { operationId: callback, x-scope: [public] }
            """;

    private final RoutingTable table = RoutingTable.from(contracts(Map.of(Upstream.PENALTIES, PENALTIES)));

    @Test
    void a_path_goes_to_the_service_whose_contract_has_it() {
        assertThat(table.find("GET", "/v1/penalties/pen_1"))
                .isEqualTo(new Destination.Known(Upstream.PENALTIES, "/v1/penalties/{penaltyId}", false));
    }

    @Test
    void a_literal_segment_comes_before_a_parameter() {
        assertThat(table.find("POST", "/v1/penalties/import"))
                .isEqualTo(new Destination.Known(Upstream.PENALTIES, "/v1/penalties/import", false));
    }

    @Test
    void an_operation_of_scope_public_needs_no_token() {
        assertThat(table.find("POST", "/v1/notary-callbacks"))
                .isEqualTo(new Destination.Known(Upstream.PENALTIES, "/v1/notary-callbacks", true));
    }

    @Test
    void a_method_that_the_contract_lacks_is_told_apart_from_an_unknown_path() {
        assertThat(table.find("DELETE", "/v1/penalties"))
                .isEqualTo(new Destination.OtherMethods(Set.of("GET", "POST")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1",
                "/v1/penalties/",
                "/v1//penalties",
                "/v1/penalties/..",
                "/v1/penalties/.",
                "/v1/penalties/a%2Fb",
                "/v1/penalties/pen_1/approve",
                "/V1/penalties",
                "/v1/penalties/pen_1;x",
                "/livez",
                "/metrics"
            })
    void every_other_path_is_unknown(String path) {
        assertThat(table.find("GET", path)).isEqualTo(new Destination.Unknown());
    }

    @Test
    void two_services_that_claim_one_path_are_refused() {
        String same = "paths:\n  /v1/penalties/{id}:\n    get: { operationId: other }\n";
        var both = contracts(Map.of(Upstream.PENALTIES, PENALTIES, Upstream.CASES, same));

        assertThatThrownBy(() -> RoutingTable.from(both))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("case-service")
                .hasMessageContaining("penalty-service");
    }

    @Test
    void a_missing_contract_is_refused() {
        assertThatThrownBy(() -> RoutingTable.from(resource -> null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no contract");
    }

    @Test
    void what_is_in_the_gateways_own_contract_it_answers_itself() {
        assertThat(RoutingTable.fromClassPath().find("POST", "/v1/mandates/man_1/revocations"))
                .isEqualTo(new Destination.Own("/v1/mandates/{mandateId}/revocations"));
        assertThat(RoutingTable.fromClassPath().find("GET", "/.well-known/redress-edge/jwks.json"))
                .isEqualTo(new Destination.Own("/.well-known/redress-edge/jwks.json"));
    }

    private static Function<String, InputStream> contracts(Map<Upstream, String> documents) {
        return resource -> {
            String document = documents.entrySet().stream()
                    .filter(each -> each.getKey().contract().equals(resource))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(EMPTY);
            return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
        };
    }
}
