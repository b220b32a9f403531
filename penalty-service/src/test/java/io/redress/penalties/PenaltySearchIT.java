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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties found by what they are about. */
class PenaltySearchIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final String other = suite.newShop();
    private final String proposer = "enf-of-" + shop;
    private final Map<String, String> names = new HashMap<>();

    /** Four of one proposer: fakes on the 1st, harassment on the 2nd, a closure on the 3rd, sales on the 4th of May. */
    @BeforeEach
    void four_penalties() {
        propose("fakes", shop, "2018-05-01T10:00:00+08:00", violation("C-02", "l-1"));
        propose("harassment", shop, "2018-05-02T10:00:00+08:00", violation("G-05", "l-2"));
        propose("closure", other, "2018-05-03T10:00:00+08:00", violation("C-91", "l-3"));
        propose(
                "sales",
                other,
                "2018-05-04T10:00:00+08:00",
                violation("G-01", "l-4"),
                ranged("S-03", "l-5", 7, "volume")
                        .put("from", "2018-01-20T12:00:00+08:00")
                        .put("to", "2018-01-20T12:00:00+08:00"));
        suite.inForce(proposed.get("fakes"));
    }

    private final Map<String, Answer> proposed = new HashMap<>();

    private void propose(String name, String shop, String at, JsonObject... violations) {
        suite.clock.set(at);
        Answer answer = suite.staff(proposer, "enforcement").post("/v1/penalties", proposal(shop, violations));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        proposed.put(name, answer);
        names.put(answer.json().getString("id"), name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                        | fakes harassment closure sales",
                "&clauseId=C-02                                            | fakes",
                "&clauseId=S-03                                            | sales",
                "&clauseId=S-03&rulebookVersion=11                         | sales",
                "&clauseId=G-01&rulebookVersion=11                         | ''",
                "&rulebookVersion=11                                       | sales",
                "&rulebookVersion=12                                       | fakes harassment closure sales",
                "&status=HELD                                              | closure",
                "&status=IN_FORCE                                          | fakes",
                "&status=PROPOSED                                          | harassment sales",
                "&final=false                                              | fakes harassment closure sales",
                "&final=true                                               | ''",
                "&from=2018-05-02T10:00:00%2B08:00                         | harassment closure sales",
                "&to=2018-05-02T10:00:00%2B08:00                           | fakes",
                "&from=2018-05-02T02:00:00Z&to=2018-05-04T02:00:00Z        | harassment closure",
                "&status=PROPOSED&clauseId=G-05&from=2018-05-01T00:00:00Z  | harassment",
                "&status=PROPOSED&shopId=s-{other}                         | sales",
                "&merchantId=m-{shop}                                      | fakes harassment",
                "&merchantId=m-{shop}&shopId=s-{other}                     | ''",
                "&merchantId=nobody                                        | ''"
            })
    void each_filter_narrows_the_list(String filter, String expected) {
        assertThat(String.join(" ", found(query(filter)))).isEqualTo(expected);
    }

    @Test
    void who_approved_it_decided_it() {
        String held = proposed.get("closure").json().getString("id");
        String approver = "appr-of-" + shop;
        Answer approved = suite.staff(approver, "enforcement-approver")
                .ifMatch(proposed.get("closure"))
                .post("/v1/penalties/" + held + "/approve", new JsonObject());
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);

        assertThat(found("?decidedBy=" + approver)).containsExactly("closure");
        assertThat(found(query(""))).containsExactly("fakes", "harassment", "sales");
    }

    @Test
    void a_penalty_in_the_list_is_as_it_is_alone() {
        JsonArray items = suite.get("/v1/penalties" + query("&clauseId=S-03")).getJsonArray("items");

        assertThat(items)
                .containsExactly(suite.penalty(proposed.get("sales").json().getString("id")));
        JsonObject withMeasures = suite.get("/v1/penalties" + query("&clauseId=C-02"))
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(withMeasures.getJsonArray("measures")).hasSize(2);
        assertThat(withMeasures).isEqualTo(suite.penalty(withMeasures.getString("id")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void pages_lose_and_repeat_nothing(int limit) {
        List<String> all = new ArrayList<>();
        String path = query("&limit=" + limit);
        while (path != null) {
            all.addAll(found(path));
            String next = suite.get("/v1/penalties" + path).getString("next");
            path = next == null ? null : query("&limit=" + limit + "&cursor=" + next);
        }

        assertThat(all).containsExactly("fakes", "harassment", "closure", "sales");
    }

    @Test
    void the_cursor_of_other_filters_is_refused() {
        String cursor = suite.get("/v1/penalties" + query("&limit=1")).getString("next");

        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("pen_1".getBytes(UTF_8));
        for (String foreign : List.of(
                cursor + "&status=HELD",
                cursor + "&from=2018-05-01T00:00:00Z",
                cursor + "&shopId=s-" + shop,
                none,
                "%25")) {
            assertThat(refused("&cursor=" + foreign).getString("pointer")).isEqualTo("cursor");
        }
        assertThat(found(query("&limit=3&cursor=" + cursor))).containsExactly("harassment", "closure", "sales");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&status=OPEN",
                "&final=perhaps",
                "&from=yesterday",
                "&to=2018-13-01T00:00:00Z",
                "&rulebookVersion=0",
                "&rulebookVersion=eleven",
                "&clauseId=%20",
                "&limit=201"
            })
    void what_is_no_filter_is_refused(String filter) {
        refused(filter);
    }

    private JsonObject refused(String filter) {
        Answer answer = suite.staff("ops-1", "operator").get("/v1/penalties" + query(filter));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("validation-failed");
        return answer.json().getJsonArray("errors").getJsonObject(0);
    }

    @Test
    void a_merchant_finds_its_own_and_not_who_decided() {
        ApiClient merchant = suite.merchant("m-" + shop);

        JsonArray own = merchant.get("/v1/penalties").json().getJsonArray("items");
        assertThat(own.stream().map(item -> names.get(((JsonObject) item).getString("id"))))
                .containsExactly("fakes", "harassment");
        assertThat(own.encode()).doesNotContain(proposer);
        assertThat(merchant.get("/v1/penalties?clauseId=C-91").json().getJsonArray("items"))
                .isEmpty();
        assertThat(merchant.get("/v1/penalties?merchantId=m-" + other).status()).isEqualTo(404);
        assertThat(merchant.get("/v1/penalties?shopId=s-" + other).status()).isEqualTo(404);
        assertThat(merchant.get("/v1/penalties?decidedBy=" + proposer).status()).isEqualTo(403);
    }

    private String query(String more) {
        return "?decidedBy=" + proposer + more.replace("{shop}", shop).replace("{other}", other);
    }

    private List<String> found(String query) {
        return suite.get("/v1/penalties" + query).getJsonArray("items").stream()
                .map(item -> names.get(((JsonObject) item).getString("id")))
                .toList();
    }
}
