package io.redress.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.Events;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators do about rulings that cannot be booked; each test has a case of its own. */
class DeadLettersIT {
    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String RULED = "2018-05-01T00:00:00+08:00";
    private static final String TOPIC = "cases.events.v1";
    private static final String LETTERS = "/v1/operations/refunds/dead-letters";

    private static RunnableService service;
    private static Events cases;
    private static ApiClient operator;
    private static ApiClient integrity;
    private static ApiClient finance;

    @BeforeAll
    static void start() {
        RefundServiceConfig config =
                RefundServiceConfig.from(new Env(INFRASTRUCTURE.environment("refund-service", "refunds")));
        RefundService.migrate(config);
        Runtime runtime =
                new Runtime(INFRASTRUCTURE.vertx(), new TestClock(RULED), MachineClock.system(), Ids.uuidV7());
        service = RefundService.create(config, runtime);
        service.start().await();
        ApiClient anonymous = ApiClient.of("http://127.0.0.1:" + service.httpPort());
        operator = anonymous.as(INFRASTRUCTURE.issuer().staff("op-7", "operator"));
        integrity = anonymous.as(INFRASTRUCTURE.issuer().staff("int-1", "integrity"));
        finance = anonymous.as(INFRASTRUCTURE.issuer().staff("fin-1", "finance"));
        cases = new Events(INFRASTRUCTURE, "case-service", "cases", TOPIC);
    }

    @AfterAll
    static void stop() {
        cases.close();
        service.stop().await();
    }

    @Test
    void a_ruling_that_cannot_be_booked_is_shown_whole_and_other_cases_go_on() {
        JsonObject poison = spoilt("cas_401", 1);
        cases.publish("cas_401", poison);
        cases.publish("cas_401", ruling("cas_401", 2, "401"));
        cases.publish("cas_402", ruling("cas_402", 1, "402"));

        assertThat(claims("402", 1)).hasSize(1);
        untilParked("cas_401", 1);
        JsonObject listed = only("cas_401");
        assertThat(listed.getString("id")).matches("dlt_refunds_\\d+");
        assertThat(listed.getString("state")).isEqualTo("OPEN");
        assertThat(listed.getString("topic")).isEqualTo(TOPIC);
        assertThat(listed.getString("subject")).isEqualTo("cas_401");
        assertThat(listed.getLong("sequence")).isEqualTo(1);
        assertThat(listed.getString("cause")).isEqualTo("RulingIssued carries no effectId for a money line");
        assertThat(listed.getInteger("attempts")).isZero();
        assertThat(listed.fieldNames()).doesNotContain("envelope", "parkedBehind", "closedAt", "closedBy", "reason");
        JsonObject whole = integrity.get(LETTERS + "/" + listed.getString("id")).json();
        assertThat(whole.getString("envelope")).isEqualTo(poison.encode());
        assertThat(whole.getJsonObject("parkedBehind").getLong("count")).isEqualTo(1);
        JsonObject behind =
                whole.getJsonObject("parkedBehind").getJsonArray("first").getJsonObject(0);
        assertThat(behind.getString("subject")).isEqualTo("cas_401");
        assertThat(behind.getLong("sequence")).isEqualTo(2);
        assertThat(behind.getString("reason")).isEqualTo("its key has an open dead letter");
        assertThat(claimsNow("401")).isEmpty();
    }

    @Test
    void a_discarded_one_is_kept_with_who_and_why_and_its_case_goes_on() {
        cases.publish("cas_411", spoilt("cas_411", 1));
        cases.publish("cas_411", ruling("cas_411", 2, "411"));
        untilParked("cas_411", 1);
        String path = LETTERS + "/" + only("cas_411").getString("id");
        JsonObject why = new JsonObject().put("reason", "Booked by hand, ticket 4711");

        Answer discarded = operator.with("Idempotency-Key", "discard-411").post(path + "/discards", why);

        assertThat(discarded.status()).as(discarded.toString()).isEqualTo(200);
        assertThat(discarded.json().getString("state")).isEqualTo("DISCARDED");
        assertThat(claims("411", 1)).hasSize(1);
        JsonObject kept = operator.get(path).json();
        assertThat(kept.getString("state")).isEqualTo("DISCARDED");
        assertThat(kept.getString("closedBy")).isEqualTo("op-7");
        assertThat(kept.getString("reason")).isEqualTo("Booked by hand, ticket 4711");
        assertThat(kept.getString("closedAt")).isEqualTo(discarded.json().getString("closedAt"));
        assertThat(letters("?key=cas_411")).isEmpty();
        assertThat(letters("?key=cas_411&state=DISCARDED")).hasSize(1);

        Answer again = operator.with("Idempotency-Key", "discard-411").post(path + "/discards", why);
        assertThat(again.bytes()).isEqualTo(discarded.bytes());
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        Answer otherReason = operator.with("Idempotency-Key", "discard-411")
                .post(path + "/discards", new JsonObject().put("reason", "Another"));
        assertThat(otherReason.code()).isEqualTo("idempotency-key-reused");
        Answer late = operator.post(path + "/discards", why);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("illegal-transition");
        assertThat(late.json().getString("currentStatus")).isEqualTo("DISCARDED");
    }

