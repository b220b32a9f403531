package io.redress.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.attack.Cell.Expectation;
import io.redress.testkit.ApiClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each expectation is met by what the contract promises and by nothing else: no cell of the matrix is soft. */
class ExpectationTest {

    private static final Map<String, Answer> ANSWERS = Map.ofEntries(
            Map.entry("401", problem(401, "unauthenticated")),
            Map.entry("401 of another code", problem(401, "forbidden")),
            Map.entry("401 without a problem", plain(401, "")),
            Map.entry("403", problem(403, "forbidden")),
            Map.entry("403 of another code", problem(403, "own-cause")),
            Map.entry("404", problem(404, "not-found")),
            Map.entry("404 of another code", problem(404, "case-unknown")),
            Map.entry("404 without a problem", plain(404, "")),
            Map.entry("empty page", plain(200, "{\"items\":[]}")),
            Map.entry("empty page with a next", plain(200, "{\"items\":[],\"next\":\"abc\"}")),
            Map.entry("full page", plain(200, "{\"items\":[{\"id\":\"cas_1\"}]}")),
            Map.entry("full page in a 201", plain(201, "{\"items\":[{\"id\":\"cas_1\"}]}")),
            Map.entry("no page", plain(200, "{\"id\":\"cas_1\"}")),
            Map.entry("no JSON", plain(200, "%PDF")),
            Map.entry("201", plain(201, "{}")),
            Map.entry("400", problem(400, "validation-failed")),
            Map.entry("409", problem(409, "illegal-transition")),
            Map.entry("500", problem(500, "internal")),
            Map.entry("503", problem(503, "dependency-unavailable")));

    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "EMPTY_PAGE, empty page",
        "FULL_PAGE, full page",
        "LET_IN, 201|400|409|empty page|empty page with a next|full page|full page in a 201|no JSON|no page",
    })
    void an_expectation_is_met_by_these_answers_and_no_others(Expectation expectation, String met) {
        List<String> found = ANSWERS.entrySet().stream()
                .filter(answer -> expectation.met(answer.getValue()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(found).containsExactlyInAnyOrder(met.split("\\|"));
    }

    @Test
    void every_expectation_can_fail_and_every_one_is_tried_here() {
        assertThat(Expectation.values()).hasSize(6).allSatisfy(expectation -> assertThat(ANSWERS.values())
                .anyMatch(expectation::met)
                .anyMatch(answer -> !expectation.met(answer)));
    }

    @Test
    void no_answer_is_both_a_denial_and_a_way_in() {
        List<Expectation> denials = List.of(Expectation.UNAUTHENTICATED, Expectation.FORBIDDEN, Expectation.NOT_FOUND);
        List<Expectation> waysIn = List.of(Expectation.LET_IN, Expectation.EMPTY_PAGE, Expectation.FULL_PAGE);

        ANSWERS.forEach((name, answer) -> {
            boolean denied = denials.stream().anyMatch(one -> one.met(answer));
            boolean let = waysIn.stream().anyMatch(one -> one.met(answer));
            assertThat(denied && let).as(name).isFalse();
        });
    }

    @Test
    void only_what_opens_shows_staff_a_merchants_things() {
        assertThat(Arrays.stream(Expectation.values())
                        .filter(Expectation::opens)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Expectation.LET_IN, Expectation.FULL_PAGE);
    }

    private static Answer problem(int status, String code) {
        return answer(status, "application/problem+json", "{\"code\":\"" + code + "\"}");
    }

    private static Answer plain(int status, String body) {
        return answer(status, "application/json", body);
    }

    private static Answer answer(int status, String type, String body) {
        return new Answer(status, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8));
    }
}
