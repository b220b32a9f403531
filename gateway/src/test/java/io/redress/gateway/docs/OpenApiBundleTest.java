package io.redress.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.gateway.docs.OpenApiBundle.Part;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiBundleTest {

    private static final String CASES = """
            info: { title: Cases, description: Appeals. }
            paths:
              /v1/cases/{caseId}:
                get:
                  operationId: getCase
                  tags: [some]
                  summary: One case
                  description: As it stands.
                  x-scope: [merchant, advocate]
                  x-owner: merchant
            components:
              securitySchemes: { bearer: { type: http, scheme: basic } }
              schemas:
                Id: { type: string, maxLength: 64 }
                At: { type: string, example: 2018-01-01T00:00:00Z }
            """;

    @Test
    void what_two_contracts_share_but_for_words_is_there_once() {
        String other = contract("/v1/claims", "getClaims", "Id: { type: string, description: An id., maxLength: 64 }");
        JsonObject bundled = bundle(CASES, other);

        assertThat(bundled.getJsonObject("components").getJsonObject("schemas").fieldNames())
                .containsExactly("At", "Id");
        assertThat(bundled.getJsonObject("paths").fieldNames()).containsExactly("/v1/cases/{caseId}", "/v1/claims");
    }

    @Test
    void an_operation_keeps_its_extensions_and_says_them_in_words_under_its_services_tag() {
        JsonObject operation = bundle(CASES)
                .getJsonObject("paths")
                .getJsonObject("/v1/cases/{caseId}")
                .getJsonObject("get");

        assertThat(operation.getJsonArray("tags")).isEqualTo(new JsonArray(List.of("part0")));
        assertThat(operation.getJsonArray("x-scope")).isEqualTo(new JsonArray(List.of("merchant", "advocate")));
        assertThat(operation.getString("x-owner")).isEqualTo("merchant");
        assertThat(operation.getString("description"))
                .startsWith("As it stands.\n\nRoles: merchant, advocate. A caller of the merchant side reaches");
        assertThat(operation.containsKey("security")).isFalse();
    }

    @Test
    void the_document_says_who_it_is_and_how_to_call_it() {
        JsonObject bundled = bundle(CASES);

        assertThat(bundled.getString("openapi")).isEqualTo("3.1.0");
        assertThat(bundled.getJsonObject("info").getString("title")).isEqualTo("Redress");
        assertThat(bundled.getJsonArray("servers").getJsonObject(0).getString("url"))
                .isEqualTo("/");
        assertThat(bundled.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .fieldNames())
                .containsExactly("bearer", "apiKey");
        assertThat(bundled.getJsonArray("tags").getJsonObject(0).getString("description"))
                .isEqualTo("Appeals.");
    }

    @Test
    void an_open_operation_asks_for_no_token() {
        String open = contract("/v1/open", "readOpen", "Id: { type: string }").replace("[machine]", "[public]");
        JsonObject operation =
                bundle(open).getJsonObject("paths").getJsonObject("/v1/open").getJsonObject("get");

        assertThat(operation.getJsonArray("security").isEmpty()).isTrue();
        assertThat(operation.getString("description")).isEqualTo("Anybody may call this, without a token.");
    }

    @Test
    void a_time_stays_a_text_and_is_quoted_when_written() {
        String yaml = OpenApiBundle.of(List.of(new Part("cases", ContractYaml.parse(CASES))))
                .yaml();

        assertThat(yaml).contains("example: '2018-01-01T00:00:00Z'");
        assertThat(ContractYaml.parse(yaml).get("openapi")).isEqualTo("3.1.0");
    }

    @Test
    void every_clash_is_named() {
        String other = """
                info: { title: Other }
                paths:
                  /v1/cases/{id}:
                    get: { operationId: other, x-scope: [] }
                  /v1/others:
                    get: { operationId: getCase, x-scope: [] }
                components:
                  schemas:
                    Id: { type: string, maxLength: 65 }
                """;

        assertThatThrownBy(() -> bundle(CASES, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("path /v1/cases/{id} of part1 is there already as part0 /v1/cases/{caseId}")
                .hasMessageContaining("operationId getCase of get /v1/others is that of get /v1/cases/{caseId}")
                .hasMessageContaining("schemas Id of part1 is not that of part0");
    }

    @Test
    void the_suites_own_contracts_fit_together() {
        JsonObject bundled = new JsonObject(OpenApiBundle.fromClassPath().document());

        assertThat(bundled.getJsonObject("paths").fieldNames())
                .contains("/v1/penalties", "/v1/cases", "/v1/claims", "/v1/notices");
        assertThat(bundled.encode()).doesNotContain("#/components/securitySchemes");
    }

    private static JsonObject bundle(String... contracts) {
        List<Part> parts = new java.util.ArrayList<>();
        for (String contract : contracts) {
            parts.add(new Part("part" + parts.size(), ContractYaml.parse(contract)));
        }
        return new JsonObject(new JsonObject(OpenApiBundle.of(parts).document()).encode());
    }

    private static String contract(String path, String operationId, String schema) {
        return """
                info: { title: A service }
                paths:
                  %s:
                    get: { operationId: %s, x-scope: [machine], x-owner: none }
                components:
                  schemas:
                    %s
                """.formatted(path, operationId, schema);
    }
}
