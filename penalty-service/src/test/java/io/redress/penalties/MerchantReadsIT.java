package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a merchant reads of all of its shops at once, page by page. */
class MerchantReadsIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String name = suite.newShop();
    private final ApiClient merchant = suite.merchant("m-" + name);

    /** Of three shops: the first with 24 points, beside which the cap leaves nothing of 12, one without, one with 7. */
    @BeforeEach
    void three_shops() {
        suite.clock.set(PenaltySuite.START);
        for (String more : List.of("-b", "-c")) {
            Answer shop = suite.machine()
                    .put(
                            "/v1/shops/s-" + name + more,
                            new JsonObject()
                                    .put("merchantId", "m-" + name)
                                    .put("openedAt", "2016-01-01T00:00:00+08:00"));
            assertThat(shop.status()).as(shop.text()).isEqualTo(200);
        }
        punish(name, violation("C-02", "l-1"));
        punish(name + "-c", ranged("S-03", "l-2", 7, "volume"));
        suite.clock.set("2018-04-21T10:00:00+08:00");
        punish(
                name,
                violation("G-05", "l-3")
                        .put("from", "2018-03-02T12:00:00+08:00")
                        .put("to", "2018-03-02T12:00:00+08:00"));
    }

    private void punish(String shop, JsonObject violation) {
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(shop, violation)));
    }

    @Test
    void the_standing_lists_every_shop_with_every_bucket() {
        assertThat(standing(""))
                .containsExactly(
                        "s-" + name + " COUNTERFEIT 24 GENERAL 0 SERIOUS 0",
                        "s-" + name + "-b COUNTERFEIT 0 GENERAL 0 SERIOUS 0",
                        "s-" + name + "-c COUNTERFEIT 0 GENERAL 0 SERIOUS 7");
    }

    @Test
    void the_standing_of_a_past_instant_is_as_it_was_known_then() {
        assertThat(standing("?at=2018-04-19T00:00:00Z"))
                .containsExactly(
                        "s-" + name + " COUNTERFEIT 0 GENERAL 0 SERIOUS 0",
                        "s-" + name + "-b COUNTERFEIT 0 GENERAL 0 SERIOUS 0",
                        "s-" + name + "-c COUNTERFEIT 0 GENERAL 0 SERIOUS 0");
        assertThat(standing("?at=2018-12-31T16:00:00Z&asKnownAt=2018-04-20T12:00:00Z"))
                .containsExactly(
                        "s-" + name + " COUNTERFEIT 24 GENERAL 0 SERIOUS 0",
                        "s-" + name + "-b COUNTERFEIT 0 GENERAL 0 SERIOUS 0",
                        "s-" + name + "-c COUNTERFEIT 0 GENERAL 0 SERIOUS 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standing", "forecast"})
    void shops_come_page_by_page_and_each_once(String read) {
        List<String> ids = new ArrayList<>();
        String path = path(read + "?limit=2");
        while (path != null) {
            Answer page = merchant.get(path);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            objects(page.json(), "shops").forEach(shop -> ids.add(shop.getString("shopId")));
            String next = page.json().getString("next");
            assertThat(page.header("Link").isPresent()).isEqualTo(next != null);
            path = next == null ? null : path(read + "?limit=2&cursor=" + next);
        }

        assertThat(ids).containsExactly("s-" + name, "s-" + name + "-b", "s-" + name + "-c");
    }

    @Test
    void the_forecast_says_for_each_shop_what_is_left_behind_the_last_day_of_the_year() {
        List<JsonObject> shops = objects(get("forecast"), "shops");

        JsonObject first = objects(shops.get(0), "steps").get(0);
        assertThat(first.getString("lastDay")).isEqualTo("2018-12-31");
        assertThat(objects(first, "buckets"))
                .containsExactly(new JsonObject()
                        .put("bucket", "COUNTERFEIT")
                        .put("before", 24)
                        .put("after", 24));
        assertThat(shops.get(1).getJsonArray("steps")).isEmpty();
        assertThat(objects(objects(shops.get(2), "steps").get(0), "buckets"))
                .containsExactly(new JsonObject()
                        .put("bucket", "SERIOUS")
                        .put("before", 7)
                        .put("after", 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200})
    void the_points_of_all_shops_come_shop_by_shop_and_lose_nothing(int limit) {
        List<String> entries = new ArrayList<>();
        String path = path("points?limit=" + limit);
        while (path != null) {
            JsonObject page = merchant.get(path).json();
            objects(page, "items")
                    .forEach(entry -> entries.add(entry.getString("shopId") + " " + entry.getString("bucket") + " "
                            + entry.getInteger("points")));
            String next = page.getString("next");
            path = next == null ? null : path("points?limit=" + limit + "&cursor=" + next);
        }

        assertThat(entries).containsExactly("s-" + name + " COUNTERFEIT 24", "s-" + name + "-c SERIOUS 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standing", "forecast", "points"})
    void another_merchant_finds_nothing_and_staff_do(String read) {
        assertThat(suite.merchant("m-" + suite.newShop()).get(path(read)).status())
                .isEqualTo(404);
        assertThat(suite.staff("adv-1", "advocate").get(path(read)).status()).isEqualTo(200);
        assertThat(suite.staff("adv-1", "advocate")
                        .get("/v1/merchants/m-nobody/" + read)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void behind_an_entry_of_another_merchant_there_is_nothing() {
        String other = suite.newShop();
        punish(other, violation("C-02", "l-1"));
        punish(other, ranged("S-03", "l-2", 7, "volume"));
        String cursor = suite.merchant("m-" + other)
                .get("/v1/merchants/m-" + other + "/points?limit=1")
                .json()
                .getString("next");

        assertThat(get("points?cursor=" + cursor).getJsonArray("items")).isEmpty();
    }

    private List<String> standing(String query) {
        return objects(get("standing" + query), "shops").stream()
                .map(shop -> shop.getString("shopId")
                        + objects(shop, "buckets").stream()
                                .map(bucket -> " " + bucket.getString("bucket") + " " + bucket.getInteger("points"))
                                .reduce("", String::concat))
                .toList();
    }

    private JsonObject get(String read) {
        Answer answer = merchant.get(path(read));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String path(String read) {
        return "/v1/merchants/m-" + name + "/" + read;
    }

    private static List<JsonObject> objects(JsonObject of, String member) {
        return of.getJsonArray(member).stream().map(JsonObject.class::cast).toList();
    }
}
