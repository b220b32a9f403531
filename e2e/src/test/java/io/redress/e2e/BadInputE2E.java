package io.redress.e2e;

import static io.redress.e2e.Bilingual.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What bad input gets, through the gateway: always a problem document, never half a deed. */
class BadInputE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final String MERCHANT = "m-bad-input";
    private static final String SHOP = "s-bad-input";
    private static ApiClient enforcer;

    @BeforeAll
    static void registerParties() {
        ApiClient marketplace = SUITE.gateway("marketplace", "machine");
        JsonObject merchant = new JsonObject().put("name", "Corner Shop").put("language", "en");
        JsonObject shop = new JsonObject().put("merchantId", MERCHANT).put("openedAt", "2015-03-01T00:00:00Z");
        assertThat(marketplace.put("/v1/merchants/" + MERCHANT, merchant).status())
                .isBetween(200, 201);
        assertThat(marketplace.put("/v1/shops/" + SHOP, shop).status()).isBetween(200, 201);
        enforcer = SUITE.gateway("enf-1", "enforcement");
    }

    @Test
    void an_unknown_field_is_refused() {
        assertProblem(enforcer.post("/v1/penalties", proposal("unknown").put("surprise", 1)), 400, "validation-failed");
    }

    @Test
    void a_wrong_type_is_refused() {
        assertProblem(enforcer.post("/v1/penalties", proposal("type").put("shopId", 5)), 400, "validation-failed");
    }

    @Test
    void a_missing_field_is_refused() {
        JsonObject body = proposal("missing");
        body.remove("violations");

        assertProblem(enforcer.post("/v1/penalties", body), 400, "validation-failed");
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        JsonObject body = proposal("long").put("territory", "x".repeat(20_000));

        assertProblem(enforcer.post("/v1/penalties", body), 400, "validation-failed");
    }

    @Test
    void json_that_is_nested_too_deep_is_refused() {
        String deep = "[".repeat(33) + "]".repeat(33);
        Answer answer = keyed("deep").send("POST", "/v1/penalties", Optional.of("{\"shopId\":" + deep + "}"));

        assertProblem(answer, 400, "validation-failed");
    }

    @Test
    void what_is_no_json_is_refused() {
        assertProblem(
                keyed("no-json").send("POST", "/v1/penalties", Optional.of("{\"shopId\":")), 400, "validation-failed");
    }

    @Test
    void a_body_that_is_too_big_is_refused() {
        String big = "{\"shopId\":\"" + "x".repeat(1_048_576) + "\"}";

        assertProblem(keyed("big").send("POST", "/v1/penalties", Optional.of(big)), 413, "payload-too-large");
    }

    @Test
    void another_content_type_is_refused() {
        Answer answer = keyed("media")
                .with("Content-Type", "text/plain")
                .send("POST", "/v1/penalties", Optional.of(proposal("media").encode()));

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void an_unknown_path_and_an_unknown_id_are_not_found() {
        assertProblem(enforcer.get("/v1/nothing"), 404, "not-found");
        assertProblem(enforcer.get("/v1/penalties/pen_0000"), 404, "not-found");
    }

    @Test
    void an_unknown_method_is_refused() {
        assertProblem(enforcer.send("DELETE", "/v1/penalties", Optional.empty()), 405, "method-not-allowed");
    }

    @Test
    void no_token_and_a_spoilt_token_are_refused() {
        assertProblem(SUITE.gateway().get("/v1/penalties?shopId=" + SHOP), 401, "unauthenticated");
        assertProblem(SUITE.gateway().as("a.b.c").get("/v1/penalties?shopId=" + SHOP), 401, "unauthenticated");
    }

    @Test
    void a_role_without_the_right_is_refused() {
        ApiClient advocate = SUITE.gateway("adv-1", "advocate");

        assertProblem(advocate.post("/v1/penalties", proposal("role")), 403, "forbidden");
        assertProblem(SUITE.merchant(MERCHANT).post("/v1/penalties", proposal("role")), 403, "forbidden");
    }

    @Test
    void a_reader_of_chinese_is_refused_in_chinese_by_gateway_and_service_alike() {
        ApiClient reader = enforcer.with("Accept-Language", "zh-CN, en;q=0.5");

        Answer byGateway = reader.get("/v1/nothing");
        Answer byService =
                reader.send("POST", "/v1/penalties", Optional.of(proposal("zh").encode()));

        assertProblem(byGateway, 404, "not-found");
        assertThat(byGateway.json().getString("title")).isEqualTo("资源不存在");
        assertThat(byGateway.header("Content-Language")).contains("zh, en");
        assertProblem(byService, 400, "idempotency-key-missing");
        assertThat(byService.json().getString("title")).isEqualTo("缺少 Idempotency-Key 请求头");
        assertThat(byService.header("Content-Language")).contains("zh, en");
        assertThat(enforcer.get("/v1/nothing").header("Content-Language")).contains("en");
    }

    @Test
    void a_command_without_an_idempotency_key_is_refused() {
        Answer answer = enforcer.send(
                "POST", "/v1/penalties", Optional.of(proposal("key").encode()));

        assertProblem(answer, 400, "idempotency-key-missing");
    }

    @Test
    void a_key_used_again_answers_the_same_bytes_and_refuses_another_body() {
        ApiClient keyed = keyed("again");
        Answer first = keyed.post("/v1/penalties", proposal("again"));
        Answer second = keyed.post("/v1/penalties", proposal("again"));
        Answer other = keyed.post("/v1/penalties", proposal("another"));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertProblem(other, 422, "idempotency-key-reused");
    }

    @Test
    void of_concurrent_twins_one_acts_and_the_others_wait_or_get_its_answer() {
        ApiClient keyed = keyed("twins");
        JsonObject body = proposal("twins");
        List<CompletableFuture<Answer>> twins = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            twins.add(CompletableFuture.supplyAsync(() -> keyed.post("/v1/penalties", body)));
        }
        List<Answer> answers = twins.stream().map(CompletableFuture::join).toList();
        Answer afterwards = keyed.post("/v1/penalties", body);

        assertThat(afterwards.status()).isEqualTo(201);
        for (Answer answer : answers) {
            if (answer.status() == 201) {
                assertThat(answer.bytes()).isEqualTo(afterwards.bytes());
            } else {
                assertProblem(answer, 409, "idempotency-key-running");
                assertThat(answer.header("Retry-After")).isPresent();
            }
        }
    }

    @Test
    void a_change_without_the_version_seen_or_with_a_stale_one_is_refused() {
        Answer proposed = enforcer.post("/v1/penalties", proposal("version"));
        String approve = "/v1/penalties/" + proposed.json().getString("id") + "/approve";
        ApiClient approver = SUITE.gateway("enf-lead", "enforcement-approver");

        assertProblem(approver.post(approve, new JsonObject()), 428, "precondition-required");
        Answer stale = approver.with("If-Match", "\"999\"").post(approve, new JsonObject());
        assertProblem(stale, 412, "version-conflict");
    }

    private static ApiClient keyed(String key) {
        return enforcer.with("Idempotency-Key", "bad-input-" + key);
    }

    /** A good proposal of 3 points, on a listing of its own so that no two are about one fact. */
    private static JsonObject proposal(String listing) {
        JsonObject violation = new JsonObject()
                .put("clauseId", "G-01")
                .put("from", "2018-01-10T00:00:00Z")
                .put("to", "2018-01-10T01:00:00Z")
                .put(
                        "objects",
                        new JsonArray()
                                .add(new JsonObject().put("type", "LISTING").put("id", "l-" + listing)))
                .put("facts", new JsonObject().put("description", text("订单延迟发货。", "Orders were dispatched late.")));
        return new JsonObject()
                .put("shopId", SHOP)
                .put("departmentId", "enforcement")
                .put("explanation", text("延迟发货。", "Late dispatch."))
                .put("automation", new JsonObject().put("detection", false).put("decision", false))
                .put("territory", "CN")
                .put("violations", new JsonArray().add(violation));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        JsonObject problem = answer.json();
        assertThat(problem.getString("type")).isEqualTo("/problems/" + code);
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("requestId")).isNotBlank();
    }
}
