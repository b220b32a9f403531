package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** The gates bite: each change below is one that a contract must not make. */
class OperationGateTest {
    private static final String BEFORE = """
            openapi: 3.1.0
            info: { title: Claims, version: 1.0.0 }
            paths:
              /v1/claims/{claimId}:
                post:
                  operationId: moveClaim
                  x-scope: [finance, operator]
                  parameters:
                    - { name: claimId, in: path, required: true, schema: { type: string, maxLength: 64 } }
                    - { name: dryRun, in: query, schema: { type: boolean } }
                  requestBody:
                    required: true
                    content: { application/json: { schema: { $ref: '#/components/schemas/Move' } } }
                  responses:
                    '200':
                      description: The claim.
                      headers: { ETag: { schema: { type: string } } }
                      content: { application/json: { schema: { $ref: '#/components/schemas/Claim' } } }
            components:
              schemas:
                Move:
                  type: object
                  additionalProperties: false
                  required: [to]
                  properties:
                    to: { type: string, enum: [BOOKED, FAILED] }
                    reason: { type: string, maxLength: 500 }
                Claim:
                  type: object
                  required: [id, status]
                  properties:
                    id: { type: string }
                    status: { type: string, enum: [OPEN, BOOKED] }
                    decidedAt: { type: string, format: date-time }
            """;

    @Test
    void the_same_contract_passes_both_gates() {
        assertThat(OperationGate.breaks(Contracts.parseYaml(BEFORE), Contracts.parseYaml(BEFORE)))
                .isEmpty();
        assertThat(OpenApiCompare.fromContents(BEFORE, BEFORE).isCompatible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "decidedAt: {|note: { type: string }~        decidedAt: {",
                "reason: {|note: { type: string, maxLength: 5 }~        reason: {",
                "[finance, operator]|[finance, operator, integrity]",
                "description: The claim.|description: The claim, moved.",
            })
    void what_callers_do_not_notice_passes_both_gates(String from, String to) {
        String after = changed(from, to);

        assertThat(OperationGate.breaks(Contracts.parseYaml(BEFORE), Contracts.parseYaml(after)))
                .isEmpty();
        assertThat(OpenApiCompare.fromContents(BEFORE, after).isCompatible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/v1/claims/|/v1/moves/|POST /v1/claims/{claimId}: gone",
                "    post:|    put:|POST /v1/claims/{claimId}: gone",
                "[id, status]|[id]|response 200 : status is no longer required",
                "[OPEN, BOOKED]|[OPEN, BOOKED, GONE]|response 200 /properties/status: \"GONE\" is a new value",
                "[to]|[to, reason]|request : reason is required now",
                "[BOOKED, FAILED]|[BOOKED]|request /properties/to: \"FAILED\" is not accepted any more",
                "maxLength: 500|maxLength: 50|request /properties/reason: maxLength is tighter",
                "name: dryRun|required: true, name: dryRun|parameter dryRun: required now",
                "name: dryRun|name: rehearse|parameter dryRun: gone",
                "'200':|'201':|response 200: gone",
                "format: date-time|format: date|response 200 /properties/decidedAt: format changed",
                "headers: { ETag|headers: { Etag2|response 200 header ETag: gone",
            })
    void openapi_diff_and_the_own_gate_both_see_it(String from, String to, String finding) {
        String after = changed(from, to);

        assertThat(OperationGate.breaks(Contracts.parseYaml(BEFORE), Contracts.parseYaml(after)))
                .singleElement()
                .asString()
                .endsWith(finding);
        assertThat(OpenApiCompare.fromContents(BEFORE, after).isCompatible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "decidedAt: {|ruledAt: {|response 200 /properties/decidedAt: gone",
                "id: { type: string }|id: { type: integer }|response 200 /properties/id: type changed",
                "operationId: moveClaim|operationId: shiftClaim|: operationId changed",
                "[finance, operator]|[finance]|: operator may not any more",
                "x-scope:|x-if-match: required~      x-scope:|: x-if-match is required now",
            })
    void what_openapi_diff_lets_pass_the_own_gate_sees(String from, String to, String finding) {
        String after = changed(from, to);

        assertThat(OperationGate.breaks(Contracts.parseYaml(BEFORE), Contracts.parseYaml(after)))
                .anySatisfy(found -> assertThat(found).endsWith(finding));
        assertThat(OpenApiCompare.fromContents(BEFORE, after).isCompatible()).isTrue();
    }

    private static String changed(String from, String to) {
        assertThat(BEFORE).contains(from);
        return BEFORE.replace(from, to.replace("~", "\n"));
    }
}
