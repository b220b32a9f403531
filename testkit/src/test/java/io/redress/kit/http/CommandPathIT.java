package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.boot.ServiceKit;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandPathIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final JsonObject NAMED = new JsonObject().put("name", "four");

    private static TallyService service;
    private static ApiClient anonymous;
    private static ApiClient counter;

    @BeforeAll
    static void start() throws Exception {
        Env env = new Env(INFRASTRUCTURE.environment("penalty-service", "gateway"));
        ServiceConfig config = ServiceConfig.from(env, 8080);
        env.check();
        Migrations.run(config.pg(), "gateway");
        Runtime runtime = new Runtime(
                INFRASTRUCTURE.vertx(),
                new TestClock("2018-04-20T10:00:00+08:00"),
                MachineClock.system(),
                Ids.uuidV7());
        service = new TallyService(config, runtime);
        service.kit().start().await();
        anonymous = ApiClient.of("http://127.0.0.1:" + service.kit().httpPort());
        counter = anonymous.as(INFRASTRUCTURE.issuer().staff("anna", "counter", "operator"));
    }

    @AfterAll
    static void stop() throws Exception {
        service.kit().stop().await();
    }

    @Test
    void a_created_resource_has_its_location_and_its_version() {
        Answer opened = counter.post("/v1/tallies", NAMED);

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.etag()).isEqualTo("\"1\"");
        assertThat(opened.header("location"))
                .contains("/v1/tallies/" + opened.json().getString("id"));
        Answer read = counter.get(opened.header("location").orElseThrow());
        assertThat(read.json().getInteger("total")).isEqualTo(4);
        assertThat(counter.with("If-None-Match", "\"1\"")
                        .get(opened.header("location").orElseThrow())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_replay_is_the_same_answer_byte_for_byte_and_happens_once() {
        ApiClient keyed = counter.with("Idempotency-Key", "replay-1");
        Answer first = keyed.post("/v1/tallies", NAMED);
        Answer second = keyed.post("/v1/tallies", NAMED);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.header("location")).isEqualTo(first.header("location"));
        assertThat(second.header("idempotent-replayed")).contains("true");
        assertThat(first.header("idempotent-replayed")).isEmpty();
    }

    @Test
    void a_key_belongs_to_one_request_and_one_caller() {
        ApiClient keyed = counter.with("Idempotency-Key", "reused-1");
        Answer first = keyed.post("/v1/tallies", NAMED);

        Answer other = keyed.post("/v1/tallies", new JsonObject().put("name", "other"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");

        Answer somebodyElse = anonymous
                .as(INFRASTRUCTURE.issuer().staff("bert", "counter", "operator"))
                .with("Idempotency-Key", "reused-1")
                .post("/v1/tallies", NAMED);
        assertThat(somebodyElse.status()).isEqualTo(201);
        assertThat(somebodyElse.json().getString("id"))
                .isNotEqualTo(first.json().getString("id"));
    }

    @Test
    void a_twin_of_a_running_command_is_told_to_wait_and_then_gets_the_same_answer() throws Exception {
        ApiClient keyed = counter.with("Idempotency-Key", "twin-1");
        service.holdOpenings();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> keyed.post("/v1/tallies", NAMED));
        Answer twin = Awaitility.await()
                .until(
                        () -> keyed.with("X-Probe", "twin").post("/v1/tallies", NAMED),
                        answer -> answer.status() == 409);
        service.releaseOpenings();

        assertThat(twin.code()).isEqualTo("idempotency-key-running");
        assertThat(twin.header("retry-after")).isPresent();
        Answer ended = first.get();
        assertThat(ended.status()).isEqualTo(201);
        assertThat(keyed.post("/v1/tallies", NAMED).bytes()).isEqualTo(ended.bytes());
    }

    @Test
    void many_twins_have_one_effect() throws Exception {
        Answer opened = counter.post("/v1/tallies", NAMED);
        String add = "/v1/tallies/" + opened.json().getString("id") + "/add";
        ApiClient keyed = counter.ifMatch(opened).with("Idempotency-Key", "many-1");
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Answer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> callers.submit(() -> keyed.post(add, new JsonObject().put("amount", 3))))
                .toList();
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isIn(200, 409);
        }
        callers.shutdown();
        assertThat(counter.get(opened.header("location").orElseThrow()).json().getInteger("total"))
                .isEqualTo(7);
    }

    @Test
    void a_final_refusal_is_stored_and_replayed_and_leaves_nothing() {
        Answer opened = counter.post("/v1/tallies", NAMED);
        String add = "/v1/tallies/" + opened.json().getString("id") + "/add";
        ApiClient keyed = counter.ifMatch(opened).with("Idempotency-Key", "refused-1");
        JsonObject tooMuch = new JsonObject().put("amount", -5);

        Answer refused = keyed.post(add, tooMuch);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("below-zero");
        assertThat(refused.json().getString("currentStatus")).isEqualTo("OPEN");
        assertThat(refused.json().getString("type")).isEqualTo("/problems/below-zero");

        Answer again = keyed.post(add, tooMuch);
        assertThat(again.bytes()).isEqualTo(refused.bytes());
        assertThat(again.header("idempotent-replayed")).contains("true");
        assertThat(counter.get(opened.header("location").orElseThrow()).etag()).isEqualTo("\"1\"");
    }

    @Test
    void a_person_who_may_not_is_refused_and_may_ask_again_later() {
        Answer opened = counter.post("/v1/tallies", NAMED);
        Answer refused = anonymous
                .as(INFRASTRUCTURE.issuer().staff("bert", "counter", "operator"))
                .ifMatch(opened)
                .post("/v1/tallies/" + opened.json().getString("id") + "/add", new JsonObject().put("amount", 1));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("not-yours");
    }

    @Test
    void a_change_needs_the_version_that_is_current() {
        Answer opened = counter.post("/v1/tallies", NAMED);
        String add = "/v1/tallies/" + opened.json().getString("id") + "/add";
        JsonObject one = new JsonObject().put("amount", 1);

        assertThat(counter.post(add, one).code()).isEqualTo("precondition-required");
        assertThat(counter.ifMatch(opened).post(add, one).etag()).isEqualTo("\"2\"");
        Answer stale = counter.ifMatch(opened).post(add, one);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("version-conflict");
        assertThat(counter.with("If-Match", "2").post(add, one).code()).isEqualTo("validation-failed");
    }

    static Stream<Arguments> badRequests() {
        String deep = "{\"name\":\"a\",\"nested\":" + "{\"a\":".repeat(40) + "1" + "}".repeat(40) + "}";
        return Stream.of(
                Arguments.of("no name", "{}", "application/json", 400, "validation-failed"),
                Arguments.of("unknown field", "{\"name\":\"a\",\"x\":1}", "application/json", 400, "validation-failed"),
                Arguments.of("wrong type", "{\"name\":7}", "application/json", 400, "validation-failed"),
                Arguments.of(
                        "too long",
                        "{\"name\":\"" + "a".repeat(21) + "\"}",
                        "application/json",
                        400,
                        "validation-failed"),
                Arguments.of("too deep", deep, "application/json", 400, "validation-failed"),
                Arguments.of("not JSON", "{\"name\":", "application/json", 400, "validation-failed"),
                Arguments.of("not an object", "[]", "application/json", 400, "validation-failed"),
                Arguments.of(
                        "other type", "name=a", "application/x-www-form-urlencoded", 415, "unsupported-media-type"),
                Arguments.of(
                        "too big",
                        "{\"name\":\"" + "a".repeat(300_000) + "\"}",
                        "application/json",
                        413,
                        "payload-too-large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRequests")
    void a_bad_request_gets_a_problem_document(String name, String body, String type, int status, String code) {
        Answer answer = counter.with("Content-Type", type)
                .with("Idempotency-Key", "bad-" + name.replace(' ', '-'))
                .send("POST", "/v1/tallies", Optional.of(body));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().getString("requestId"))
                .isEqualTo(answer.header("x-request-id").orElseThrow());
    }

    @Test
    void paths_methods_and_keys_that_do_not_exist_get_problems_too() {
        assertThat(counter.get("/v1/nothing").code()).isEqualTo("not-found");
        assertThat(counter.get("/v1/tallies/tal_unknown").code()).isEqualTo("not-found");
        Answer method = counter.send("DELETE", "/v1/tallies", Optional.empty());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.code()).isEqualTo("method-not-allowed");
        Answer noKey = counter.send("POST", "/v1/tallies", Optional.of(NAMED.encode()));
        assertThat(noKey.status()).isEqualTo(400);
        assertThat(noKey.code()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void an_unexpected_failure_shows_nothing_but_the_request_id() {
        Answer failed = counter.get("/v1/tallies/tal_defect");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.code()).isEqualTo("internal");
        assertThat(failed.json().getString("requestId"))
                .isEqualTo(failed.header("x-request-id").orElseThrow());
        assertThat(failed.text()).doesNotContain("secret", "Exception", ".java");
    }

    @Test
    void a_service_whose_contract_and_code_differ_does_not_start() {
        Env env = new Env(INFRASTRUCTURE.environment("penalty-service", "gateway"));
        ServiceKit incomplete = ServiceKit.of(
                "penalty-service",
                "gateway",
                ServiceConfig.from(env, 8080),
                Runtime.production(INFRASTRUCTURE.vertx()));
        incomplete.http("openapi/tallies.yaml", operations -> operations.query("getTally", (r, c, tx) -> null));

        assertThatThrownBy(() -> incomplete.start().await())
                .hasMessageContaining("openTally is bound to nothing")
                .hasMessageContaining("addToTally is bound to nothing");
        incomplete.stop().await();
    }

    @Test
    void tokens_are_checked_before_anything_is_told() {
        assertThat(anonymous.post("/v1/tallies", new JsonObject()).code()).isEqualTo("unauthenticated");
        assertThat(anonymous.as("rubbish").post("/v1/tallies", NAMED).status()).isEqualTo(401);
        var issuer = INFRASTRUCTURE.issuer();
        String expired = issuer.sign(issuer.claims("anna", List.of("counter"))
                .expirationTime(Date.from(Instant.now().minusSeconds(60)))
                .build());
        String otherAudience = issuer.sign(
                issuer.claims("anna", List.of("counter")).audience("shop").build());
        String otherIssuer = issuer.sign(issuer.claims("anna", List.of("counter"))
                .issuer("http://elsewhere")
                .build());
        for (String token : List.of(expired, otherAudience, otherIssuer)) {
            assertThat(anonymous.as(token).post("/v1/tallies", NAMED).code()).isEqualTo("unauthenticated");
        }
        assertThat(anonymous
                        .as(issuer.staff("carl", "reader"))
                        .post("/v1/tallies", new JsonObject())
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void the_history_verifies_and_the_management_port_tells_what_is_open() {
        Answer opened = counter.post("/v1/tallies", NAMED);
        counter.ifMatch(opened)
                .post("/v1/tallies/" + opened.json().getString("id") + "/add", new JsonObject().put("amount", 1));
        ApiClient management = ApiClient.of("http://127.0.0.1:" + service.kit().managementPort());

        JsonObject audit = management.get("/audit").json();
        assertThat(audit.getJsonArray("problems")).isEmpty();
        assertThat(audit.getLong("rows")).isGreaterThanOrEqualTo(2);
        assertThat(management.get("/readyz").status()).isEqualTo(200);
        assertThat(management.get("/metrics").text()).contains("http_server_requests");
        assertThat(management.get("/activity").json().getLong("dueDeadlines")).isZero();
    }
}
