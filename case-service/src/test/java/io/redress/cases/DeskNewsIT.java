package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.PublishedEvents;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Each step of a hearing says on whose desk the case lies by it, so that he can be told. */
class DeskNewsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient respondent = SUITE.staff("enf-2", "enforcement");
    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");

    @Test
    void theHeadOfTheDepartmentIsNamedInTheClaimAndInADraftThatNobodyOfItHasAnsweredBefore() {
        SUITE.clock.set("2018-04-23T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        Answer claimed = CaseSteps.claimed(SUITE, penalty);
        String id = claimed.json().getString("id");

        JsonObject told = data(id, "CaseClaimed");
        assertThat(told)
                .isEqualTo(new JsonObject()
                        .put("caseId", id)
                        .put("merchantId", penalty.merchantId())
                        .put("adjudicatorId", "adj-1")
                        .put("answerBy", "2018-04-25T02:00:00Z")
                        .put("headId", "enf-lead"));

        SUITE.clock.set("2018-04-25T10:00:00+08:00");
        Answer unanswered = SUITE.command(adjudicator, claimed, "draft-rulings", CaseSuite.draft(penalty));
        assertThat(unanswered.json().getJsonObject("draft").getBoolean("unanswered"))
                .isTrue();
        JsonObject drafted = data(id, "DraftRulingIssued");
        assertThat(drafted.getString("headId")).isEqualTo("enf-lead");
        assertThat(drafted.containsKey("respondentId")).isFalse();

        SUITE.clock.set("2018-04-28T10:00:00+08:00");
        Answer ruled = SUITE.command(
                adjudicator,
                unanswered,
                "rulings",
                new JsonObject()
                        .put("draftId", unanswered.json().getJsonObject("draft").getString("id"))
                        .put("violations", CaseSuite.violations(penalty)));
        assertThat(ruled.status()).as(ruled.text()).isEqualTo(200);
        JsonObject seen =
                SUITE.merchant(penalty.merchantId()).get("/v1/cases/" + id).json();
        assertThat(seen.getJsonObject("ruling").getBoolean("unanswered"))
                .as("the merchant reads it in the ruling")
                .isTrue();
    }

    @Test
    void theAdjudicatorIsNamedInTheAnswerAndInTheReplyByWhichBothSidesHaveReplied() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
        Answer drafted = CaseSteps.drafted(SUITE, penalty);
        String id = drafted.json().getString("id");

        assertThat(drafted.json().getJsonObject("draft").containsKey("unanswered"))
                .isFalse();
        assertThat(data(id, "AnswerFiled").getString("adjudicatorId")).isEqualTo("adj-1");
        assertThat(data(id, "DraftRulingIssued").getString("respondentId")).isEqualTo("enf-2");
        assertThat(data(id, "DraftRulingIssued").containsKey("headId")).isFalse();

        JsonObject words = new JsonObject().put("text", "没有补充。");
        Answer one = SUITE.command(advocate, drafted, "replies", words);
        Answer again = SUITE.command(advocate, one, "replies", words);
        Answer both = SUITE.command(respondent, again, "replies", words);
        Answer more = SUITE.command(respondent, both, "replies", words);
        assertThat(more.status()).as(more.text()).isEqualTo(200);

        Awaitility.await("four replies of " + id)
                .atMost(CaseSuite.PATIENCE)
                .until(() -> replies(id).size() == 4);
        List<JsonObject> replies = replies(id);
        assertThat(replies.stream().map(reply -> reply.getString("side") + " " + reply.getString("adjudicatorId")))
                .containsExactly("MERCHANT null", "MERCHANT null", "DEPARTMENT adj-1", "DEPARTMENT null");
        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.getString("advocateId")).isEqualTo("adv-1");
            assertThat(reply.containsKey("complete")).isEqualTo(reply.containsKey("adjudicatorId"));
        });
    }

    private static JsonObject data(String id, String type) {
        return SUITE.published.await(id, type).getJsonObject("data");
    }

    private static List<JsonObject> replies(String id) {
        return SUITE.published.of(id).stream()
                .filter(event -> PublishedEvents.type(event).equals("ReplyFiled"))
                .map(event -> event.getJsonObject("data"))
                .toList();
    }
}
