package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bodies of commands that come often need no validator: their schemas say nothing that makes no predicate. */
class QuickContractsTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().await();
    }

    @ParameterizedTest
    @CsvSource({
        "openapi/case-service.yaml, openCase",
        "openapi/case-service.yaml, fileBrief",
        "openapi/case-service.yaml, fileAnswer",
        "openapi/case-service.yaml, fileReply",
        "openapi/penalty-service.yaml, proposePenalty",
        "openapi/penalty-service.yaml, importPenalty",
        "openapi/penalty-service.yaml, reportViolations"
    })
    void makes_a_predicate(String contract, String operation) {
        var schema = ContractFile.load(VERTX, contract)
                .await()
                .operation(operation)
                .getRequestBody()
                .getContent()
                .get("application/json")
                .getSchema();

        assertThat(QuickSchema.of((JsonObject) schema)).isPresent();
    }
}