    @Test
    void a_replay_books_what_was_too_old_and_what_waited_behind_it_once_and_in_order() {
        String old = Instant.now().minus(Duration.ofDays(29)).toString();
        cases.publish("cas_421", ruling("cas_421", 1, "421").put("time", old));
        cases.publish("cas_421", ruling("cas_421", 2, "421"));
        untilParked("cas_421", 1);
        assertThat(only("cas_421").getString("cause")).startsWith("too old: recorded ");
        assertThat(claimsNow("421")).isEmpty();
        JsonObject key =
                new JsonObject().put("scope", "KEY").put("topic", TOPIC).put("key", "cas_421");

        Answer replayed = operator.with("Idempotency-Key", "replay-421").post(LETTERS + "/replays", key);

        assertThat(replayed.status()).as(replayed.toString()).isEqualTo(200);
        assertThat(replayed.json())
                .isEqualTo(
                        new JsonObject(
                                "{\"keys\":[{\"topic\":\"cases.events.v1\",\"key\":\"cas_421\",\"closed\":1}],\"more\":false}"));
        assertThat(claimsNow("421")).hasSize(2);
        Answer again = operator.with("Idempotency-Key", "replay-421").post(LETTERS + "/replays", key);
        assertThat(again.bytes()).isEqualTo(replayed.bytes());
        Answer second = operator.post(LETTERS + "/replays", key);
        assertThat(second.json()).isEqualTo(new JsonObject("{\"keys\":[],\"more\":false}"));
        assertThat(claimsNow("421")).hasSize(2);
        JsonObject closed = letters("?key=cas_421&state=REPLAYED").get(0);
        assertThat(closed.getString("closedBy")).isEqualTo("op-7");
        assertThat(closed.getInteger("attempts")).isEqualTo(1);
    }

    @Test
    void a_replay_of_all_tells_which_key_failed_again_and_why() {
        cases.publish("cas_431", spoilt("cas_431", 1));
        String old = Instant.now().minus(Duration.ofDays(29)).toString();
        cases.publish("cas_432", ruling("cas_432", 1, "432").put("time", old));
        await().atMost(LONG)
                .until(
                        () -> letters("?key=cas_431").size()
                                + letters("?key=cas_432").size(),
                        n -> n == 2);
        String id = only("cas_431").getString("id");

        Answer all = operator.post(LETTERS + "/replays", new JsonObject().put("scope", "ALL"));

        assertThat(all.json().getBoolean("more")).isFalse();
        List<JsonObject> keys = all.json().getJsonArray("keys").stream()
                .map(JsonObject.class::cast)
                .toList();
        assertThat(keys)
                .contains(
                        new JsonObject()
                                .put("topic", TOPIC)
                                .put("key", "cas_432")
                                .put("closed", 1),
                        new JsonObject()
                                .put("topic", TOPIC)
                                .put("key", "cas_431")
                                .put("closed", 0)
                                .put(
                                        "failed",
                                        new JsonObject()
                                                .put("deadLetterId", id)
                                                .put("cause", "RulingIssued carries no effectId for a money line")));
        JsonObject failed = operator.get(LETTERS + "/" + id).json();
        assertThat(failed.getInteger("attempts")).isEqualTo(1);
        assertThat(failed.getJsonObject("lastFailure").getString("cause"))
                .isEqualTo("RulingIssued carries no effectId for a money line");
        assertThat(claims("432", 1)).hasSize(1);
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        for (int i = 1; i <= 3; i++) {
            cases.publish("cas_441", spoilt("cas_441_" + i, 1));
            cases.publishText("cas_441", "unreadable " + i);
        }
        await().atMost(LONG).until(() -> letters("?key=cas_441").size(), size -> size == 4);

        JsonObject first = operator.get(LETTERS + "?key=cas_441&limit=3").json();
        JsonObject second = operator.get(LETTERS + "?key=cas_441&limit=3&cursor=" + first.getString("next"))
                .json();

        assertThat(first.getJsonArray("items")).hasSize(3);
        assertThat(second.getJsonArray("items")).hasSize(1);
        assertThat(second.getString("next")).isNull();
        List<JsonObject> parked =
                items(operator.get("/v1/operations/refunds/parked-events?key=cas_441&topic=" + TOPIC));
        assertThat(parked).extracting(event -> event.getString("subject")).containsExactly("cas_441_2", "cas_441_3");
        assertThat(items(operator.get("/v1/operations/refunds/parked-events?key=cas_441&topic=other")))
                .isEmpty();
    }

