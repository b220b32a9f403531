package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cases that are opened at the same time; what is asked and written for them goes together. */
class OpeningTogetherIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final int MANY = 12;

    @Test
    void each_opening_of_many_at_once_is_answered_as_if_it_were_alone() throws Exception {
        List<Penalty> penalties =
                IntStream.range(0, MANY).mapToObj(number -> SUITE.penalty()).toList();
        Penalty unknown =
                new Penalty("pen_nobody_knows", "vio_none", penalties.get(0).merchantId(), "s-none");
        List<Callable<Answer>> openings = new ArrayList<>();
        for (Penalty penalty : penalties) {
            openings.add(() -> SUITE.open(merchant(penalty), penalty));
            openings.add(() -> SUITE.open(merchant(penalty), penalty));
            openings.add(() -> SUITE.open(SUITE.merchant("m-stranger"), penalty));
            openings.add(() -> SUITE.open(merchant(penalty), unknown));
        }
        ExecutorService callers = Executors.newFixedThreadPool(openings.size());
        List<Future<Answer>> asked = callers.invokeAll(openings);
        callers.shutdown();

        for (int i = 0; i < MANY; i++) {
            Penalty penalty = penalties.get(i);
            List<Answer> both =
                    List.of(asked.get(4 * i).get(), asked.get(4 * i + 1).get());
            Answer opened = one(both, 201);
            assertThat(opened.etag()).isEqualTo("\"1\"");
            assertThat(opened.json().getString("penaltyId")).isEqualTo(penalty.id());
            assertThat(opened.json().getString("merchantId")).isEqualTo(penalty.merchantId());
            assertThat(opened.json().getString("respondentDepartment")).isEqualTo("enforcement");
            assertThat(opened.json().getString("openedBy")).isEqualTo("user-of-" + penalty.merchantId());
            assertThat(one(both, 409).code()).isEqualTo("duplicate");
            assertThat(asked.get(4 * i + 2).get().code()).isEqualTo("not-found");
            assertThat(asked.get(4 * i + 3).get().code()).isEqualTo("not-found");
            JsonArray kept = merchant(penalty)
                    .get("/v1/cases?penaltyId=" + penalty.id())
                    .json()
                    .getJsonArray("items");
            assertThat(kept).hasSize(1);
            SUITE.published.await(opened.json().getString("id"), "CaseOpened");
        }
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    private static ApiClient merchant(Penalty penalty) {
        return SUITE.merchant(penalty.merchantId());
    }

    private static Answer one(List<Answer> both, int status) {
        List<Answer> such =
                both.stream().filter(answer -> answer.status() == status).toList();
        assertThat(such).as(both.get(0).text() + "\n" + both.get(1).text()).hasSize(1);
        return such.get(0);
    }
}
