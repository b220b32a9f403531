package io.redress.penalties.domain.points;

import static io.redress.penalties.domain.ShopScenario.RULEBOOKS;
import static io.redress.penalties.domain.ShopScenario.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What some violations have of a tally: fourteen of 2018 for v1, then twelve for v2, and a credit of four in between. */
class StandingPartsTest {

    private static final List<Entry> ENTRIES = List.of(booked("v1", 14, "2018-05-01"), booked("v2", 12, "2018-07-01"));
    private static final List<Credit> CREDIT = List.of(credit(4));

    @Test
    void each_violation_has_its_own_part_and_all_together_have_the_tally() {
        assertThat(part(List.of(), "v1")).isEqualTo(14);
        assertThat(part(List.of(), "v2")).isEqualTo(12);
        assertThat(part(List.of(), "v1", "v2")).isEqualTo(26);
        assertThat(part(List.of())).isZero();
    }

    @Test
    void a_credit_is_taken_off_the_part_that_counted_when_it_was_booked() {
        assertThat(part(CREDIT, "v1")).isEqualTo(10);
        assertThat(part(CREDIT, "v2")).isEqualTo(12);
    }

    @Test
    void what_is_carried_over_depends_on_all_the_points_of_the_bucket() {
        assertThat(Standing.tally(
                        ENTRIES,
                        List.of(),
                        "v1"::equals,
                        at("2019-02-01"),
                        at("2019-02-01"),
                        RULEBOOKS.clearings(at("2018-01-01"), at("2019-02-01"))))
                .as("26 counterfeit points survive a reset, 14 alone would not")
                .isEqualTo(14);
    }

    @Test
    void a_credit_takes_at_least_a_point() {
        assertThatIllegalArgumentException().isThrownBy(() -> credit(0));
        assertThat(credit(1).points()).isEqualTo(1);
    }

    private static int part(List<Credit> credits, String... violations) {
        return Standing.tally(
                ENTRIES,
                credits,
                Set.of(violations)::contains,
                at("2018-08-01"),
                at("2018-08-01"),
                RULEBOOKS.clearings(at("2018-01-01"), at("2018-08-01")));
    }

    private static Credit credit(int points) {
        return new Credit("crd_1", "COUNTERFEIT", "prg_1", "ver_1", points, at("2018-06-01"), 1);
    }

    private static Entry booked(String violation, int points, String day) {
        return new Entry("ent", "COUNTERFEIT", "pen_1", violation, Entry.Kind.BOOKING, points, at(day), at(day));
    }
}
