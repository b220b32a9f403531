package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.testkit.ApiClient;
import io.redress.testkit.HostileTokens;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a service does with tokens that nobody may take, and with callers who act for no merchant. */
class HostileTokensIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final AtomicInteger ASKED_OF_THE_ATTACKER = new AtomicInteger();
    private static TallyService service;
    private static HttpServer attacker;
    private static ApiClient api;

    @BeforeAll
    static void start() {
        ServiceConfig config = ServiceConfig.from(new Env(INFRASTRUCTURE.environment("penalty-service", "gateway")), 0);
        Migrations.run(config.pg(), "gateway");
        TestClock clock = new TestClock("2018-04-20T10:00:00+08:00");
        service = new TallyService(
                config,
                new Runtime(INFRASTRUCTURE.vertx(), clock, MachineClock.system(), io.redress.kit.boot.Ids.uuidV7()));
        service.kit().start().await();
        attacker = INFRASTRUCTURE
                .vertx()
                .createHttpServer()
                .requestHandler(request -> {
                    ASKED_OF_THE_ATTACKER.incrementAndGet();
                    request.response().end("{\"keys\":[]}");
                })
                .listen(0, "127.0.0.1")
                .await();
        api = ApiClient.of("http://127.0.0.1:" + service.kit().httpPort());
    }

    @AfterAll
    static void stop() {
        service.kit().stop().await();
        attacker.close().await();
    }

    @Test
    void every_hostile_token_is_answered_with_the_same_401() {
        String address = "http://127.0.0.1:" + attacker.actualPort();
        Map<String, String> taken = new TreeMap<>();
        Map<String, String> tokens = HostileTokens.of(INFRASTRUCTURE.issuer().tokens(), address);
        tokens.forEach((what, token) -> {
            ApiClient.Answer answer = api.as(token).get("/v1/tallies/tal_1");
            JsonObject problem = answer.json();
            boolean refused = answer.status() == 401
                    && answer.code().equals("unauthenticated")
                    && answer.header("WWW-Authenticate").equals(java.util.Optional.of("Bearer"))
                    && problem.getString("detail").equals("the bearer token is missing or not valid");
            if (!refused) {
                taken.put(what, answer.toString());
            }
        });

        assertThat(tokens).hasSizeGreaterThan(50);
        assertThat(taken).isEmpty();
        assertThat(ASKED_OF_THE_ATTACKER).hasValue(0);
    }

    @Test
    void a_good_token_of_either_issuer_is_taken() {
        assertThat(api.as(INFRASTRUCTURE.issuer().staff("enf-1", "enforcement"))
                        .get("/v1/tallies/tal_1")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(INFRASTRUCTURE.issuer().agency("agency-1", "m-1", "man_1"))
                        .get("/v1/tallies/tal_1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_caller_without_a_role_that_exists_may_do_nothing() {
        for (List<String> roles : List.of(List.<String>of(), List.of("emperor"))) {
            String token = INFRASTRUCTURE
                    .issuer()
                    .sign(INFRASTRUCTURE.issuer().claims("somebody", roles).build());

            assertThat(api.as(token).get("/v1/tallies/tal_1").code()).isEqualTo("forbidden");
        }
    }

    @Test
    void what_an_agency_does_is_recorded_under_its_mandate() {
        ApiClient agency = api.as(INFRASTRUCTURE.issuer().agency("agency-7", "m-1005", "man_7"));

        String id = agency.post("/v1/tallies", new JsonObject().put("name", "three"))
                .json()
                .getString("id");

        String envelope = service.kit()
                .database()
                .read(tx -> tx.query(
                        "SELECT actor, envelope FROM history WHERE subject = $1", io.vertx.sqlclient.Tuple.of(id)))
                .map(rows -> rows.iterator().next().getString("actor") + " "
                        + new JsonObject(rows.iterator().next().getString("envelope")).getString("mandate"))
                .await();
        assertThat(envelope).isEqualTo("agency-7 man_7");
    }

    @Test
    void one_idempotency_key_means_another_request_for_each_merchant_an_agency_acts_for() {
        JsonObject body = new JsonObject().put("name", "four");
        ApiClient one = api.as(INFRASTRUCTURE.issuer().agency("agency-8", "m-1", "man_1"))
                .with("Idempotency-Key", "same-key-for-both");
        ApiClient other = api.as(INFRASTRUCTURE.issuer().agency("agency-8", "m-2", "man_2"))
                .with("Idempotency-Key", "same-key-for-both");

        String first = one.post("/v1/tallies", body).json().getString("id");

        assertThat(one.post("/v1/tallies", body).json().getString("id")).isEqualTo(first);
        assertThat(other.post("/v1/tallies", body).json().getString("id")).isNotEqualTo(first);
    }
}
