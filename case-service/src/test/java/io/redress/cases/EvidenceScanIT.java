package io.redress.cases;

import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.assertRefused;
import static io.redress.cases.EvidenceSuite.cited;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.RunnableService;
import io.redress.kit.pg.Database;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that a virus scanner looks into, at an instance that has one. */
class EvidenceScanIT {

    private static final Clamd CLAMD = new Clamd();
    private static RunnableService service;

    @BeforeAll
    static void start() {
        service = SUITE.another(Map.of("REDRESS_CLAMD", CLAMD.address()));
    }

    @AfterAll
    static void stop() {
        service.stop().await();
        CLAMD.close();
    }

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
        CLAMD.silent(false);
    }

    private static Answer add(EvidenceSuite of, String content) {
        byte[] bytes = ("%PDF-1.4\n" + content + " of " + of.caseId).getBytes(StandardCharsets.US_ASCII);
        return of.merchant().add(of.caseId, bytes);
    }

    private static String verdict(Answer answer) {
        return answer.json().getJsonObject("scan").getString("verdict");
    }

    @Test
    void a_clean_file_is_there_at_once() {
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());

        Answer added = add(of, "receipt");

        assertThat(verdict(added)).as(added.text()).isEqualTo("CLEAN");
        assertThat(added.json().getString("state")).isEqualTo("AVAILABLE");
        assertThat(added.json().getJsonObject("scan").getString("at")).isEqualTo("2018-04-21T02:00:00Z");
        assertThat(of.merchant().content(added).status()).isEqualTo(200);
    }

    @Test
    void an_infected_file_is_neither_read_nor_cited_nor_filed() {
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());

        Answer added = add(of, "VIRUS");

        assertThat(added.status()).isEqualTo(201);
        assertThat(verdict(added)).isEqualTo("INFECTED");
        assertThat(added.json().getString("state")).isEqualTo("QUARANTINED");
        assertRefused(of.merchant().content(added), 409, "quarantined");
        assertRefused(of.integrity().content(added), 409, "quarantined");
        assertRefused(of.brief(cited(added)), 409, "quarantined");
        Answer departments =
                of.department().add(of.caseId, ("%PDF-1.4\nVIRUS " + of.caseId).getBytes(StandardCharsets.US_ASCII));
        assertRefused(of.department().file(departments), 409, "quarantined");
    }

    @Test
    void a_file_that_could_not_be_scanned_waits_in_quarantine_for_the_next_scan() {
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());
        CLAMD.silent(true);
        Answer added = add(of, "receipt");
        assertThat(verdict(added)).isEqualTo("UNKNOWN");
        assertRefused(of.merchant().content(added), 409, "quarantined");

        SUITE.clock.set("2018-04-21T10:14:59+08:00");
        CLAMD.silent(false);
        SUITE.clock.set("2018-04-21T10:15:00+08:00");

        Awaitility.await("scanned again")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> verdict(of.merchant().details(added)).equals("CLEAN"));
        assertThat(of.merchant().content(added).status()).isEqualTo(200);
        assertThat(EvidenceCommandsIT.entries(of.integrity().log(added)))
                .contains("SCANNED case-service 2018-04-21T02:15:00Z");
    }

    @Test
    void a_scan_that_is_due_is_made_whatever_is_done_with_the_file_before() {
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());
        CLAMD.silent(true);
        Answer added = add(of, "receipt");
        assertThat(verdict(added)).isEqualTo("UNKNOWN");
        service.stop().await();
        EvidenceClient integrity =
                new EvidenceClient(SUITE.port(), SUITE.infrastructure.issuer().staff("integrity-lead", "integrity"));
        try {
            SUITE.clock.set("2018-04-21T10:15:00+08:00");
            Database database = new ClockDesk().database;
            Awaitility.await("it is due").atMost(CaseSuite.PATIENCE).until(() -> scanWanted(database, added));
            assertThat(integrity.hold(added, "A court has asked for it.").status())
                    .isEqualTo(200);
            CLAMD.silent(false);
        } finally {
            service = SUITE.another(Map.of("REDRESS_CLAMD", CLAMD.address()));
        }

        Awaitility.await("scanned again").atMost(CaseSuite.PATIENCE).until(() -> verdict(integrity.details(added))
                .equals("CLEAN"));
    }

    private static boolean scanWanted(Database database, Answer added) {
        return database.read(tx -> tx.query(
                                "SELECT scan_wanted FROM evidence_file WHERE evidence_id = $1",
                                Tuple.of(added.json().getString("id")))
                        .map(rows -> rows.iterator().next().getBoolean("scan_wanted")))
                .await();
    }
}
