package io.redress.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.attack.Cell.Expectation;
import io.redress.testkit.ApiClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer meets exactly what is named beside it, so no cell of the matrix is met by two kinds of answer. */
class ExpectationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"code\":\"unauthenticated\"} | UNAUTHENTICATED",
                "403 | {\"code\":\"forbidden\"}       | FORBIDDEN",
                "403 | {\"code\":\"own-cause\"}       |",
                "404 | {\"code\":\"not-found\"}       | NOT_FOUND",
                "404 | {\"code\":\"other\"}           |",
                "200 | {\"items\":[]}                 | EMPTY LET_IN",
                "200 | {\"items\":[{}]}               | LET_IN",
                "201 | {\"id\":\"x\"}                 | LET_IN",
                "409 | {\"code\":\"duplicate\"}       | LET_IN",
                "422 | {\"code\":\"reasons-missing\"} | LET_IN",
            })
    void is_met_by_its_own_answer_alone(int status, String body, String met) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        Answer answer = new Answer(status, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8));

        Set<Expectation> named = met == null
                ? Set.of()
                : Arrays.stream(met.split(" ")).map(Expectation::valueOf).collect(Collectors.toSet());
        assertThat(EnumSet.allOf(Expectation.class).stream().filter(each -> each.met(answer)))
                .containsExactlyInAnyOrderElementsOf(named);
    }
}
