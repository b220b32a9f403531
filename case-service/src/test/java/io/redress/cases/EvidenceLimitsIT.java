package io.redress.cases;

import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.assertRefused;
import static io.redress.cases.EvidenceSuite.files;
import static io.redress.cases.EvidenceSuite.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.store.PgEvidenceBytes;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.pg.Database;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bounds uploads: how many there may be at once, how long one may take, how long its content is kept for it. */
class EvidenceLimitsIT {

    private RunnableService service;

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.stop().await();
        }
    }

    /** The head of an upload and its first bytes, of 90,000. */
    private Socket begun(EvidenceSuite of) throws IOException {
        String token = SUITE.infrastructure
                .issuer()
                .merchant("user-of-" + of.penalty.merchantId(), of.penalty.merchantId(), "merchant");
        String head = "POST /v1/cases/" + of.caseId + "/evidence?fileName=a.pdf HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer " + token + "\r\nIdempotency-Key: slow-" + of.caseId
                + "\r\nContent-Type: application/pdf\r\nContent-Length: 90000\r\n\r\n%PDF-1.4";
        Socket socket = new Socket("127.0.0.1", service.httpPort());
        socket.setSoTimeout((int) CaseSuite.PATIENCE.toMillis());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void awaitIncoming(int files) {
        Awaitility.await(files + " on their way in")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> files("incoming").size() == files);
    }

    @Test
    void one_more_upload_than_there_may_be_is_turned_away_and_comes_through_later() throws Exception {
        service = SUITE.another(Map.of("REDRESS_EVIDENCE_UPLOADS", "1"));
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());

        try (Socket first = begun(of)) {
            awaitIncoming(1);
            Answer second = of.merchant().add(of.caseId, EvidenceClient.document());

            assertRefused(second, 503, "overloaded");
            assertThat(second.header("retry-after")).contains("1");
            assertThat(first.isClosed()).isFalse();
        }

        awaitIncoming(0);
        Awaitility.await("there is room again")
                .atMost(CaseSuite.PATIENCE)
                .until(() ->
                        of.merchant().add(of.caseId, EvidenceClient.document()).status() == 201);
    }

    @Test
    void an_upload_that_takes_too_long_is_broken_off_leaves_nothing_and_gives_its_place_back() throws Exception {
        service = SUITE.another(Map.of("REDRESS_UPLOAD_TIMEOUT", "PT2S", "REDRESS_EVIDENCE_UPLOADS", "1"));
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());

        try (Socket slow = begun(of)) {
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 408").contains("connection: close");
        }

        awaitIncoming(0);
        assertThat(ids(of.integrity().list(of.caseId))).isEmpty();
        assertThat(of.merchant().add(of.caseId, EvidenceClient.document()).status())
                .isEqualTo(201);
    }

    @Test
    void content_that_only_a_dead_upload_wanted_is_removed() {
        Database database = new ClockDesk().database;
        String sha256 = "0".repeat(63) + "1";
        PgEvidenceBytes alive = new PgEvidenceBytes(Duration.ofMinutes(25));
        PgEvidenceBytes dead = new PgEvidenceBytes(Duration.ZERO);
        assertThat(database.inTransaction(tx -> alive.pin(tx, "pin_dead", sha256, 1))
                        .await())
                .isTrue();

        database.<Void>inTransaction(alive::endOldPins).await();
        assertThat(count(database, "evidence_pin", sha256)).isOne();

        database.<Void>inTransaction(dead::endOldPins).await();
        assertThat(count(database, "evidence_pin", sha256)).isZero();
        Awaitility.await("nobody wants it any more")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> count(database, "evidence_content", sha256) == 0);
    }

    private static long count(Database database, String table, String sha256) {
        return database.read(
                        tx -> tx.query("SELECT count(*) AS n FROM " + table + " WHERE sha256 = $1", Tuple.of(sha256))
                                .map(rows -> rows.iterator().next().getLong("n")))
                .await();
    }
}