    @Test
    void operators_act_integrity_reads_and_nobody_else_learns_anything() {
        cases.publishText("cas_451", "unreadable");
        await().atMost(LONG).until(() -> letters("?key=cas_451").size(), size -> size == 1);
        String path = LETTERS + "/" + only("cas_451").getString("id");
        JsonObject reason = new JsonObject().put("reason", "No event");
        JsonObject all = new JsonObject().put("scope", "ALL");

        assertThat(only("cas_451").fieldNames()).doesNotContain("subject", "sequence");
        assertThat(integrity.get(path).json().getString("envelope")).isEqualTo("unreadable");
        assertThat(integrity.post(path + "/discards", reason).status()).isEqualTo(403);
        assertThat(integrity.post(LETTERS + "/replays", all).status()).isEqualTo(403);
        assertThat(finance.get(LETTERS).status()).isEqualTo(403);
        assertThat(finance.get(path).status()).isEqualTo(403);
        assertThat(finance.get("/v1/operations/refunds/parked-events").status()).isEqualTo(403);
        for (String id : List.of("dlt_refunds_999999999", "dlt_cases_1", "dlt_refunds_", "17")) {
            assertThat(operator.get(LETTERS + "/" + id).status()).as(id).isEqualTo(404);
            assertThat(operator.post(LETTERS + "/" + id + "/discards", reason).status())
                    .as(id)
                    .isEqualTo(404);
        }
        assertThat(operator.send("POST", path + "/discards", Optional.of(reason.encode()))
                        .code())
                .isEqualTo("idempotency-key-missing");
    }

    @Test
    void a_request_that_does_not_say_what_it_means_is_refused() {
        for (String body : List.of(
                "{\"scope\":\"KEY\"}",
                "{\"scope\":\"KEY\",\"topic\":\"cases.events.v1\"}",
                "{\"scope\":\"ALL\",\"key\":\"cas_1\"}",
                "{\"scope\":\"SOME\"}",
                "{}")) {
            Answer answer = operator.post(LETTERS + "/replays", new JsonObject(body));
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("validation-failed");
        }
        for (String query : List.of("?state=LOST", "?limit=0", "?cursor=YWJj", "?topic=a%20b")) {
            assertThat(operator.get(LETTERS + query).status()).as(query).isEqualTo(400);
        }
        for (String reason : List.of("", "  ", "x".repeat(501))) {
            assertThat(operator.post(LETTERS + "/dlt_refunds_1/discards", new JsonObject().put("reason", reason))
                            .status())
                    .isEqualTo(400);
        }
    }

    /** A money line without the effect that it answers. */
    private static JsonObject spoilt(String subject, long sequence) {
        JsonObject line = line("400");
        line.remove("effectId");
        return cases.envelope(subject, sequence, "RulingIssued", RULED, SampleRulings.ruling("400", line));
    }

    private static JsonObject ruling(String subject, long sequence, String run) {
        return cases.envelope(subject, sequence, "RulingIssued", RULED, SampleRulings.ruling(run, line(run)));
    }

    private static JsonObject line(String run) {
        Answer answer = finance.as(INFRASTRUCTURE.issuer().staff("adj-1", "adjudicator"))
                .post("/v1/claims/effect-preview", SampleRulings.previewOf(run, "100", "CNY"));
        return answer.json().getJsonArray("effects").getJsonObject(0);
    }

    private static List<JsonObject> claims(String run, int count) {
        await().atMost(LONG).until(() -> claimsNow(run).size(), size -> size == count);
        return claimsNow(run);
    }

    private static List<JsonObject> claimsNow(String run) {
        return items(finance.get("/v1/claims?caseId=cas_" + run));
    }

    private static void untilParked(String key, int count) {
        await().atMost(LONG)
                .until(
                        () -> items(operator.get("/v1/operations/refunds/parked-events?key=" + key))
                                .size(),
                        size -> size == count);
    }

    private static JsonObject only(String key) {
        List<JsonObject> found = letters("?key=" + key);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<JsonObject> letters(String query) {
        return items(operator.get(LETTERS + query));
    }

    private static List<JsonObject> items(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
