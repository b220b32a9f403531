package io.redress.penalties;

import static io.redress.penalties.Academy.earning;
import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop earned back, read by its merchant and by staff, now and as of any instant. */
class CreditReadsIT {

    private static final String SECOND_DAY = "2018-04-21T10:00:00+08:00";
    private static final String THIRD_DAY = "2018-04-22T10:00:00+08:00";

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final Academy academy = new Academy(suite);
    private final String path = "/v1/shops/s-" + shop + "/credits";
    private String programme;

    @BeforeEach
    void enrolled() {
        suite.clock.set(PenaltySuite.START);
        programme = academy.offer(academy.programme(earning("course", 4), earning("exam", 3), earning("orders", 1)));
        academy.enrol(programme, shop);
    }

    @Test
    void each_verified_milestone_is_listed_with_what_was_credited_up_to_the_cap_and_its_year() {
        punish("l-1", 5);
        punish("l-2", 6);
        assertThat(list("")).isEmpty();
        suite.clock.set(SECOND_DAY);
        JsonObject course = academy.verify(programme, "course", shop);
        suite.clock.set(THIRD_DAY);
        academy.verify(programme, "exam", shop);
        academy.verify(programme, "orders", shop);

        List<JsonObject> credits = list("");

        assertThat(credits)
                .extracting(CreditReadsIT::line)
                .containsExactly("course 4 of 4 in 2018", "exam 2 of 2 in 2018", "orders 0 of 0 in 2018");
        assertThat(credits.get(0))
                .isEqualTo(new JsonObject()
                        .put("verificationId", course.getString("id"))
                        .put("programmeId", programme)
                        .put("programme", new JsonObject().put("zh", "发货计划").put("en", "Dispatch programme"))
                        .put("milestoneId", "course")
                        .put(
                                "milestone",
                                new JsonObject().put("zh", "课程 course").put("en", "Course course"))
                        .put("achievedAt", "2018-04-21T02:00:00Z")
                        .put("verifiedAt", "2018-04-21T02:00:00Z")
                        .put("credited", 4)
                        .put("counted", 4)
                        .put("year", 2018));
        assertThat(limits(course)).containsExactly("4 NONE", "2 YEARLY_CAP", "0 YEARLY_CAP");
        assertThat(suite.points(shop, "GENERAL")).as("11 less 4 and 2").isEqualTo(5);
        assertThat(list("?at=2018-04-21T02:00:00Z"))
                .extracting(CreditReadsIT::line)
                .containsExactly("course 4 of 4 in 2018");
        assertThat(standing("2018-04-21T02:00:00Z")).as("11 less 4").isEqualTo(7);
        assertThat(list("?at=2018-04-21T01:59:59Z")).isEmpty();
        assertThat(list("?asKnownAt=2018-04-21T01:59:59Z")).isEmpty();
        assertThat(standing("2018-04-21T01:59:59Z")).isEqualTo(11);
        assertThat(list("?at=2019-06-01T00:00:00Z"))
                .as("the year's end takes the points, not what was earned in the year")
                .extracting(CreditReadsIT::line)
                .containsExactly("course 4 of 4 in 2018", "exam 2 of 2 in 2018", "orders 0 of 0 in 2018");
    }

    @Test
    void what_was_taken_off_a_penalty_that_is_reversed_counts_no_more_and_did_so_as_long_as_that_was_not_known() {
        JsonObject penalty = punish("l-1", 6);
        suite.clock.set(SECOND_DAY);
        academy.verify(programme, "course", shop);
        suite.clock.set(THIRD_DAY);
        FiledPenalties.rule(shop, penalty, "OVERTURN", null);
        Awaitility.await()
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> suite.points(shop, "GENERAL"), points -> points == 0);

        assertThat(list("")).extracting(CreditReadsIT::line).containsExactly("course 0 of 4 in 2018");
        assertThat(list("?asKnownAt=2018-04-21T02:00:00Z"))
                .extracting(CreditReadsIT::line)
                .containsExactly("course 4 of 4 in 2018");
    }

    @Test
    void pages_hold_every_credit_once_and_another_merchant_finds_nothing() {
        punish("l-1", 6);
        suite.clock.set(SECOND_DAY);
        List.of("course", "exam", "orders").forEach(milestone -> academy.verify(programme, milestone, shop));
        ApiClient merchant = suite.merchant("m-" + shop);

        Answer first = merchant.get(path + "?limit=2");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        Answer second = merchant.get(
                path + "?limit=2&cursor=" + URLEncoder.encode(first.json().getString("next"), StandardCharsets.UTF_8));

        assertThat(milestones(first)).containsExactly("course", "exam");
        assertThat(milestones(second)).containsExactly("orders");
        assertThat(second.json().containsKey("next")).isFalse();
        assertThat(suite.merchant("m-" + suite.newShop()).get(path).status()).isEqualTo(404);
        assertThat(merchant.get("/v1/shops/s-none/credits").status()).isEqualTo(404);
        assertThat(merchant.get(path + "?at=yesterday").status()).isEqualTo(400);
    }

    private JsonObject punish(String listing, int points) {
        JsonObject penalty = suite.inForce(
                suite.enforcement().post("/v1/penalties", proposal(shop, ranged("G-04", listing, points, "amount"))));
        suite.read(penalty);
        suite.awaited(penalty.getString("id"), "StatementDelivered");
        return penalty;
    }

    private List<JsonObject> list(String query) {
        return suite.get(path + query).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** What is told of each verified milestone, once all three are. */
    private List<String> limits(JsonObject verification) {
        String enrolment = verification.getString("enrolmentId");
        return Awaitility.await()
                .atMost(PenaltySuite.PATIENCE)
                .until(
                        () -> suite.ofShop("s-" + shop, "MilestoneVerified").stream()
                                .filter(data -> enrolment.equals(data.getString("enrolmentId")))
                                .map(data -> data.getInteger("credited") + " " + data.getString("limitedBy"))
                                .toList(),
                        told -> told.size() == 3);
    }

    private int standing(String at) {
        return suite.get("/v1/shops/s-" + shop + "/standing?at=" + at).getJsonArray("buckets").stream()
                .map(JsonObject.class::cast)
                .filter(bucket -> bucket.getString("bucket").equals("GENERAL"))
                .mapToInt(bucket -> bucket.getInteger("points"))
                .sum();
    }

    private static List<String> milestones(Answer page) {
        return page.json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("milestoneId"))
                .toList();
    }

    private static String line(JsonObject credit) {
        return credit.getString("milestoneId") + " " + credit.getInteger("counted") + " of "
                + credit.getInteger("credited") + " in " + credit.getInteger("year");
    }
}
