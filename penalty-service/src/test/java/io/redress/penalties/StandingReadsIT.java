package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points as they stand, as they came about, and as they will be, as the merchant reads them. */
class StandingReadsIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final ApiClient merchant = suite.merchant("m-" + shop);

    @BeforeEach
    void three_penalties_of_three_weeks() {
        suite.clock.set(PenaltySuite.START);
        punish(violation("C-02", "l-1"), "2018-04-20T10:00:00+08:00");
        punish(ranged("S-03", "l-2", 7, "volume"), "2018-04-27T10:00:00+08:00");
        punish(violation("G-05", "l-3"), "2018-05-04T10:00:00+08:00");
    }

    /** For an act of the hour before, so that each statement was delivered before the next act. */
    private void punish(JsonObject violation, String at) {
        suite.clock.set(at);
        String act = suite.clock.now().minusSeconds(3600).toString();
        JsonObject penalty = suite.inForce(suite.enforcement()
                .post("/v1/penalties", proposal(shop, violation.put("from", act).put("to", act))));
        suite.read(penalty);
        Awaitility.await("the statement is delivered")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> suite.penalty(penalty.getString("id")).containsKey("statementDeliveredAt"));
    }

    @Test
    void the_history_comes_page_by_page_and_loses_nothing() {
        List<Object> whole = items(get("/points"));
        List<Object> byOne = new ArrayList<>();
        String path = "/points?limit=1";
        while (path != null) {
            JsonObject page = get(path);
            byOne.addAll(items(page));
            String next = page.getString("next");
            path = next == null ? null : "/points?limit=1&cursor=" + next;
        }

        assertThat(byOne).isEqualTo(whole);
        assertThat(whole)
                .extracting(entry ->
                        ((JsonObject) entry).getString("bucket") + " " + ((JsonObject) entry).getInteger("points"))
                .containsExactly("COUNTERFEIT 24", "SERIOUS 7", "GENERAL 12");
        assertThat(merchant.get("/v1/shops/s-" + shop + "/points?limit=1").header("Link"))
                .hasValueSatisfying(link -> assertThat(link).endsWith("; rel=\"next\""));
    }

    @Test
    void behind_an_entry_of_another_shop_there_is_nothing() {
        String other = suite.newShop();
        suite.clock.set(PenaltySuite.START);
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(other, violation("C-02", "l-1"))));
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(suite.get("/v1/shops/s-" + other + "/points")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("entryId")
                        .getBytes(UTF_8));

        assertThat(items(get("/points?cursor=" + cursor))).isEmpty();
    }

    @Test
    void the_standing_of_a_past_instant_is_what_it_was() {
        assertThat(tallies("/standing")).containsExactly("COUNTERFEIT 24", "GENERAL 12", "SERIOUS 7");
        assertThat(tallies("/standing?at=2018-04-19T00:00:00Z"))
                .containsExactly("COUNTERFEIT 0", "GENERAL 0", "SERIOUS 0");
        assertThat(tallies("/standing?at=2018-04-28T00:00:00Z"))
                .containsExactly("COUNTERFEIT 24", "GENERAL 0", "SERIOUS 7");
        assertThat(tallies("/standing?at=2018-04-28T08:00:00%2B08:00"))
                .containsExactly("COUNTERFEIT 24", "GENERAL 0", "SERIOUS 7");
        assertThat(tallies("/standing?at=2018-05-05T00:00:00Z&asKnownAt=2018-04-21T00:00:00Z"))
                .containsExactly("COUNTERFEIT 24", "GENERAL 0", "SERIOUS 0");
        assertThat(tallies("/standing?at=2018-12-31T16:00:00Z"))
                .containsExactly("COUNTERFEIT 24", "GENERAL 0", "SERIOUS 0");
        JsonObject ofMerchant = merchant.get("/v1/merchants/m-" + shop + "/standing?at=2018-04-21T00:00:00Z")
                .json();
        assertThat(ofMerchant.getJsonArray("shops").getJsonObject(0).getJsonArray("buckets"))
                .isEqualTo(get("/standing?at=2018-04-21T00:00:00Z").getJsonArray("buckets"));
    }

    @Test
    void the_forecast_says_what_is_left_at_the_end_of_each_year() {
        JsonArray steps = get("/forecast").getJsonArray("steps");

        assertThat(steps).hasSize(2);
        JsonObject first = steps.getJsonObject(0);
        assertThat(first.getString("lastDay")).isEqualTo("2018-12-31");
        assertThat(first.getString("at")).isEqualTo("2018-12-31T16:00:00Z");
        assertThat(first.getJsonArray("buckets"))
                .containsExactly(bucket("COUNTERFEIT", 24, 24), bucket("GENERAL", 12, 0), bucket("SERIOUS", 7, 0));
        assertThat(first.getJsonArray("measuresEnding")).isEmpty();
        JsonObject second = steps.getJsonObject(1);
        assertThat(second.getString("lastDay")).isEqualTo("2019-12-31");
        assertThat(second.getJsonArray("buckets")).containsExactly(bucket("COUNTERFEIT", 24, 0));
        assertThat(second.getJsonArray("measuresEnding").getJsonObject(0).getString("kind"))
                .isEqualTo("LISTINGS_REMOVED");
    }

    private static JsonObject bucket(String name, int before, int after) {
        return new JsonObject().put("bucket", name).put("before", before).put("after", after);
    }

    private JsonObject get(String path) {
        Answer answer = merchant.get("/v1/shops/s-" + shop + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<Object> items(JsonObject page) {
        return page.getJsonArray("items").stream().toList();
    }

    private List<String> tallies(String path) {
        return get(path).getJsonArray("buckets").stream()
                .map(JsonObject.class::cast)
                .map(bucket -> bucket.getString("bucket") + " " + bucket.getInteger("points"))
                .toList();
    }
}
