package io.redress.cases;

import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.assertRefused;
import static io.redress.cases.EvidenceSuite.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.RunnableService;
import io.redress.testkit.ApiClient.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long bytes are kept: thirty days after the end of the case, in this suite. */
class EvidenceKeepingIT {

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    private static String state(EvidenceSuite of, Answer added) {
        return of.integrity().details(added).json().getString("state");
    }

    private static void awaitGone(Answer added) {
        Awaitility.await("the bytes are gone").atMost(CaseSuite.PATIENCE).until(() -> !files("content")
                .contains(added.json().getString("sha256")));
    }

    private static void awaitDeleted(EvidenceSuite of, Answer added) {
        Awaitility.await("its time is over").atMost(CaseSuite.PATIENCE).until(() -> state(of, added)
                .equals("DELETED"));
    }

    @Test
    void bytes_are_deleted_when_their_time_after_the_case_is_over_and_the_hash_stays() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());
        of.withdrawn();

        SUITE.clock.set("2018-05-21T10:00:00+08:00");
        awaitDeleted(of, added);
        awaitGone(added);

        assertRefused(of.merchant().content(added), 409, "evidence-deleted");
        assertThat(of.merchant().details(added).json().getString("sha256"))
                .isEqualTo(added.json().getString("sha256"));
        assertThat(of.merchant().details(added).json().getString("deletedAt")).isEqualTo("2018-05-21T02:00:00Z");
        assertThat(EvidenceCommandsIT.entries(of.integrity().log(added)))
                .last()
                .isEqualTo("DELETED case-service 2018-05-21T02:00:00Z");
        assertRefused(of.integrity().hold(of.integrity().details(added), "too late"), 409, "evidence-deleted");
    }

    @Test
    void a_case_that_goes_on_keeps_its_files_and_so_do_others_that_have_the_same_bytes() {
        EvidenceSuite ended = EvidenceSuite.aCase();
        EvidenceSuite goesOn = EvidenceSuite.aCase();
        byte[] content = EvidenceClient.document();
        Answer old = ended.merchant().add(ended.caseId, content);
        Answer kept = goesOn.merchant().add(goesOn.caseId, content);
        ended.withdrawn();

        SUITE.clock.set("2018-05-21T10:00:00+08:00");
        awaitDeleted(ended, old);
        EvidenceSuite probe = EvidenceSuite.aCase();
        Answer probed = probe.merchant().add(probe.caseId, EvidenceClient.document());
        probe.withdrawn();
        SUITE.clock.set("2018-06-20T10:00:00+08:00");
        awaitGone(probed);

        assertThat(state(goesOn, kept)).isEqualTo("AVAILABLE");
        assertThat(goesOn.merchant().content(kept).bytes()).isEqualTo(content);
        goesOn.withdrawn();
        SUITE.clock.set("2018-07-20T10:00:00+08:00");
        awaitDeleted(goesOn, kept);
        awaitGone(kept);
    }

    @Test
    void what_is_held_is_kept_until_it_is_released() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer beside = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer held = of.integrity().hold(added, "A court has asked for it.");
        of.withdrawn();

        SUITE.clock.set("2018-06-01T10:00:00+08:00");
        awaitDeleted(of, beside);
        awaitGone(beside);
        assertThat(of.merchant().content(added).status()).isEqualTo(200);

        assertThat(of.integrity().release(held, "The court has decided.").status())
                .isEqualTo(200);
        awaitDeleted(of, added);
        awaitGone(added);
    }

    @Test
    void deleted_bytes_can_be_sent_again_elsewhere() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] content = EvidenceClient.document();
        Answer added = of.merchant().add(of.caseId, content);
        of.withdrawn();
        SUITE.clock.set("2018-05-21T10:00:00+08:00");
        awaitDeleted(of, added);
        awaitGone(added);

        EvidenceSuite elsewhere = EvidenceSuite.aCase();
        Answer again = elsewhere.merchant().add(elsewhere.caseId, content);

        assertThat(elsewhere.merchant().content(again).bytes()).isEqualTo(content);
    }

    @Test
    void a_start_sweeps_what_a_crash_has_left_and_nothing_that_may_be_under_way() throws Exception {
        Path incoming = Files.createDirectories(SUITE.evidence.resolve("incoming"));
        Path left = Files.writeString(incoming.resolve("in_left"), "of a crash");
        Path underWay = Files.writeString(incoming.resolve("in_under_way"), "of another instance");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

        RunnableService restarted = SUITE.another(Map.of());
        try {
            Awaitility.await("swept").atMost(CaseSuite.PATIENCE).until(() -> !Files.exists(left));
            assertThat(underWay).exists();
        } finally {
            restarted.stop().await();
            Files.deleteIfExists(underWay);
        }
    }
}
