package io.redress.cases;

import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.assertRefused;
import static io.redress.cases.EvidenceSuite.cited;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.files.ClamdDaemon;
import io.redress.kit.boot.RunnableService;
import io.redress.testkit.ApiClient.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a real clamd looks into. */
class EvidenceClamdIT {

    @TempDir
    private static Path daemons;

    private static ClamdDaemon daemon;
    private static RunnableService service;

    @BeforeAll
    static void start() {
        daemon = ClamdDaemon.start(daemons);
        service = SUITE.another(Map.of("REDRESS_CLAMD", daemon.tcp()));
    }

    @AfterAll
    static void stop() {
        if (daemon != null) {
            daemon.close();
        }
        if (service != null) {
            service.stop().await();
        }
    }

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    private static Answer add(EvidenceSuite of, String content) {
        return of.merchant().add(of.caseId, ("%PDF-1.4\n" + content).getBytes(StandardCharsets.US_ASCII));
    }

    private static String verdict(Answer answer) {
        return answer.json().getJsonObject("scan").getString("verdict");
    }

    @Test
    void a_clean_file_is_read_and_an_infected_one_is_in_quarantine() {
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());

        Answer clean = add(of, "A receipt of " + of.caseId);
        Answer infected = add(of, ClamdDaemon.EICAR + " of " + of.caseId);

        assertThat(verdict(clean)).as(clean.text()).isEqualTo("CLEAN");
        assertThat(of.merchant().content(clean).status()).isEqualTo(200);
        assertThat(verdict(infected)).as(infected.text()).isEqualTo("INFECTED");
        assertThat(infected.json().getString("state")).isEqualTo("QUARANTINED");
        assertRefused(of.merchant().content(infected), 409, "quarantined");
        assertRefused(of.brief(cited(infected)), 409, "quarantined");
    }

    @Test
    void what_came_while_it_was_away_is_in_quarantine_until_it_is_back() {
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());
        daemon.stop();
        Answer added;
        try {
            added = add(of, "Another receipt of " + of.caseId);
            assertThat(verdict(added)).as(added.text()).isEqualTo("UNKNOWN");
            assertRefused(of.merchant().content(added), 409, "quarantined");
        } finally {
            daemon.start();
        }

        SUITE.clock.set("2018-04-21T10:15:00+08:00");

        Awaitility.await("scanned again")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> verdict(of.merchant().details(added)).equals("CLEAN"));
        assertThat(of.merchant().content(added).status()).isEqualTo(200);
    }
}
