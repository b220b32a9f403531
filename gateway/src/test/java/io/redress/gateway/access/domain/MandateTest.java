package io.redress.gateway.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandateTest {

    private static final Instant NOW = Instant.parse("2018-04-20T02:00:00Z");

    @ParameterizedTest
    @CsvSource({"9, FUTURE", "10, IN_FORCE", "19, IN_FORCE", "20, ENDED"})
    void a_mandate_is_in_force_from_its_first_second_and_before_its_last(int second, Mandate.Status status) {
        assertThat(mandate(10, 20).status(at(second))).isEqualTo(status);
    }

    @Test
    void one_without_an_end_stays_in_force_until_it_is_revoked() {
        Mandate mandate = mandate(0, null);
        Mandate revoked = ((Outcome.Done<Mandate>) mandate.revoke("user-1", at(5))).value();

        assertThat(mandate.inForce(at(1_000_000))).isTrue();
        assertThat(revoked.inForce(at(5))).isFalse();
        assertThat(revoked.revocation()).hasValue(new Mandate.Revocation("user-1", at(5)));
        assertThat(revoked.revoke("user-1", at(6))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void one_that_has_ended_is_not_revoked_and_one_that_has_not_begun_is() {
        assertThat(mandate(10, 20).revoke("user-1", at(20))).isInstanceOf(Outcome.Refused.class);
        assertThat(mandate(10, 20).revoke("user-1", at(0))).isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 10, 20, false",
        "0, 11, 10, 20, true",
        "20, 30, 10, 20, false",
        "0, , 10, 20, true",
        "0, , 10, , true",
        "0, 10, 10, , false",
        "12, 15, 10, 20, true"
    })
    void two_overlap_if_some_second_belongs_to_both(
            int from, Integer until, int otherFrom, Integer otherUntil, boolean overlap) {
        assertThat(mandate(from, until).overlaps(mandate(otherFrom, otherUntil)))
                .isEqualTo(overlap);
        assertThat(mandate(otherFrom, otherUntil).overlaps(mandate(from, until)))
                .isEqualTo(overlap);
    }

    @Test
    void a_revoked_one_overlaps_nothing() {
        Mandate revoked = ((Outcome.Done<Mandate>) mandate(0, null).revoke("user-1", at(1))).value();

        assertThat(revoked.overlaps(mandate(0, null))).isFalse();
        assertThat(mandate(0, null).overlaps(revoked)).isFalse();
    }

    @Test
    void the_end_comes_after_the_beginning_and_after_now() {
        assertThat(give(10, 10)).isInstanceOf(Outcome.Refused.class);
        assertThat(give(-20, 0)).isInstanceOf(Outcome.Refused.class);
        assertThat(give(-20, 1)).isInstanceOf(Outcome.Done.class);
    }

    private static Mandate mandate(int from, Integer until) {
        return ((Outcome.Done<Mandate>) give(from, until)).value();
    }

    private static Outcome<Mandate> give(int from, Integer until) {
        return Mandate.give(
                "man_1",
                "m-1",
                "agency-1",
                "user-of-m-1",
                Optional.of(at(from)),
                Optional.ofNullable(until).map(MandateTest::at),
                NOW);
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }
}
