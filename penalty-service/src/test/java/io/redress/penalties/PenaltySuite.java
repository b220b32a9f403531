package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Migrations;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.Events;
import io.redress.testkit.PublishedEvents;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** penalty-service as it runs, with the JVM's Postgres and broker; the other services are played by the test. */
final class PenaltySuite {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String START = "2018-04-20T10:00:00+08:00";

    /** Two keys of the test's own, the first one current. */
    static final String SEAL_KEYS =
            "k2:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=,k1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    private static final class Holder {
        static final PenaltySuite INSTANCE = new PenaltySuite();
    }

    private static final AtomicInteger RUN = new AtomicInteger();

    final TestInfrastructure infrastructure = TestInfrastructure.get();
    final TestClock clock = new TestClock(START);
    final PublishedEvents published;
    final Events cases;
    final Events notices;
    final Database database;
    private final RunnableService service;
    private final ApiClient anonymous;

    private PenaltySuite() {
        PenaltyServiceConfig config = config(infrastructure);
        database = new Database(infrastructure.vertx(), config.service().pg(), PenaltyService.SCHEMA);
        Migrations.run(config.service().pg(), PenaltyService.SCHEMA);
        service = PenaltyService.create(
                config, new Runtime(infrastructure.vertx(), clock, MachineClock.system(), Ids.uuidV7()));
        service.start().await();
        anonymous = ApiClient.of("http://127.0.0.1:" + service.httpPort());
        published = new PublishedEvents(infrastructure, "penalties.events.v1", "case-service");
        cases = new Events(infrastructure, "case-service", "cases", "cases.events.v1");
        notices = new Events(infrastructure, "notification-service", "notifications", "notifications.events.v1");
        for (int version : List.of(11, 12)) {
            assertThat(staff("rules-1", "rule-owner")
                            .put("/v1/rulebooks/" + version, SampleRulebooks.json(version))
                            .status())
                    .isEqualTo(200);
        }
    }

    static PenaltyServiceConfig config(TestInfrastructure infrastructure) {
        Map<String, String> environment =
                new HashMap<>(infrastructure.environment(PenaltyService.NAME, PenaltyService.SCHEMA));
        environment.put("REDRESS_SEAL_KEYS", SEAL_KEYS);
        return PenaltyServiceConfig.from(new Env(environment));
    }

    /** Whether any row of this table holds the text, in clear or as bytes. */
    boolean holds(String table, String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        String sql = "SELECT count(*) FROM " + table
                + " AS t WHERE position($1 IN t::text) > 0 OR position($2 IN t::text) > 0";
        return database.read(tx -> tx.query(sql, Tuple.of(text, bytes)))
                        .await()
                        .iterator()
                        .next()
                        .getLong(0)
                > 0;
    }

    static PenaltySuite get() {
        return Holder.INSTANCE;
    }

    ApiClient anonymous() {
        return anonymous;
    }

    ApiClient staff(String subject, String... roles) {
        return anonymous.as(infrastructure.issuer().staff(subject, roles));
    }

    ApiClient enforcement() {
        return staff("enf-1", "enforcement");
    }

    ApiClient machine() {
        return staff("marketplace", "machine");
    }

    ApiClient merchant(String merchantId) {
        return anonymous.as(infrastructure.issuer().merchant("user-of-" + merchantId, merchantId, "merchant"));
    }

    ApiClient management() {
        return ApiClient.of("http://127.0.0.1:" + service.managementPort());
    }

    /** A new merchant {@code m-<name>} with one shop {@code s-<name>}; answers the name. */
    String newShop() {
        String name = "t" + RUN.incrementAndGet();
        Answer merchant = machine()
                .put(
                        "/v1/merchants/m-" + name,
                        new JsonObject().put("name", "Riverside Bags").put("language", "zh"));
        assertThat(merchant.status()).as(merchant.text()).isEqualTo(200);
        Answer shop = machine()
                .put(
                        "/v1/shops/s-" + name,
                        new JsonObject().put("merchantId", "m-" + name).put("openedAt", "2016-01-01T00:00:00+08:00"));
        assertThat(shop.status()).as(shop.text()).isEqualTo(200);
        return name;
    }

    static JsonObject violation(String clauseId, String listing) {
        return new JsonObject()
                .put("clauseId", clauseId)
                .put("from", "2018-03-01T12:00:00+08:00")
                .put("to", "2018-03-01T13:00:00+08:00")
                .put(
                        "objects",
                        new JsonArray()
                                .add(new JsonObject().put("type", "LISTING").put("id", listing)))
                .put(
                        "facts",
                        new JsonObject()
                                .put(
                                        "description",
                                        new JsonObject().put("zh", "售假").put("en", "Fakes were sold."))
                                .put("listings", new JsonArray().add(listing)));
    }

    static JsonObject ranged(String clauseId, String listing, int points, String factor) {
        return violation(clauseId, listing)
                .put("points", points)
                .put("factors", new JsonObject().put(factor, "high"))
                .put("factorReasons", "the factor weighs heavily");
    }

    static JsonObject proposal(String shop, JsonObject... violations) {
        return new JsonObject()
                .put("shopId", "s-" + shop)
                .put("departmentId", "enforcement")
                .put("explanation", new JsonObject().put("zh", "说明").put("en", "An explanation."))
                .put("automation", new JsonObject().put("detection", true).put("decision", false))
                .put("territory", "CN")
                .put("violations", new JsonArray(List.of((Object[]) violations)));
    }

    static JsonObject legacy(String shop, String closedAt, JsonObject violation) {
        return proposal(shop, violation)
                .put("originalProposer", "enf-1")
                .put("inForceAt", closedAt)
                .put(
                        "measures",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kind", "SHOP_CLOSURE")
                                        .put("startedAt", closedAt)));
    }

    /** The statement of the penalty is stored as a notice now. */
    void store(JsonObject penalty) {
        notice(penalty, "NoticeStored");
    }

    /** The merchant reads the statement now. */
    void read(JsonObject penalty) {
        notice(penalty, "NoticeRead");
    }

    /** The statement was carried, or not, by this channel. */
    void carried(JsonObject penalty, String type, String channel) {
        JsonObject more = new JsonObject().put("channel", channel);
        notice(penalty, type, type.equals("NoticeBounced") ? more.put("reason", "550 5.1.1") : more);
    }

    private void notice(JsonObject penalty, String type) {
        notice(penalty, type, new JsonObject());
    }

    private void notice(JsonObject penalty, String type, JsonObject more) {
        String noticeId = "not_" + penalty.getString("statementId");
        notices.publish(
                noticeId,
                noticeId,
                type,
                clock.now().toString(),
                new JsonObject()
                        .put("noticeId", noticeId)
                        .put("merchantId", penalty.getString("merchantId"))
                        .put(
                                "recipient",
                                new JsonObject().put("kind", "MERCHANT").put("id", penalty.getString("merchantId")))
                        .put("type", "StatementIssued")
                        .put(
                                "about",
                                new JsonObject()
                                        .put("penaltyId", penalty.getString("id"))
                                        .put("statementId", penalty.getString("statementId")))
                        .put("at", clock.now().toString())
                        .mergeIn(more));
    }

    JsonObject get(String path) {
        Answer answer = staff("ops-1", "operator").get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    JsonObject penalty(String id) {
        return get("/v1/penalties/" + id);
    }

    /** Stores the statement and waits until the penalty has this status. */
    JsonObject inForce(Answer proposed) {
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        store(proposed.json());
        return awaitStatus(proposed.json().getString("id"), "IN_FORCE");
    }

    JsonObject awaitStatus(String penaltyId, String status) {
        Awaitility.await(penaltyId + " is " + status)
                .atMost(PATIENCE)
                .until(() -> penalty(penaltyId).getString("status").equals(status));
        return penalty(penaltyId);
    }

    int points(String shop, String bucket) {
        return get("/v1/shops/s-" + shop + "/standing").getJsonArray("buckets").stream()
                .map(JsonObject.class::cast)
                .filter(standing -> standing.getString("bucket").equals(bucket))
                .mapToInt(standing -> standing.getInteger("points"))
                .sum();
    }

    /** Kind and state of each of the shop's measures, sorted. */
    List<String> measures(String shop) {
        return items(shop).stream()
                .map(measure -> measure.getString("kind") + " " + measure.getString("state"))
                .sorted()
                .toList();
    }

    JsonObject measure(String shop, String kind) {
        return items(shop).stream()
                .filter(measure -> measure.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> items(String shop) {
        return get("/v1/shops/s-" + shop + "/measures").getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The data of a subject's first event of this type, once it is there. */
    JsonObject awaited(String subject, String type) {
        return published.await(subject, type).getJsonObject("data");
    }

    /** The data of every event of this type about a shop that has arrived. */
    List<JsonObject> ofShop(String shopId, String type) {
        return published.all().stream()
                .filter(event -> PublishedEvents.type(event).equals(type))
                .map(event -> event.getJsonObject("data"))
                .filter(data -> shopId.equals(data.getString("shopId")))
                .toList();
    }
}
