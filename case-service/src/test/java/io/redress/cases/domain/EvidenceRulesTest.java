package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be done with files of evidence, by its state and by who asks. */
class EvidenceRulesTest {

    private static final Instant NOON = Instant.parse("2018-04-21T04:00:00Z");

    private static EvidenceFile file(ScanVerdict verdict) {
        return new EvidenceFile(
                "evd_1",
                "cas_1",
                Side.MERCHANT,
                "a.pdf",
                "application/pdf",
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "",
                false,
                "user-1",
                NOON,
                Optional.empty(),
                new EvidenceFile.Scan(verdict, Optional.empty(), 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> code(Optional<Refusal> refusal) {
        return refusal.map(one -> one.code().code());
    }

    @Test
    void only_what_is_clean_or_was_never_to_be_scanned_is_read() {
        assertThat(EvidenceRules.reading(file(ScanVerdict.NOT_CONFIGURED))).isEmpty();
        assertThat(EvidenceRules.reading(file(ScanVerdict.CLEAN))).isEmpty();
        assertThat(code(EvidenceRules.reading(file(ScanVerdict.INFECTED)))).contains("quarantined");
        assertThat(code(EvidenceRules.reading(file(ScanVerdict.UNKNOWN)))).contains("quarantined");
        assertThat(code(EvidenceRules.reading(file(ScanVerdict.CLEAN).deleted(NOON))))
                .contains("evidence-deleted");
    }

    @Test
    void a_file_is_held_once_and_released_once_and_never_when_it_is_deleted() {
        EvidenceFile held = file(ScanVerdict.CLEAN).held("integrity-lead", NOON, "a court");

        assertThat(EvidenceRules.holding(file(ScanVerdict.CLEAN))).isEmpty();
        assertThat(code(EvidenceRules.holding(held))).contains("illegal-transition");
        assertThat(EvidenceRules.releasing(held)).isEmpty();
        assertThat(code(EvidenceRules.releasing(held.released()))).contains("illegal-transition");
        assertThat(code(EvidenceRules.holding(file(ScanVerdict.CLEAN).deleted(NOON))))
                .contains("evidence-deleted");
    }

    @Test
    void a_file_is_taken_back_by_whoever_added_it_until_it_is_filed_or_deleted() {
        EvidenceFile staged = file(ScanVerdict.CLEAN);

        assertThat(EvidenceRules.removing(staged, "user-1")).isEmpty();
        assertThat(EvidenceRules.removing(file(ScanVerdict.INFECTED), "user-1")).isEmpty();
        assertThat(code(EvidenceRules.removing(staged, "user-2"))).contains("not-your-file");
        assertThat(code(EvidenceRules.removing(staged.filed("adv-1", NOON), "user-1")))
                .contains("illegal-transition");
        assertThat(code(EvidenceRules.removing(staged.deleted(NOON), "user-1"))).contains("evidence-deleted");
    }

    @Test
    void bytes_go_with_a_file_that_is_taken_back_unless_they_are_held() {
        EvidenceFile staged = file(ScanVerdict.CLEAN);

        assertThat(staged.removed(NOON).state()).isEqualTo(EvidenceState.DELETED);
        assertThat(staged.held("integrity-lead", NOON, "a court").removed(NOON).state())
                .isEqualTo(EvidenceState.AVAILABLE);
    }

    @Test
    void files_that_were_taken_back_make_room_but_not_for_ever() {
        assertThat(EvidenceRules.oneMore(199, 999)).isEmpty();
        assertThat(code(EvidenceRules.oneMore(200, 200))).contains("evidence-limit-reached");
        assertThat(code(EvidenceRules.oneMore(0, 1_000))).contains("evidence-limit-reached");
    }

    @Test
    void a_brief_cites_what_is_there_and_references_to_elsewhere_are_its_own_affair() {
        EvidenceFile known = file(ScanVerdict.CLEAN);

        assertThat(EvidenceRules.citing(points("receipt", "evd_1"), Map.of("evd_1", known)))
                .isEmpty();
        assertThat(EvidenceRules.citing(points("correspondence", "e-2004"), Map.of()))
                .isEmpty();
        assertThat(code(EvidenceRules.citing(points("receipt", "evd_2"), Map.of("evd_1", known))))
                .contains("unknown-evidence");
        assertThat(code(EvidenceRules.citing(points("receipt", "evd_1"), Map.of("evd_1", file(ScanVerdict.UNKNOWN)))))
                .contains("quarantined");
    }

    @Test
    void for_a_closed_case_that_can_be_reopened_the_merchants_side_alone_adds_and_nobody_files() {
        CaseFile closed = CaseFixtures.closed();
        CaseFile withdrawn = CaseFixtures.in(CaseStatus.WITHDRAWN);

        assertThat(EvidenceRules.adding(closed, CaseFixtures.MERCHANT)).isEmpty();
        assertThat(EvidenceRules.adding(closed, CaseFixtures.ADVOCATE)).isEmpty();
        assertThat(code(EvidenceRules.adding(closed, CaseFixtures.RESPONDENT))).contains("illegal-transition");
        assertThat(code(EvidenceRules.adding(closed, CaseFixtures.OTHER))).contains("illegal-transition");
        assertThat(code(EvidenceRules.adding(withdrawn, CaseFixtures.MERCHANT))).contains("illegal-transition");
        assertThat(code(EvidenceRules.filing(closed, file(ScanVerdict.CLEAN), CaseFixtures.MERCHANT)))
                .contains("illegal-transition");
    }

    private static List<BriefPoint> points(String kind, String reference) {
        return List.of(new BriefPoint(
                "vio_1",
                List.of(Ground.NOT_ENUMERATED),
                new BilingualText("无", "none"),
                List.of(new Evidence(kind, reference))));
    }

    @Test
    void a_side_sees_its_own_before_it_is_filed_and_everybody_what_is_filed() {
        EvidenceSight merchants = new EvidenceSight(Set.of(Side.MERCHANT), true, false);
        EvidenceSight departments = new EvidenceSight(Set.of(Side.DEPARTMENT), false, false);
        EvidenceFile staged = file(ScanVerdict.CLEAN);
        EvidenceFile filed = staged.filed("adv-1", NOON);

        assertThat(merchants.sees(staged)).isTrue();
        assertThat(departments.sees(staged)).isFalse();
        assertThat(departments.sees(filed)).isTrue();
        assertThat(merchants.sees(staged.removed(NOON))).isFalse();
        assertThat(new EvidenceSight(Set.of(Side.MERCHANT, Side.DEPARTMENT), true, true).sees(staged.removed(NOON)))
                .isTrue();
    }
}
