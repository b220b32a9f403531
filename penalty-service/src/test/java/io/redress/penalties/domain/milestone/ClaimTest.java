package io.redress.penalties.domain.milestone;

import static io.redress.penalties.domain.milestone.MilestonesOffered.ACADEMY;
import static io.redress.penalties.domain.milestone.MilestonesOffered.CLOSES;
import static io.redress.penalties.domain.milestone.MilestonesOffered.COURSE;
import static io.redress.penalties.domain.milestone.MilestonesOffered.CURE;
import static io.redress.penalties.domain.milestone.MilestonesOffered.ENROLLED;
import static io.redress.penalties.domain.milestone.MilestonesOffered.ENROLMENT;
import static io.redress.penalties.domain.milestone.MilestonesOffered.claim;
import static io.redress.penalties.domain.milestone.MilestonesOffered.programme;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A partner's word that a shop achieved a milestone; the milestone can be reported for 30 days. */
class ClaimTest {

    private static final Instant ACHIEVED = Instant.parse("2018-04-21T02:00:00Z");
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    private static final Optional<String> NO_MATTER = Optional.empty();

    @Test
    void what_is_signed_is_six_lines_and_one_of_them_is_empty_where_there_is_no_matter() {
        assertThat(claim(COURSE, NO_MATTER, ACHIEVED, "").words())
                .isEqualTo("prg_1\ncourse\ns-1\n\n2018-04-21T02:00:00Z\nref-1");
        assertThat(claim(CURE, Optional.of("pen_1"), ACHIEVED, "").words())
                .isEqualTo("prg_1\ncure\ns-1\npen_1\n2018-04-21T02:00:00Z\nref-1");
    }

    @Test
    void it_counts_when_the_milestones_verifier_signed_these_words_and_no_others() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Verifier academy = new Verifier(
                "academy", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(keys.getPrivate());
        signer.update("prg_1\ncourse\ns-1\n\n2018-04-21T02:00:00Z\nref-1".getBytes(StandardCharsets.UTF_8));
        String signature = Base64.getEncoder().encodeToString(signer.sign());

        assertThat(claim(COURSE, NO_MATTER, ACHIEVED, signature).signatureRefusal(programme(academy), COURSE))
                .isEmpty();
        assertThat(claim(COURSE, NO_MATTER, ACHIEVED.plusSeconds(1), signature)
                        .signatureRefusal(programme(academy), COURSE)
                        .map(Refusal::code))
                .contains(PenaltyRefusal.SIGNATURE_INVALID);
        assertThat(claim(COURSE, NO_MATTER, ACHIEVED, signature)
                        .signatureRefusal(programme(ACADEMY), COURSE)
                        .map(Refusal::code))
                .contains(PenaltyRefusal.SIGNATURE_INVALID);
    }

    @Test
    void it_names_its_matter_exactly_where_the_purpose_asks_for_one() {
        Refusal unasked =
                refusal(COURSE, Optional.of("pen_1"), ACHIEVED, ACHIEVED).orElseThrow();
        Refusal missing = refusal(CURE, NO_MATTER, ACHIEVED, ACHIEVED).orElseThrow();

        assertThat(unasked.code()).isEqualTo(PenaltyRefusal.MILESTONE_MATTER_MISMATCH);
        assertThat(unasked.detail()).isEqualTo("A milestone for EARN_BACK names no matter.");
        assertThat(missing.code()).isEqualTo(PenaltyRefusal.MILESTONE_MATTER_MISMATCH);
        assertThat(missing.detail()).isEqualTo("A milestone for PROOF_OF_CURE names the matter it is about.");
        assertThat(refusal(COURSE, NO_MATTER, ACHIEVED, ACHIEVED)).isEmpty();
        assertThat(refusal(CURE, Optional.of("pen_1"), ACHIEVED, ACHIEVED)).isEmpty();
    }

    @Test
    void what_is_still_to_come_was_not_achieved() {
        assertThat(code(ACHIEVED, ACHIEVED.minusNanos(1))).contains(PenaltyRefusal.ACHIEVED_IN_FUTURE);
        assertThat(code(ACHIEVED, ACHIEVED)).isEmpty();
    }

    @Test
    void what_was_achieved_before_the_shop_took_part_earns_nothing() {
        assertThat(code(ENROLLED.minusNanos(1), ENROLLED)).contains(PenaltyRefusal.ACHIEVED_BEFORE_ENROLMENT);
        assertThat(code(ENROLLED, ENROLLED)).isEmpty();
    }

    @Test
    void it_is_reported_within_the_milestones_days() {
        assertThat(code(ACHIEVED, ACHIEVED.plus(THIRTY_DAYS))).isEmpty();
        assertThat(code(ACHIEVED, ACHIEVED.plus(THIRTY_DAYS).plusNanos(1))).contains(PenaltyRefusal.MILESTONE_EXPIRED);
    }

    @Test
    void what_is_achieved_after_the_programme_does_not_count_and_what_was_achieved_before_may_be_reported_later() {
        assertThat(code(CLOSES, CLOSES)).contains(PenaltyRefusal.MILESTONE_EXPIRED);
        assertThat(code(CLOSES.minusNanos(1), CLOSES.plus(THIRTY_DAYS).minusNanos(1)))
                .isEmpty();
    }

    @Test
    void the_same_is_said_again_when_all_that_is_signed_is_the_same() {
        Claim claim = claim(COURSE, NO_MATTER, ACHIEVED, "one");
        Verification verification = new Verification("ver_1", "enr_1", "academy", claim, ACHIEVED, 2);

        assertThat(verification.repeats(claim(COURSE, NO_MATTER, ACHIEVED, "two")))
                .isTrue();
        assertThat(verification.repeats(claim(COURSE, NO_MATTER, ACHIEVED.plusSeconds(1), "one")))
                .isFalse();
    }

    private static Optional<Refusal> refusal(
            Milestone milestone, Optional<String> about, Instant achievedAt, Instant now) {
        return claim(milestone, about, achievedAt, "").refusal(programme(ACADEMY), milestone, ENROLMENT, now);
    }

    private static Optional<Object> code(Instant achievedAt, Instant now) {
        return refusal(COURSE, NO_MATTER, achievedAt, now).map(Refusal::code);
    }
}
