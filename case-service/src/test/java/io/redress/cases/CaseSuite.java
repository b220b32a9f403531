package io.redress.cases;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.Events;
import io.redress.testkit.PublishedEvents;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** case-service as it runs, with the JVM's Postgres and broker; the other services are played by the test. */
final class CaseSuite {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final JsonObject NOTHING = new JsonObject();
    static final JsonObject REASONS = new JsonObject().put("zh", "不在四类情形之内").put("en", "not among the four clauses");

    private static final class Holder {
        static final CaseSuite INSTANCE = new CaseSuite();
    }

    private static final AtomicInteger RUN = new AtomicInteger();

    final TestInfrastructure infrastructure = TestInfrastructure.get();
    final Path evidence = directory();
    final TestClock clock = new TestClock("2018-04-20T10:00:00+08:00");
    final PeerServer peer = PeerServer.start(infrastructure.vertx());
    final PublishedEvents published = new PublishedEvents(infrastructure, "cases.events.v1", "penalty-service");
    final Events penalties;
    final Events refunds;
    final Events notices;
    final OwnContract contract = new OwnContract(infrastructure.vertx());
    private final RunnableService service;
    private final ApiClient anonymous;

    private CaseSuite() {
        CaseServiceConfig config = config(Map.of());
        Migrations.run(config.service().pg(), CaseService.SCHEMA);
        service = CaseService.create(config, runtime());
        service.start().await();
        anonymous = ApiClient.of("http://127.0.0.1:" + service.httpPort());
        penalties = new Events(infrastructure, "penalty-service", "penalties", "penalties.events.v1");
        refunds = new Events(infrastructure, "refund-service", "refunds", "refunds.events.v1");
        notices = new Events(infrastructure, "notification-service", "notifications", "notifications.events.v1");
        SampleData.load(staff("ops-1", "operator"));
    }

    private CaseServiceConfig config(Map<String, String> further) {
        Map<String, String> environment = new HashMap<>(infrastructure.environment("case-service", "cases"));
        environment.put("REDRESS_PENALTIES_URL", peer.url());
        environment.put("REDRESS_REFUNDS_URL", peer.url());
        environment.put("REDRESS_EVIDENCE_DIR", evidence.toString());
        environment.put("REDRESS_EVIDENCE_MAX_BYTES", "100000");
        environment.put("REDRESS_EVIDENCE_RETENTION", "P30D");
        environment.put("REDRESS_CONSISTENCY_ENOUGH", "10000"); // what one test decides is no band for another
        environment.putAll(further);
        return CaseServiceConfig.from(new Env(environment));
    }

    private Runtime runtime() {
        return new Runtime(infrastructure.vertx(), clock, MachineClock.system(), Ids.uuidV7());
    }

    /** A further instance over the same database, with these settings besides; the caller stops it. */
    RunnableService another(Map<String, String> settings) {
        RunnableService further = CaseService.create(config(settings), runtime());
        further.start().await();
        return further;
    }

    int port() {
        return service.httpPort();
    }

    static CaseSuite get() {
        return Holder.INSTANCE;
    }

    OwnContract contract() {
        return contract;
    }

    ApiClient anonymous() {
        return anonymous;
    }

    ApiClient staff(String subject, String... roles) {
        return anonymous.as(infrastructure.issuer().staff(subject, roles));
    }

    ApiClient merchant(String merchantId) {
        return anonymous.as(infrastructure.issuer().merchant("user-of-" + merchantId, merchantId, "merchant"));
    }

    /** As the gateway presents an agency that a merchant has given a mandate. */
    ApiClient agency(String subject, String merchantId, String mandate) {
        return anonymous.as(infrastructure.issuer().agency(subject, merchantId, mandate));
    }

    /** An agency whose issuer says whom it acts for; no merchant has. */
    ApiClient claimingAgency(String subject, String merchantId) {
        return anonymous.as(infrastructure.issuer().merchant(subject, merchantId, "agency"));
    }

    ApiClient management() {
        return ApiClient.of("http://127.0.0.1:" + service.managementPort());
    }

    /** A penalty of one violation, proposed by enf-1 and known to the service; imported, so it is in force. */
    Penalty penalty() {
        return penalty(true);
    }

    /** The same, that has yet to take effect. */
    Penalty penaltyPending() {
        return penalty(false);
    }

    private Penalty penalty(boolean imported) {
        String run = "t" + RUN.incrementAndGet();
        return known(new Penalty("pen_" + run, "vio_" + run, "m-" + run, "s-" + run), imported);
    }

