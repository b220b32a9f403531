package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules find what they forbid. */
class RulesBiteTest {
    private static final String ROLES = "{ ownership: { merchant: a, none: b }, roles: { finance: {}, machine: {} } }";
    private static final String CONTRACT = """
            openapi: 3.1.0
            paths:
              /v1/claims:
                post:
                  operationId: makeClaim
                  summary: Make a claim.
                  x-scope: [finance]
                  x-owner: merchant
                  x-idempotency-key: required
                  parameters:
                    - { name: Idempotency-Key, in: header, schema: { type: string, maxLength: 128 } }
                  requestBody:
                    content: { application/json: { schema: { $ref: '#/components/schemas/Claim' } } }
            components:
              schemas:
                Claim:
                  type: object
                  additionalProperties: false
                  properties:
                    reason: { type: string, maxLength: 500 }
                    amount: { type: string, pattern: '^[0-9]{1,18}$' }
                    lines: { type: array, maxItems: 9, items: { type: string, format: date } }
                    terms: { type: object, maxProperties: 5, additionalProperties: { type: string, enum: [A] } }
                    nested: { type: object, additionalProperties: false, properties: { id: { type: string, const: a } } }
            """;

    @Test
    void a_contract_that_keeps_the_rules_has_no_findings() {
        assertThat(findings(CONTRACT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "operationId: makeClaim|deprecated: false|: no operationId",
                "summary: Make a claim.|deprecated: false|: neither summary nor description",
                "x-scope: [finance]|x-scope: finance|: x-scope is not a list",
                "x-scope: [finance]|x-scope: [treasurer]|: roles.yaml has no role treasurer",
                "x-scope: [finance]|x-scope: [public, finance]|: roles.yaml has no role public",
                "x-owner: merchant|x-owner: shop|: x-owner is none of",
                "x-idempotency-key: required|x-other: a|: x-idempotency-key belongs to a POST",
                "/v1/claims:|/v1/claims/effect-preview:|: x-idempotency-key belongs to a POST",
                "name: Idempotency-Key|name: Key|: x-idempotency-key and the parameter Idempotency-Key belong together",
                "in: header,|in: header, required: true,|: the parameter Idempotency-Key is not optional",
                "x-owner: merchant|x-owner: merchant~      x-if-match: required|: x-if-match and the parameter If-Match belong",
                "x-owner: merchant|x-owner: merchant~      x-also: [finance]|: x-also belongs to an x-owner of",
                "in: header,|in: header, x-foreign: empty,|: x-foreign is 'empty', on a query parameter",
                ", maxLength: 128||Idempotency-Key: a text without an end",
                ", maxLength: 500||body/reason: a text without an end",
                "'^[0-9]{1,18}$'|'^[0-9]+$'|body/amount: a text without an end",
                "maxItems: 9, ||body/lines: a list without maxItems",
                ", format: date||body/lines[]: a text without an end",
                "maxProperties: 5, ||body/terms: a map without maxProperties",
                ", enum: [A]||body/terms/*: a text without an end",
                "type: object, additionalProperties: false|type: object|body/nested: an object without additionalProperties",
                "type: string, const: a|minimum: 0|body/nested/id: a value without type or end",
                "type: string, const: a|type: [string, 'null'], const: a|: a list of types",
                "type: string, const: a|oneOf: [{ type: boolean }]|: oneOf without discriminator",
                "openapi: 3.1.0|servers: [{ url: / }]|: servers",
            })
    void a_contract_that_breaks_one_has_a_finding(String from, String to, String finding) {
        assertThat(CONTRACT).contains(from);
        String contract = CONTRACT.replace(from, to == null ? "" : to.replace("~", "\n"));

        assertThat(findings(contract)).anySatisfy(found -> assertThat(found).contains(finding));
    }

    private static List<String> findings(String contract) {
        JsonNode document = Contracts.parseYaml(contract);
        OperationRules rules = new OperationRules(Contracts.parseYaml(ROLES));
        List<String> findings = new ArrayList<>(DocumentRules.findings(document));
        Operations.of(document).forEach((name, operation) -> {
            findings.addAll(rules.findings(name, operation));
            findings.addAll(RequestRules.findings(name, operation));
        });
        return findings;
    }
}
