package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Briefs that are filed at the same time; what is asked and written for them goes together. */
class FilingTogetherIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final int EACH = 4;

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void each_brief_of_many_at_once_is_answered_as_if_it_were_alone() throws Exception {
        List<Penalty> penalties = new ArrayList<>();
        List<Answer> opened = new ArrayList<>();
        List<Callable<Answer>> briefs = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            for (int kind = 0; kind < 4; kind++) {
                Penalty penalty = SUITE.penalty();
                penalties.add(penalty);
                opened.add(CaseSteps.opened(SUITE, penalty));
            }
            int first = 4 * i;
            briefs.add(() -> file(advocate, opened.get(first), penalties.get(first), "NOT_ENUMERATED"));
            briefs.add(() -> file(advocate, opened.get(first), penalties.get(first), "NOT_ENUMERATED"));
            briefs.add(() -> file(advocate, opened.get(first + 1), penalties.get(first + 1), "HARDSHIP"));
            briefs.add(() -> file(
                    SUITE.staff("adv-2", "advocate"), opened.get(first + 2), penalties.get(first + 2), "FACTS_WRONG"));
            briefs.add(() ->
                    file(SUITE.merchant("m-stranger"), opened.get(first + 3), penalties.get(first + 3), "FACTS_WRONG"));
            briefs.add(() -> file(advocate, opened.get(first + 3), penalties.get(first), "FACTS_WRONG"));
        }
        ExecutorService callers = Executors.newFixedThreadPool(briefs.size());
        List<Future<Answer>> asked = callers.invokeAll(briefs);
        callers.shutdown();

        for (int i = 0; i < EACH; i++) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : asked.subList(6 * i, 6 * i + 6)) {
                answers.add(one.get());
            }
            Answer filed = one(answers.subList(0, 2), 200);
            assertThat(filed.etag()).isEqualTo("\"2\"");
            assertThat(filed.json().getString("status")).isEqualTo("SUBMITTED");
            assertThat(filed.json().getString("id"))
                    .isEqualTo(opened.get(4 * i).json().getString("id"));
            assertThat(filed.json()
                            .getJsonObject("brief")
                            .getJsonArray("violations")
                            .getJsonObject(0)
                            .getString("violationId"))
                    .isEqualTo(penalties.get(4 * i).violationId());
            assertThat(one(answers.subList(0, 2), 412).code()).isEqualTo("version-conflict");
            assertThat(answers.get(2).code()).isEqualTo("hardship-is-no-ground");
            assertThat(answers.get(3).code()).isEqualTo("not-the-advocate");
            assertThat(answers.get(4).code()).isIn("forbidden", "not-found");
            assertThat(answers.get(5).code()).isEqualTo("unknown-violation");
            SUITE.published.await(filed.json().getString("id"), "BriefFiled");
            JsonObject kept =
                    advocate.get("/v1/cases/" + filed.json().getString("id")).json();
            for (String part : List.of("brief", "window", "requirements", "version")) {
                assertThat(kept.getValue(part)).as(part).isEqualTo(filed.json().getValue(part));
            }
        }
        for (int i = 0; i < opened.size(); i++) {
            Answer seen = advocate.get("/v1/cases/" + opened.get(i).json().getString("id"));
            assertThat(seen.json().getString("status")).isEqualTo(i % 4 == 0 ? "SUBMITTED" : "IN_ADVOCACY");
        }
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    private static Answer file(ApiClient caller, Answer opened, Penalty penalty, String ground) {
        return SUITE.command(caller, opened, "briefs", CaseSuite.brief(penalty, ground));
    }

    private static Answer one(List<Answer> both, int status) {
        List<Answer> such =
                both.stream().filter(answer -> answer.status() == status).toList();
        assertThat(such).as(both.get(0).text() + "\n" + both.get(1).text()).hasSize(1);
        return such.get(0);
    }
}