    /** As many, each of another merchant. */
    List<Penalty> penalties(int count) {
        List<Penalty> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String run = "t" + RUN.incrementAndGet();
            Penalty penalty = new Penalty("pen_" + run, "vio_" + run, "m-" + run, "s-" + run);
            all.add(penalty);
            propose(penalty, penalty.proposed());
        }
        all.forEach(this::awaitKnown);
        return all;
    }

    /** One whose only violation is another than that of the others. */
    Penalty penalty(String clauseId, int rulebookVersion) {
        String run = "t" + RUN.incrementAndGet();
        Penalty penalty = new Penalty("pen_" + run, "vio_" + run, "m-" + run, "s-" + run);
        JsonObject proposed = penalty.proposed();
        proposed.getJsonArray("violations")
                .getJsonObject(0)
                .put("clauseId", clauseId)
                .put("rulebookVersion", rulebookVersion);
        propose(penalty, proposed);
        awaitKnown(penalty);
        return penalty;
    }

    /** Another penalty of the same merchant, for the same shop. */
    Penalty penaltyOf(Penalty other) {
        String run = "t" + RUN.incrementAndGet();
        return known(new Penalty("pen_" + run, "vio_" + run, other.merchantId(), other.shopId()), true);
    }

    /** A penalty like {@link #penalty()}, of a breach of this clause. */
    Penalty penaltyOn(String clauseId) {
        return penaltyOn(clauseId, 1);
    }

    /** The same with so many breaches; the ids of those after the first end in their number, from 1 on. */
    Penalty penaltyOn(String clauseId, int breaches) {
        String run = "t" + RUN.incrementAndGet();
        Penalty penalty = new Penalty("pen_" + run, "vio_" + run, "m-" + run, "s-" + run);
        JsonObject proposed = penalty.proposed();
        JsonArray violations = proposed.getJsonArray("violations");
        violations.getJsonObject(0).put("clauseId", clauseId);
        for (int i = 1; i < breaches; i++) {
            violations.add(violations.getJsonObject(0).copy().put("violationId", penalty.violationId() + i));
        }
        propose(penalty, proposed);
        awaitKnown(penalty);
        return penalty;
    }

    /** Waits until everything that is due by now has been acted on. */
    void awaitDeadlines() {
        Awaitility.await("nothing is due")
                .atMost(PATIENCE)
                .until(() -> management().get("/activity").json().getInteger("dueDeadlines") == 0);
    }

    private Penalty known(Penalty penalty, boolean imported) {
        propose(penalty, penalty.proposed().put("imported", imported));
        awaitKnown(penalty);
        return penalty;
    }

    private void propose(Penalty penalty, JsonObject proposed) {
        String now = clock.now().toString();
        penalties.publish(
                penalty.merchantId(),
                penalty.merchantId(),
                "MerchantRegistered",
                now,
                new JsonObject()
                        .put("merchantId", penalty.merchantId())
                        .put("name", "Riverside Bags")
                        .put("language", "zh"));
        penalties.publish(
                penalty.shopId(),
                penalty.shopId(),
                "ShopRegistered",
                now,
                new JsonObject()
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId())
                        .put("openedAt", "2016-01-01T00:00:00+08:00"));
        penalties.publish(penalty.shopId(), penalty.id(), "PenaltyProposed", now, proposed);
    }

    private void awaitKnown(Penalty penalty) {
        Awaitility.await("penalty is known")
                .atMost(PATIENCE)
                .until(() -> staff("adv-probe", "advocate")
                                        .get("/v1/cases?penaltyId=" + penalty.id())
                                        .status()
                                == 200
                        && isKnown(penalty));
    }

    /** The statement of a penalty is issued now. */
    void statement(Penalty penalty) {
        penalties.publish(
                penalty.shopId(),
                penalty.id(),
                "StatementIssued",
                clock.now().toString(),
                new JsonObject()
                        .put("penaltyId", penalty.id())
                        .put("statementId", "sta_" + penalty.id())
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId())
                        .put("language", "zh")
                        .put("statement", new JsonObject().put("zh", "处罚告知书").put("en", "Statement of reasons"))
                        .put("appealWindow", "P14D")
                        .put("deemedDelivered", "P3D")
                        .put("imported", true));
    }

    /** A second person refuses the held penalty; the statement that follows it shows when that is known. */
    void refused(Penalty penalty) {
        String now = clock.now().toString();
        penalties.publish(
                penalty.shopId(),
                penalty.id(),
                "PenaltyRefused",
                now,
                new JsonObject()
                        .put("penaltyId", penalty.id())
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId())
                        .put("refusedBy", "enf-lead"));
        statement(penalty);
        read(penalty);
    }

    /** The merchant reads the statement now; waits until the service knows. */
    void read(Penalty penalty) {
        tellRead(penalty);
        published.await(penalty.id() + ":window", "AppealWindowOpened");
    }

    /** The same, without waiting. */
    void tellRead(Penalty penalty) {
        JsonObject data = notice(penalty).put("at", clock.now().toString());
        String noticeId = data.getString("noticeId");
        notices.publish(noticeId, noticeId, "NoticeRead", clock.now().toString(), data);
    }

    /** The merchant's mail server takes the statement, by mail or text message, or refuses it, now. */
    void carried(Penalty penalty, String type, String channel) {
        JsonObject data = notice(penalty).put("channel", channel);
        if (type.equals("NoticeBounced")) {
            data.put("reason", "550 5.1.1 no such mailbox");
        }
        String noticeId = data.getString("noticeId");
        notices.publish(
                noticeId,
                noticeId,
                type,
                clock.now().toString(),
                data.put("at", clock.now().toString()));
    }

    private JsonObject notice(Penalty penalty) {
        return new JsonObject()
                .put("noticeId", "not_" + penalty.id())
                .put("merchantId", penalty.merchantId())
                .put("recipient", new JsonObject().put("kind", "MERCHANT").put("id", penalty.merchantId()))
                .put("type", "StatementIssued")
                .put(
                        "about",
                        new JsonObject().put("penaltyId", penalty.id()).put("statementId", "sta_" + penalty.id()));
    }

    /** The path of a withdrawn case about the penalty, once the statement is known: its delivery is then only a matter of time or reading. */
    static String awaitStatement(Penalty penalty) {
        CaseSuite suite = get();
        Answer opened = suite.open(suite.merchant(penalty.merchantId()), penalty);
        String path = "/v1/cases/" + opened.json().getString("id");
        Awaitility.await("statement is known").atMost(PATIENCE).until(() -> {
            Answer seen = suite.merchant(penalty.merchantId()).get(path);
            return seen.json().getJsonObject("window").containsKey("statementId");
        });
        suite.command(suite.merchant(penalty.merchantId()), opened, "withdraw", NOTHING);
        return path;
    }

    Answer open(ApiClient caller, Penalty penalty) {
        Answer answer = caller.post(
                "/v1/cases", new JsonObject().put("kind", "PENALTY_APPEAL").put("penaltyId", penalty.id()));
        return contract.checked("openCase", answer);
    }

    /** A merchant with a shop and without a penalty, known to the service. */
    Shop shop() {
        String run = "r" + RUN.incrementAndGet();
        Shop shop = new Shop("m-" + run, "s-" + run);
        String now = clock.now().toString();
        penalties.publish(
                shop.merchantId(),
                shop.merchantId(),
                "MerchantRegistered",
                now,
                new JsonObject()
                        .put("merchantId", shop.merchantId())
                        .put("name", "Lantern Tea Store")
                        .put("language", "en"));
        penalties.publish(
                shop.id(),
                shop.id(),
                "ShopRegistered",
                now,
                new JsonObject()
                        .put("merchantId", shop.merchantId())
                        .put("shopId", shop.id())
                        .put("openedAt", "2010-01-01T00:00:00+08:00"));
        Awaitility.await("shop is known").atMost(PATIENCE).until(() -> anonymous
                .as(infrastructure.issuer().merchant("probe", shop.merchantId(), "merchant"))
                .post("/v1/cases", shop.complaint().put("ownMotion", true))
                .code()
                .equals("own-motion-mismatch")); // nothing was changed by asking
        return shop;
    }

    /** Opens a case of any kind. */
    Answer request(ApiClient caller, JsonObject body) {
        return contract.checked("openCase", caller.post("/v1/cases", body));
    }

    /** A command on a case at the version last seen. */
    Answer command(ApiClient caller, Answer seen, String command, JsonObject body) {
        Answer answer = caller.ifMatch(seen).post("/v1/cases/" + seen.json().getString("id") + "/" + command, body);
        return contract.checkedCommand(command.substring(command.lastIndexOf('/') + 1), answer);
    }

    static JsonObject brief(Penalty penalty, String... grounds) {
        return new JsonObject()
                .put(
                        "violations",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("violationId", penalty.violationId())
                                        .put("grounds", new JsonArray(List.of((Object[]) grounds)))
                                        .put("argument", REASONS)
                                        .put(
                                                "evidence",
                                                new JsonArray()
                                                        .add(new JsonObject()
                                                                .put("kind", "correspondence")
                                                                .put("reference", "doc-1"))
                                                        .add(new JsonObject()
                                                                .put("kind", "HARDSHIP")
                                                                .put("reference", "doc-2")))))
                .put("relief", "48 to 24");
    }

    static JsonObject draft(Penalty penalty) {
        return new JsonObject().put("outcome", "PARTIAL").put("points", 24).put("violations", violations(penalty));
    }

    static JsonArray violations(Penalty penalty) {
        return new JsonArray()
                .add(new JsonObject()
                        .put("violationId", penalty.violationId())
                        .put("outcome", "PARTIAL")
                        .put("reasons", REASONS)
                        .put("facts", new JsonArray().add("description").add("o-" + penalty.id())));
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("redress-evidence");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isKnown(Penalty penalty) {
        Answer answer = staff("enf-1", "advocate")
                .post(
                        "/v1/cases",
                        new JsonObject().put("kind", "PENALTY_APPEAL").put("penaltyId", penalty.id()));
        return answer.code().equals("own-cause"); // the proposer may not open it: nothing was changed by asking
    }
}
