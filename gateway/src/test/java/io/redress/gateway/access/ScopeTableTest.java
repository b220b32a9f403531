package io.redress.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.http.OperationAccess;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTableTest {

    private static final String CONTRACT = """
            paths:
              /v1/things:
                get: { operationId: list, x-scope: [], x-owner: merchant }
                post: { operationId: make, x-scope: [merchant, agency], x-owner: none }
                put: { operationId: unsaid }
              /v1/open:
                get: { operationId: open, x-scope: [public], x-owner: none }
            """;

    @Test
    void an_operation_may_be_called_by_whom_its_contract_names() {
        ScopeTable table = table(CONTRACT);

        assertThat(table.find("GET", "/v1/things")).hasValue(new OperationAccess(Set.of(), false, true));
        assertThat(table.find("POST", "/v1/things"))
                .hasValue(new OperationAccess(Set.of("merchant", "agency"), false, false));
        assertThat(table.find("GET", "/v1/open")).hasValue(new OperationAccess(Set.of(), true, false));
    }

    @Test
    void what_no_contract_says_nobody_may() {
        ScopeTable table = table(CONTRACT);

        assertThat(table.find("PUT", "/v1/things")).isEmpty();
        assertThat(table.find("DELETE", "/v1/things")).isEmpty();
        assertThat(table.find("GET", "/v1/other")).isEmpty();
    }

    @Test
    void a_missing_contract_and_one_operation_in_two_are_refused() {
        assertThatThrownBy(() -> ScopeTable.from(List.of("a"), name -> null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ScopeTable.from(List.of("a", "b"), name -> stream(CONTRACT)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two contracts");
    }

    @Test
    void every_operation_of_every_contract_is_there() {
        ScopeTable table = ScopeTable.fromClassPath();

        assertThat(table.find("POST", "/v1/penalties")).isPresent();
        assertThat(table.find("GET", "/v1/ledger/accounts")).isPresent();
        assertThat(table.find("POST", "/v1/mandates")).isPresent();
        assertThat(table.find("GET", "/.well-known/redress-edge/jwks.json"))
                .hasValueSatisfying(access -> assertThat(access.open()).isTrue());
    }

    private static ScopeTable table(String contract) {
        return ScopeTable.from(List.of("contract"), name -> stream(contract));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
