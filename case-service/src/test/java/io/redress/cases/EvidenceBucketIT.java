package io.redress.cases;

import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.assertRefused;
import static io.redress.cases.EvidenceSuite.files;
import static io.redress.cases.EvidenceSuite.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.files.S3Server;
import io.redress.kit.boot.RunnableService;
import io.redress.testkit.ApiClient.Answer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of evidence at an instance that keeps them in a bucket of a real S3 server. */
class EvidenceBucketIT {

    @TempDir
    private static Path servers;

    private static S3Server server;
    private static RunnableService service;

    @BeforeAll
    static void start() {
        server = S3Server.start(servers);
        service = SUITE.another(server.settings());
    }

    @AfterAll
    static void stop() {
        server.close();
        if (service != null) {
            service.stop().await();
        }
    }

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    @Test
    void a_file_goes_into_the_bucket_under_its_hash_and_comes_back_as_it_was_sent() {
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());
        byte[] content = EvidenceClient.document();

        Answer added = of.merchant().add(of.caseId, content);
        Answer read = of.merchant().content(added);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(server.keys()).contains(added.json().getString("sha256"));
        assertThat(files("content")).doesNotContain(added.json().getString("sha256"));
        assertThat(read.bytes()).isEqualTo(content);
        assertThat(read.header("content-disposition").orElseThrow()).startsWith("attachment;");
        Awaitility.await("the copies are gone").atMost(CaseSuite.PATIENCE).until(() -> files("incoming")
                .isEmpty());
    }

    @Test
    void while_the_bucket_is_away_nothing_is_taken_and_nothing_is_left_and_the_same_request_comes_through_later() {
        EvidenceSuite of = EvidenceSuite.aCaseAt(service.httpPort());
        byte[] content = EvidenceClient.document();
        Answer before = of.merchant().add(of.caseId, EvidenceClient.document());
        String key = "bucket-" + of.caseId;
        server.stop();
        try {
            Answer refused = of.merchant().send(of.caseId, "a.pdf", "", EvidenceClient.PDF, key, content);
            assertRefused(refused, 503, "dependency-unavailable");
            assertThat(refused.header("retry-after")).contains("5");
            assertRefused(of.merchant().content(before), 503, "dependency-unavailable");
            assertThat(ids(of.merchant().list(of.caseId))).hasSize(1);
            assertThat(files("incoming")).isEmpty();
        } finally {
            server.start();
        }

        Answer taken = Awaitility.await("what was left of it is removed first")
                .atMost(CaseSuite.PATIENCE)
                .until(
                        () -> of.merchant().send(of.caseId, "a.pdf", "", EvidenceClient.PDF, key, content),
                        answer -> answer.status() != 503);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(of.merchant().content(taken).bytes()).isEqualTo(content);
        assertThat(of.merchant().content(before).status()).isEqualTo(200);
    }

    @Test
    void bytes_that_were_changed_in_the_bucket_are_neither_read_nor_taken_for_clean() {
        try (Clamd clamd = new Clamd()) {
            Map<String, String> settings = new HashMap<>(server.settings());
            settings.put("REDRESS_CLAMD", clamd.address());
            RunnableService scanning = SUITE.another(settings);
            try {
                EvidenceSuite of = EvidenceSuite.aCaseAt(scanning.httpPort());
                Answer clean = of.merchant().add(of.caseId, EvidenceClient.document());
                clamd.silent(true);
                Answer unknown = of.merchant().add(of.caseId, EvidenceClient.document());
                clamd.silent(false);
                server.change(clean.json().getString("sha256"));
                server.change(unknown.json().getString("sha256"));
                SUITE.clock.set("2018-04-21T10:15:00+08:00");

                Awaitility.await("it was looked at again")
                        .atMost(CaseSuite.PATIENCE)
                        .until(() -> EvidenceCommandsIT.entries(of.integrity().log(unknown))
                                .contains("SCANNED case-service 2018-04-21T02:15:00Z"));
                assertThat(of.merchant().details(unknown).json().getString("state"))
                        .isEqualTo("QUARANTINED");
                assertRefused(of.merchant().content(clean), 503, "dependency-unavailable");
            } finally {
                scanning.stop().await();
            }
        }
    }
}
