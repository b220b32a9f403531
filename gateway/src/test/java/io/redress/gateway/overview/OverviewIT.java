package io.redress.gateway.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The overview in front of HTTP servers that play the four services. */
class OverviewIT {

    private static final String MERCHANT = "m-1";
    private static final String OVERVIEW = "/v1/merchants/m-1/overview";

    private final RunningGateway gateway = new RunningGateway();
    private final Map<String, HttpServerRequest> asked = new ConcurrentHashMap<>();

    @BeforeEach
    void play() {
        answer(
                Upstream.PENALTIES,
                200,
                new JsonObject().put("merchantId", MERCHANT).put("shops", items("s", 3)));
        answer(Upstream.CASES, 200, new JsonObject().put("items", items("cas", 1)));
        answer(Upstream.REFUNDS, 200, new JsonObject().put("items", new JsonArray()));
        answer(
                Upstream.NOTIFICATIONS,
                200,
                new JsonObject().put("items", items("not", 20)).put("next", "cursor"));
        gateway.with("REDRESS_GATEWAY_OVERVIEW_TIMEOUT", "PT0.5S");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void all_parts_come_as_the_services_tell_them_each_asked_with_the_callers_own_token() {
        gateway.start();
        String token = gateway.issuer().merchant("user-1", MERCHANT, "merchant");

        Answer answer = gateway.anybody().as(token).get(OVERVIEW);

        assertThat(answer.status()).isEqualTo(200);
        JsonObject overview = answer.json();
        assertThat(overview.getString("merchantId")).isEqualTo(MERCHANT);
        assertThat(overview.getJsonObject("standing")).isEqualTo(part(items("s", 3), 3, false));
        assertThat(overview.getJsonObject("cases")).isEqualTo(part(items("cas", 1), 1, false));
        assertThat(overview.getJsonObject("money")).isEqualTo(part(new JsonArray(), 0, false));
        assertThat(overview.getJsonObject("notices")).isEqualTo(part(items("not", 20), 20, true));
        assertThat(overview.getJsonArray("missing")).isEmpty();
        assertThat(asked.keySet())
                .containsExactlyInAnyOrder(
                        "/v1/merchants/m-1/standing",
                        "/v1/cases?merchantId=m-1&open=true&limit=20",
                        "/v1/claims?merchantId=m-1&limit=20",
                        "/v1/notices?unread=true&limit=20");
        assertThat(asked.values()).allSatisfy(request -> {
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + token);
            assertThat(request.getHeader("X-Request-Id"))
                    .isEqualTo(answer.header("X-Request-Id").orElseThrow());
            assertThat(request.getHeader("traceparent")).isNotNull();
        });
    }

    @Test
    void a_long_part_is_cut_and_says_so() {
        answer(Upstream.PENALTIES, 200, new JsonObject().put("shops", items("s", 25)));

        JsonObject overview = merchant().get(OVERVIEW).json();

        assertThat(overview.getJsonObject("standing")).isEqualTo(part(items("s", 20), 25, true));
    }

    @Test
    void parts_that_fail_are_listed_with_the_reason_and_the_others_are_there() {
        gateway.with(Upstream.PENALTIES, gateway.nobody()).with(Upstream.CASES, gateway.serve(hanging -> {}));
        answer(Upstream.REFUNDS, 403, new JsonObject());

        Answer answer = merchant().get(OVERVIEW);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().fieldNames()).containsExactlyInAnyOrder("merchantId", "notices", "missing");
        assertThat(answer.json().getJsonArray("missing"))
                .containsExactly(
                        missing("standing", "UNAVAILABLE"),
                        missing("cases", "TIMEOUT"),
                        missing("money", "NOT_PERMITTED"));
    }

    @Test
    void an_answer_that_is_no_answer_is_a_missing_part() {
        gateway.with(
                Upstream.PENALTIES, gateway.serve(request -> request.response().end("<html>")));
        gateway.with(Upstream.CASES, gateway.serve(request -> request.response().end("{}")));
        answer(Upstream.REFUNDS, 500, new JsonObject());

        JsonObject overview = merchant().get(OVERVIEW).json();

        assertThat(overview.getJsonArray("missing"))
                .containsExactly(
                        missing("standing", "UNAVAILABLE"),
                        missing("cases", "UNAVAILABLE"),
                        missing("money", "UNAVAILABLE"));
    }

    @Test
    void without_any_part_it_is_a_503_problem_that_says_when_to_come_back() {
        for (Upstream upstream : Upstream.values()) {
            gateway.with(upstream, gateway.nobody());
        }

        Answer answer = merchant().get(OVERVIEW);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("dependency-unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    void a_merchant_that_a_service_does_not_know_for_this_caller_is_not_there_at_all() {
        answer(Upstream.CASES, 404, new JsonObject());

        Answer answer = merchant().get(OVERVIEW);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("standing", "cases");
    }

    @Test
    void staff_see_the_merchants_parts_and_never_their_own_notices_as_the_merchants() {
        gateway.start();

        Answer answer = gateway.staff("adv-1", "advocate").get(OVERVIEW);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("missing")).containsExactly(missing("notices", "NOT_PERMITTED"));
        assertThat(asked).doesNotContainKey("/v1/notices?unread=true&limit=20");
    }

    @Test
    void nobody_and_roles_out_of_scope_get_nothing() {
        gateway.start();

        assertThat(gateway.anybody().get(OVERVIEW).status()).isEqualTo(401);
        assertThat(gateway.staff("crisis-1", "crisis-team").get(OVERVIEW).status())
                .isEqualTo(403);
        assertThat(asked).isEmpty();
    }

    private ApiClient merchant() {
        gateway.start();
        return gateway.merchant(MERCHANT);
    }

    private void answer(Upstream upstream, int status, JsonObject body) {
        gateway.with(upstream, gateway.serve(request -> {
            asked.put(request.uri(), request);
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(body.toBuffer());
        }));
    }

    private static JsonObject part(JsonArray items, int count, boolean more) {
        return new JsonObject().put("items", items).put("count", count).put("more", more);
    }

    private static JsonObject missing(String part, String reason) {
        return new JsonObject().put("part", part).put("reason", reason);
    }

    private static JsonArray items(String prefix, int count) {
        JsonArray items = new JsonArray();
        for (int i = 0; i < count; i++) {
            items.add(new JsonObject().put("id", prefix + "-" + i));
        }
        return items;
    }
}
