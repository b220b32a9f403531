package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.penalties.app.seal.RotateSeals;
import io.redress.penalties.app.seal.SealKeys;
import io.redress.penalties.app.seal.Sealed;
import io.redress.penalties.store.PgDetectionRecords;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records under an older key come under the current one; one whose key is gone says so. */
class SealRotationIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final String OLDER = "k1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final String FOREIGN = "k9:AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=";

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    private static String sealedUnder(String ring) {
        String shop = SUITE.newShop();
        JsonObject record = new JsonObject().put("summary", "found").put("signals", new JsonArray());
        Answer proposed = SUITE.enforcement()
                .post(
                        "/v1/penalties",
                        PenaltySuite.proposal(shop, PenaltySuite.violation("G-03", "l-" + shop))
                                .put("detectionRecord", record));
        String penaltyId = proposed.json().getString("id");
        Sealed other = SealKeys.parse(ring).seal(penaltyId, record.encode().getBytes(StandardCharsets.UTF_8));
        SUITE.database
                .read(tx -> tx.query(
                        "UPDATE detection_record SET key_id = $2, nonce = $3, ciphertext = $4 WHERE penalty_id = $1",
                        Tuple.of(
                                penaltyId,
                                other.keyId(),
                                Buffer.buffer(other.nonce()),
                                Buffer.buffer(other.ciphertext()))))
                .await();
        return penaltyId;
    }

    private static String keyOf(String penaltyId) {
        return SUITE.database
                .read(tx -> tx.query("SELECT key_id FROM detection_record WHERE penalty_id = $1", Tuple.of(penaltyId)))
                .await()
                .iterator()
                .next()
                .getString(0);
    }

    private static Answer read(String penaltyId) {
        return SUITE.enforcement()
                .post(
                        "/v1/penalties/" + penaltyId + "/detection-record/readings",
                        new JsonObject().put("purpose", "To see that it opens."));
    }

    @Test
    void a_record_under_an_older_key_is_read_and_re_encrypted() {
        String penaltyId = sealedUnder(OLDER);
        assertThat(read(penaltyId).json().getJsonObject("record").getString("summary"))
                .isEqualTo("found");
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        RotateSeals rotation = new RotateSeals(
                SUITE.infrastructure.vertx(),
                SUITE.database,
                SealKeys.parse(PenaltySuite.SEAL_KEYS),
                new PgDetectionRecords(),
                metrics);

        rotation.start().await();

        Awaitility.await("under the current key").atMost(PenaltySuite.PATIENCE).until(() -> keyOf(penaltyId)
                .equals("k2"));
        rotation.stop().await();
        assertThat(read(penaltyId).json().getJsonObject("record").getString("summary"))
                .isEqualTo("found");
    }

    @Test
    void a_record_whose_key_is_gone_answers_so_leaves_no_reading_and_is_counted() {
        String penaltyId = sealedUnder(FOREIGN);

        Answer refused = read(penaltyId);

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("sealed-record-unreadable");
        assertThat(SUITE.staff("int-1", "integrity")
                        .get("/v1/penalties/" + penaltyId + "/detection-record/readings")
                        .json()
                        .getJsonArray("items"))
                .isEmpty();
        assertThat(SUITE.management().get("/metrics").text())
                .contains("redress_seal_unreadable_total{cause=\"unknown-key\"");
    }
}
