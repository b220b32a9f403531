package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.kit.trace.TraceParent;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.SpanCollector;
import io.redress.testkit.SpanCollector.CollectedSpan;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request's trace and ids through command, history and outbox, with spans recorded, lost and not recorded. */
class TracedCommandIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final String CALLERS_SPAN = "b7ad6b7169203331";

    private static SpanCollector collector;
    private TallyService service;

    @BeforeAll
    static void startCollector() {
        collector = SpanCollector.start(INFRASTRUCTURE.vertx());
    }

    @AfterAll
    static void stopCollector() {
        collector.close();
    }

    @AfterEach
    void stop() {
        service.kit().stop().await();
    }

    @Test
    void an_event_carries_the_trace_of_its_request_and_is_found_by_every_id() {
        start(Map.of());
        String traceId = "0af7651916cd43dd8448eb211c80319c";
        Answer opened = open(traceId, "traced-0001");
        String tally = opened.json().getString("id");

        JsonObject found = events(traceId).getJsonObject(0);

        assertThat(found.getString("subject")).isEqualTo(tally);
        assertThat(found.getString("correlationId")).isEqualTo("traced-0001");
        assertThat(Stream.of("traced-0001", tally, found.getString("id")).map(this::events))
                .allMatch(events -> events.size() == 1
                        && events.getJsonObject(0).getString("traceId").equals(traceId));
        TraceParent step =
                TraceParent.parse(envelope(tally).getString("traceparent")).orElseThrow();
        assertThat(step.traceId()).isEqualTo(traceId);
        assertThat(step.spanId()).isNotEqualTo(CALLERS_SPAN);
        patiently()
                .until(() -> events(tally).getJsonObject(0).getString("state").equals("PUBLISHED"));
    }

    @Test
    void what_is_told_of_an_event_is_not_what_it_holds() {
        start(Map.of());
        open("11111111111111111111111111111111", "traced-0002");

        JsonObject page = page("/trace?id=traced-0002").json();

        assertThat(page.fieldNames()).containsExactlyInAnyOrder("service", "reads", "truncated", "events");
        assertThat(new TreeSet<>(page.getJsonArray("events").getJsonObject(0).fieldNames()))
                .containsExactly(
                        "actor",
                        "businessTime",
                        "causationId",
                        "correlationId",
                        "effectId",
                        "id",
                        "recordedAt",
                        "sequence",
                        "source",
                        "state",
                        "subject",
                        "traceId",
                        "type",
                        "version");
    }

    @Test
    void a_request_without_a_trace_begins_one() {
        start(Map.of());
        Answer opened = client().with("traceparent", "00-nonsense").post("/v1/tallies", name());

        JsonObject found = events(opened.json().getString("id")).getJsonObject(0);

        assertThat(TraceParent.isTraceId(found.getString("traceId"))).isTrue();
        assertThat(found.getString("correlationId"))
                .isEqualTo(opened.header("x-request-id").orElseThrow());
    }

    @Test
    void a_question_without_a_usable_id_is_refused_and_an_unknown_id_finds_nothing() {
        start(Map.of());

        assertThat(page("/trace").status()).isEqualTo(400);
        assertThat(page("/trace?id=" + "x".repeat(201)).status()).isEqualTo(400);
        assertThat(page("/trace/handling").status()).isEqualTo(400);
        assertThat(page("/trace/handling?" + "subject=a&".repeat(51)).status()).isEqualTo(400);
        assertThat(events("nobody")).isEmpty();
        assertThat(page("/trace/handling?subject=nobody").status()).isEqualTo(200);
    }

    @Test
    void spans_of_request_command_and_publishing_hang_together() {
        start(Map.of("REDRESS_OTEL", "on", "REDRESS_OTEL_ENDPOINT", collector.endpoint()));
        String traceId = "22222222222222222222222222222222";
        Answer opened = open(traceId, "traced-0003");

        patiently().until(() -> collector.ofTrace(traceId).size(), size -> size == 3);
        CollectedSpan request = span(traceId, "POST /v1/tallies");
        CollectedSpan command = span(traceId, "openTally");
        CollectedSpan publishing = span(traceId, "publish penalties.events.v1");
        assertThat(request.parentId()).isEqualTo(CALLERS_SPAN);
        assertThat(request.service()).isEqualTo("penalty-service");
        assertThat(request.attributes())
                .containsOnly(
                        Map.entry("http.route", "/v1/tallies"),
                        Map.entry("http.response.status_code", "201"),
                        Map.entry("redress.request_id", "traced-0003"));
        assertThat(collector.parentOf(command)).contains(request);
        assertThat(collector.parentOf(publishing)).contains(command);
        assertThat(envelope(opened.json().getString("id")).getString("traceparent"))
                .isEqualTo("00-" + traceId + "-" + command.spanId() + "-01");
        assertThat(collector.ofTrace(traceId)).noneMatch(CollectedSpan::failed);
    }

    @Test
    void a_path_that_nobody_named_and_a_message_of_a_failure_are_in_no_span() {
        start(Map.of("REDRESS_OTEL", "on", "REDRESS_OTEL_ENDPOINT", collector.endpoint()));
        String traceId = "33333333333333333333333333333333";
        client().with("traceparent", parent(traceId)).get("/v1/tallies/tal_defect");

        patiently().until(() -> collector.ofTrace(traceId).size(), size -> size == 1);
        CollectedSpan request = span(traceId, "GET /v1/tallies/{tallyId}");
        assertThat(request.toString()).doesNotContain("tal_defect").doesNotContain("secret");
        assertThat(request.attributes()).containsEntry("http.response.status_code", "500");
    }

    @Test
    void a_share_of_nothing_records_nothing_whatever_the_caller_wishes() {
        start(Map.of(
                "REDRESS_OTEL", "on",
                "REDRESS_OTEL_ENDPOINT", collector.endpoint(),
                "REDRESS_OTEL_RATIO", "0"));
        String traceId = "44444444444444444444444444444444";
        Answer opened = open(traceId, "traced-0004");

        service.kit().tracing().close().await();

        assertThat(envelope(opened.json().getString("id")).getString("traceparent"))
                .startsWith("00-" + traceId)
                .endsWith("-00");
        assertThat(collector.ofTrace(traceId)).isEmpty();
    }

    @Test
    void a_collector_that_is_away_changes_no_answer() {
        start(Map.of("REDRESS_OTEL", "on", "REDRESS_OTEL_ENDPOINT", "http://127.0.0.1:1"));

        Answer opened = open("55555555555555555555555555555555", "traced-0005");

        assertThat(opened.status()).isEqualTo(201);
        assertThat(events("traced-0005")).hasSize(1);
    }

    private void start(Map<String, String> settings) {
        Map<String, String> environment = INFRASTRUCTURE.environment("penalty-service", "gateway");
        environment.putAll(settings);
        Env env = new Env(environment);
        ServiceConfig config = ServiceConfig.from(env, 8080);
        env.check();
        Migrations.run(config.pg(), "gateway");
        service = new TallyService(
                config,
                new Runtime(
                        INFRASTRUCTURE.vertx(),
                        new TestClock("2018-04-20T10:00:00+08:00"),
                        MachineClock.system(),
                        Ids.uuidV7()));
        service.kit().start().await();
    }

    private ApiClient client() {
        return ApiClient.of("http://127.0.0.1:" + service.kit().httpPort())
                .as(INFRASTRUCTURE.issuer().staff("anna", "counter", "operator"));
    }

    private Answer open(String traceId, String requestId) {
        return client().with("traceparent", parent(traceId))
                .with("X-Request-Id", requestId)
                .post("/v1/tallies", name());
    }

    private static JsonObject name() {
        return new JsonObject().put("name", "four");
    }

    private static String parent(String traceId) {
        return "00-" + traceId + "-" + CALLERS_SPAN + "-01";
    }

    private Answer page(String question) {
        return ApiClient.of("http://127.0.0.1:" + service.kit().managementPort())
                .get(question);
    }

    private JsonArray events(String id) {
        return page("/trace?id=" + id).json().getJsonArray("events");
    }

    private JsonObject envelope(String subject) {
        return service.kit()
                .database()
                .read(tx -> tx.query("SELECT envelope FROM history WHERE subject = $1", Tuple.of(subject)))
                .map(rows -> new JsonObject(rows.iterator().next().getString("envelope")))
                .await();
    }

    private static CollectedSpan span(String traceId, String name) {
        return collector.ofTrace(traceId).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }
}
