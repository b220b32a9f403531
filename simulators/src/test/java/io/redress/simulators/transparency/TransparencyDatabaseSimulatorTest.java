package io.redress.simulators.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of the real database, over HTTP. */
class TransparencyDatabaseSimulatorTest {

    private static final String NOT_ALL_UNIQUE = "The platform identifier(s) are not all unique within this call.";

    private final Vertx vertx = Vertx.vertx();
    private final WebClient web = WebClient.create(vertx);
    private final TransparencyDatabaseSimulator simulator = new TransparencyDatabaseSimulator(vertx, "secret", 0);

    @BeforeEach
    void start() {
        simulator.start().await();
    }

    @AfterEach
    void stop() {
        simulator.stop().await();
        vertx.close().await();
    }

    @Test
    void a_good_statement_is_created_and_shown_under_its_uuid_without_its_puid() {
        HttpResponse<Buffer> created = post("/statement", statement("p-1").put("source_identity", "Somebody"));

        assertThat(created.statusCode()).isEqualTo(201);
        JsonObject body = created.bodyAsJsonObject();
        assertThat(body.getString("puid")).isEqualTo("p-1");
        assertThat(body.getString("uuid")).isEqualTo("00000000-0000-4000-8000-000000000001");
        assertThat(body.getString("permalink")).endsWith("/statement/1");
        // on the platform's own initiative there is nobody else to name
        assertThat(body.getValue("source_identity")).isNull();
        HttpResponse<Buffer> shown = get("/statement/" + body.getString("uuid"));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.bodyAsJsonObject().containsKey("puid")).isFalse();
        assertThat(get("/statement/00000000-0000-4000-8000-000000000002").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_bad_statement_is_answered_with_the_messages_of_each_field() {
        JsonObject bad = statement("p-1").put("category", "COUNTERFEIT");
        bad.remove("decision_facts");

        HttpResponse<Buffer> refused = post("/statement", bad);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.bodyAsJsonObject())
                .isEqualTo(new JsonObject()
                        .put("message", "The selected category is invalid.")
                        .put(
                                "errors",
                                new JsonObject()
                                        .put("category", new JsonArray().add("The selected category is invalid."))
                                        .put(
                                                "decision_facts",
                                                new JsonArray().add("The decision facts field is required."))));
        assertThat(simulator.statements()).isEmpty();
    }

    @Test
    void a_puid_is_used_once_for_ever_and_the_one_that_has_it_is_shown() {
        post("/statement", statement("p-1"));

        JsonObject refused = post("/statement", statement("p-1")).bodyAsJsonObject();

        assertThat(refused.getJsonObject("errors").getJsonArray("puid"))
                .containsExactly("The identifier given is not unique within this platform.");
        assertThat(refused.getJsonObject("existing").getString("uuid"))
                .isEqualTo("00000000-0000-4000-8000-000000000001");
        assertThat(simulator.statements()).hasSize(1);
    }

