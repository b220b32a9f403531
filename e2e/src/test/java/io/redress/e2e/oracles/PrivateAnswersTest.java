package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.SuiteAddress;
import io.redress.infra.PgUrl;
import io.redress.quickstart.story.User;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivateAnswersTest {

    private static final SuiteAddress SUITE = new SuiteAddress(
            "http://127.0.0.1:1",
            "http://127.0.0.1:1",
            Map.of(),
            new PgUrl("127.0.0.1", 1, "redress", "postgres", "open-sesame-please"),
            "127.0.0.1:1",
            Map.of("case-service", "short"),
            Path.of("logs"));
    private static final User MERCHANT = User.merchant("m-t5n1-j3");
    private static final User STRANGER = User.merchant("m-t5n1-j3-stranger");
    private static final User STAFF = User.staff("int-1", "integrity");

    private final PrivateAnswers answers =
            new PrivateAnswers(SUITE, Map.of("sealed term 1", "Thistle and Thorn"), "t5n\\d+");

    @Test
    void a_merchant_is_told_of_its_own_journey_and_staff_of_all() {
        look(MERCHANT, "GET /v1/penalties/pen_1", "{\"shopId\":\"s-t5n1-j3\",\"listing\":\"l-t5n1-j3-2\"}");
        look(STAFF, "GET /v1/cases", "{\"items\":[\"m-t5n1-j3\",\"m-t5n1-j4\"],\"note\":\"a short one\"}");

        assertThat(answers.check()).isEmpty();
        assertThat(answers.ofMerchants()).isEqualTo(1);
    }

    @Test
    void what_another_journey_made_is_found_in_the_answer_to_a_merchant() {
        look(MERCHANT, "GET /v1/penalties", "{\"items\":[\"s-t5n1-j3\",\"s-t5n1-j31\",\"s-t5n2-j3\"]}");

        assertThat(answers.check())
                .containsExactly(
                        new Violation("I8", "GET /v1/penalties by m-t5n1-j3: the answer 200 tells s-t5n1-j31"),
                        new Violation("I8", "GET /v1/penalties by m-t5n1-j3: the answer 200 tells s-t5n2-j3"));
    }

    @Test
    void a_stranger_is_told_nothing_but_what_it_has_named_itself() {
        look(STRANGER, "GET /v1/shops/s-t5n1-j3/standing", "{\"instance\":\"/v1/shops/s-t5n1-j3/standing\"}");
        look(STRANGER, "GET /v1/notices", "{\"merchantId\":\"m-t5n1-j3-stranger\"}");
        assertThat(answers.check()).isEmpty();

        look(STRANGER, "GET /v1/shops/s-t5n1-j3/standing", "{\"explanation\":\"It is so [t5n1-j3-propose].\"}");
        assertThat(answers.check()).singleElement().satisfies(one -> assertThat(one.what())
                .endsWith("tells t5n1-j3-propose"));
    }

    @Test
    void a_secret_is_found_in_any_answer_and_in_its_headers_and_not_repeated() {
        look(STAFF, "GET /v1/cases/cas_1", "{\"text\":\"as THISTLE and thorn says\"}");
        answers.saw(
                Optional.empty(),
                "GET /v1/cases",
                PlantedHistory.answer(200, Map.of("location", "/x?password=open-sesame-please"), "{}"));

        assertThat(answers.check())
                .containsExactly(
                        new Violation("I8", "GET /v1/cases/cas_1 by int-1: the answer 200 tells sealed term 1"),
                        new Violation("I8", "GET /v1/cases by nobody: the answer 200 tells password of postgres"));
    }

    private void look(User caller, String request, String body) {
        answers.saw(Optional.of(caller), request, PlantedHistory.answer(200, Map.of(), body));
    }
}
