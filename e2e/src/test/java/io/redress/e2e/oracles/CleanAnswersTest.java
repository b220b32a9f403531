package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.workload.Answer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanAnswersTest {

    private final CleanAnswers answers = new CleanAnswers();

    @Test
    void a_problem_document_with_a_request_id_is_as_it_should_be() {
        look(PlantedHistory.refused(503, "dependency-unavailable"));
        look(PlantedHistory.refused(500, "internal"));
        look(PlantedHistory.created("{\"explanation\":\"Select the shop; it was updated at noon (set 3).\"}"));
        assertThat(answers.check()).isEmpty();
        assertThat(answers.seen()).isEqualTo(3);
    }

    @Test
    void a_server_error_without_problem_document_is_found() {
        look(PlantedHistory.answer(502, Map.of("content-type", "text/html"), "<h1>Bad gateway</h1>"));
        look(PlantedHistory.answer(500, Map.of(), ""));
        look(PlantedHistory.answer(500, Map.of("content-type", "application/problem+json"), "{\"status\":400}"));
        assertThat(answers.check()).hasSize(3).allSatisfy(one -> {
            assertThat(one.oracle()).isEqualTo("I12");
            assertThat(one.what()).contains("POST /v1/penalties", "no problem document");
        });
    }

    @Test
    void a_server_error_without_request_id_is_found() {
        String without = "{\"status\":500,\"code\":\"internal\"}";
        look(PlantedHistory.answer(500, Map.of("content-type", "application/problem+json"), without));
        assertThat(answers.check()).singleElement().satisfies(one -> assertThat(one.what())
                .contains("no request id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException: no",
                "\\tat io.redress.kit.http.Edge.run(Edge.java:12)",
                "ERROR: duplicate key value violates unique constraint \"penalty_pkey\" (SQLSTATE 23505)",
                "SELECT id, status FROM penalties.penalty",
                "io.vertx.pgclient.PgConnection"
            })
    void what_is_behind_an_answer_is_found_in_any_body(String innards) {
        look(PlantedHistory.answer(200, Map.of(), "{\"detail\":\"" + innards.replace("\"", "\\\"") + "\"}"));
        assertThat(answers.check()).isNotEmpty();
    }

    private void look(Answer answer) {
        answers.saw(Optional.empty(), "POST /v1/penalties", answer);
    }
}
