package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.config.Secret;
import io.redress.kit.http.PeerClient;
import io.redress.penalties.app.transparency.FileStatements;
import io.redress.penalties.app.transparency.Pauses;
import io.redress.penalties.client.TransparencyClient;
import io.redress.penalties.client.TransparencyConfig;
import io.redress.penalties.store.PgFilings;
import io.redress.simulators.transparency.TransparencyDatabaseSimulator;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Penalties that are filed, and who files them in a test; the suite's own service composes, and sends nothing. */
final class FiledPenalties {

    static final String APRIL = "2026-04-20T10:00:00+08:00";

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    private FiledPenalties() {}

    /** A counterfeit in this territory, in force now, which hid the shop. */
    static JsonObject inForce(String shop, String territory) {
        String listing = "l-" + shop;
        JsonObject violation = PenaltySuite.violation("C-01", listing);
        if (SUITE.clock.now().toString().startsWith("2026")) {
            violation.put("from", "2026-03-01T12:00:00+08:00").put("to", "2026-03-01T13:00:00+08:00");
        }
        return SUITE.inForce(SUITE.enforcement()
                .post("/v1/penalties", PenaltySuite.proposal(shop, violation).put("territory", territory)));
    }

    /** The puid of a statement that is composed and waits to be sent. */
    static String composed() {
        return composed(inForce(SUITE.newShop(), "DE"));
    }

    static String composed(JsonObject penalty) {
        String puid = penalty.getString("statementId");
        Awaitility.await(puid + " is composed")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> SUITE.staff("ops-1", "operator")
                                        .get("/v1/transparency-statements/" + puid)
                                        .status()
                                == 200
                        && statement(puid).containsKey("statement"));
        assertThat(state(puid)).isEqualTo("PENDING");
        return puid;
    }

    static JsonObject awaitRefused(String puid) {
        Awaitility.await(puid + " is refused")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> SUITE.staff("ops-1", "operator")
                                        .get("/v1/transparency-statements/" + puid)
                                        .status()
                                == 200
                        && state(puid).equals("REFUSED"));
        return statement(puid);
    }

    static JsonObject statement(String puid) {
        return SUITE.get("/v1/transparency-statements/" + puid);
    }

    static String state(String puid) {
        return statement(puid).getString("state");
    }

    /** A new worker, as after a start. */
    static FileStatements worker(TransparencyDatabaseSimulator database) {
        return new FileStatements(
                SUITE.database,
                new PgFilings(),
                client(database),
                100,
                new Pauses(Duration.ofMillis(1), Duration.ofMillis(5)),
                SUITE.clock::now,
                new SimpleMeterRegistry());
    }

    static TransparencyClient client(TransparencyDatabaseSimulator database) {
        return new TransparencyClient(
                SUITE.infrastructure.vertx(),
                PeerClient.create(SUITE.infrastructure.vertx()),
                new TransparencyConfig(database.url(), new Secret("secret"), 50, TIMEOUT),
                new SimpleMeterRegistry());
    }

    /** Works until it is filed. */
    static void awaitFiled(FileStatements worker, String puid) {
        Awaitility.await(puid + " is filed").atMost(PenaltySuite.PATIENCE).until(() -> {
            worker.round().await();
            return state(puid).equals("FILED");
        });
    }

    /** The ruling on this penalty, as case-service says it, with the effects that a preview foretells. */
    static void rule(String shop, JsonObject penalty, String outcome, Integer points) {
        JsonObject asked = new JsonObject().put("outcome", outcome);
        rule(shop, penalty, points == null ? asked : asked.put("points", points));
    }

    /** The ruling that decides so. */
    static void rule(String shop, JsonObject penalty, JsonObject asked) {
        Answer preview = SUITE.staff("case-service", "machine")
                .post("/v1/penalties/" + penalty.getString("id") + "/effect-preview", asked);
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        SUITE.cases.publish(
                "cas_" + shop,
                "cas_" + shop,
                "RulingIssued",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("caseId", "cas_" + shop)
                        .put("rulingId", "rul_" + shop)
                        .put("kind", "PENALTY_APPEAL")
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop)
                        .put("penaltyId", penalty.getString("id"))
                        .put("outcome", asked.getString("outcome"))
                        .put("violations", new JsonArray())
                        .put("effects", preview.json().getJsonArray("effects"))
                        .put("advocateId", "adv-1")
                        .put("adjudicatorId", "adj-1"));
    }
}