    @Test
    void a_batch_is_taken_whole() {
        HttpResponse<Buffer> created = batch(statement("p-1"), statement("p-2"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.bodyAsJsonObject().getJsonArray("statements"))
                .extracting(one -> ((JsonObject) one).getString("puid"))
                .containsExactly("p-1", "p-2");
        assertThat(simulator.statements()).hasSize(2);
    }

    @Test
    void of_a_batch_with_one_bad_statement_nothing_is_taken_and_it_is_named_by_its_place() {
        HttpResponse<Buffer> refused = batch(statement("p-1"), statement("p-2").put("source_type", "SOURCE_OTHER"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.bodyAsJsonObject())
                .isEqualTo(
                        new JsonObject()
                                .put(
                                        "errors",
                                        new JsonObject()
                                                .put(
                                                        "statement_1",
                                                        new JsonObject()
                                                                .put(
                                                                        "source_type",
                                                                        new JsonArray()
                                                                                .add(
                                                                                        "The selected source type is invalid.")))));
        assertThat(simulator.statements()).isEmpty();
    }

    @Test
    void a_batch_with_a_puid_that_is_there_or_comes_twice_is_refused_and_they_are_named() {
        post("/statement", statement("p-1"));

        JsonObject refused = batch(statement("p-1"), statement("p-2"), statement("p-3"), statement("p-3"))
                .bodyAsJsonObject();

        assertThat(refused.getString("message")).isEqualTo(NOT_ALL_UNIQUE);
        assertThat(refused.getJsonObject("errors").getJsonArray("puid")).containsExactly(NOT_ALL_UNIQUE);
        assertThat(refused.getJsonObject("errors").getJsonArray("existing_puids"))
                .containsExactly("p-1", "p-3");
        assertThat(simulator.statements()).hasSize(1);
    }

    @Test
    void a_batch_has_1_to_100_statements() {
        JsonObject[] hundred = new JsonObject[100];
        JsonObject[] more = new JsonObject[101];
        for (int at = 0; at < 101; at++) {
            more[at] = statement("m-" + at);
            if (at < 100) {
                hundred[at] = statement("h-" + at);
            }
        }

        assertThat(batch().statusCode()).isEqualTo(422);
        assertThat(batch(more).bodyAsJsonObject().getJsonObject("errors").getJsonArray("statements"))
                .containsExactly("The statements field must have between 1 and 100 items.");
        assertThat(batch(hundred).statusCode()).isEqualTo(201);
        assertThat(simulator.statements()).hasSize(100);
    }

    @Test
    void whether_a_puid_is_there_is_answered_with_302_or_404() {
        post("/statement", statement("p-1"));

        HttpResponse<Buffer> there = get("/statement/existing-puid/p-1");
        assertThat(there.statusCode()).isEqualTo(302);
        assertThat(there.bodyAsJsonObject().getString("uuid")).isEqualTo("00000000-0000-4000-8000-000000000001");
        HttpResponse<Buffer> absent = get("/statement/existing-puid/p-2");
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.bodyAsJsonObject().getString("message")).isEqualTo("statement of reason not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void what_was_filed_can_not_be_amended(String method) {
        String uuid = post("/statement", statement("p-1")).bodyAsJsonObject().getString("uuid");

        HttpResponse<Buffer> answer = web.requestAbs(HttpMethod.valueOf(method), simulator.url() + "/statement/" + uuid)
                .bearerTokenAuthentication("secret")
                .sendJsonObject(statement("p-1").put("decision_facts", "Other facts."))
                .await();

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(simulator.statements())
                .extracting(one -> one.getString("decision_facts"))
                .containsExactly("One listing of a counterfeit.");
    }

    @Test
    void without_the_token_nothing_is_answered() {
        HttpResponse<Buffer> answer = web.postAbs(simulator.url() + "/statement")
                .bearerTokenAuthentication("another")
                .sendJsonObject(statement("p-1"))
                .await();

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(simulator.statements()).isEmpty();
    }

    @Test
    void it_is_busy_fails_and_loses_answers_as_often_as_it_was_told() {
        simulator.busyForNext(1);
        HttpResponse<Buffer> busy = post("/statement", statement("p-1"));
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.getHeader("Retry-After")).isEqualTo("1");

        simulator.failNext(1);
        assertThat(post("/statement", statement("p-1")).statusCode()).isEqualTo(500);
        assertThat(simulator.statements()).isEmpty();

        simulator.loseNextAnswers(1);
        Throwable lost = web.postAbs(simulator.url() + "/statement")
                .bearerTokenAuthentication("secret")
                .sendJsonObject(statement("p-1"))
                .timeout(500, TimeUnit.MILLISECONDS)
                .<Throwable>map(answer -> null)
                .otherwise(failure -> failure)
                .await();
        assertThat(lost).isNotNull();
        assertThat(simulator.statements()).hasSize(1);

        simulator.searchLags(true);
        assertThat(get("/statement/existing-puid/p-1").statusCode()).isEqualTo(404);
        simulator.searchLags(false);
        assertThat(get("/statement/existing-puid/p-1").statusCode()).isEqualTo(302);

        simulator.refuse("p-2", "decision_facts", "Names a person.");
        assertThat(post("/statement", statement("p-2")).bodyAsJsonObject().getJsonObject("errors"))
                .isEqualTo(new JsonObject().put("decision_facts", new JsonArray().add("Names a person.")));
    }

    private static JsonObject statement(String puid) {
        return new JsonObject()
                .put("puid", puid)
                .put("decision_visibility", new JsonArray().add("DECISION_VISIBILITY_CONTENT_DISABLED"))
                .put("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT")
                .put("incompatible_content_ground", "C-01@12")
                .put("incompatible_content_explanation", "Goods bore a sign without consent.")
                .put("category", "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS")
                .put("content_type", new JsonArray().add("CONTENT_TYPE_PRODUCT"))
                .put("content_date", "2016-01-01")
                .put("application_date", "2026-04-20")
                .put("decision_facts", "One listing of a counterfeit.")
                .put("source_type", "SOURCE_VOLUNTARY")
                .put("automated_detection", "Yes")
                .put("automated_decision", "AUTOMATED_DECISION_NOT_AUTOMATED");
    }

    private HttpResponse<Buffer> batch(JsonObject... statements) {
        JsonArray all = new JsonArray();
        for (JsonObject statement : statements) {
            all.add(statement);
        }
        return post("/statements", new JsonObject().put("statements", all));
    }

    private HttpResponse<Buffer> post(String path, JsonObject body) {
        return web.postAbs(simulator.url() + path)
                .bearerTokenAuthentication("secret")
                .sendJsonObject(body)
                .await();
    }

    private HttpResponse<Buffer> get(String path) {
        return web.getAbs(simulator.url() + path)
                .followRedirects(false)
                .bearerTokenAuthentication("secret")
                .send()
                .await();
    }
}
