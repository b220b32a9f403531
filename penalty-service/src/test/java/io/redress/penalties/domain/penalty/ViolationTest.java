package io.redress.penalties.domain.penalty;

import static io.redress.penalties.domain.ShopScenario.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two violations punish one fact. */
class ViolationTest {

    private static final Violation FIRST = violation("HARASSMENT", "2018-03-10", "2018-03-20", "l-1", "l-2");

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2018-03-01, 2018-03-09, false",
        "2018-03-01, 2018-03-10, true",
        "2018-03-12, 2018-03-13, true",
        "2018-03-01, 2018-03-31, true",
        "2018-03-20, 2018-03-31, true",
        "2018-03-21, 2018-03-31, false"
    })
    void acts_have_a_moment_in_common_when_one_does_not_end_before_the_other_begins(
            String from, String to, boolean same) {
        Violation other = violation("HARASSMENT", from, to, "l-2");

        assertThat(FIRST.sameFactAs(other)).isEqualTo(same);
        assertThat(other.sameFactAs(FIRST)).isEqualTo(same);
    }

    @Test
    void another_kind_of_act_is_another_fact() {
        assertThat(FIRST.sameFactAs(violation("BUYER_FRAUD", "2018-03-10", "2018-03-20", "l-1")))
                .isFalse();
    }

    @Test
    void an_act_about_other_things_is_another_fact() {
        assertThat(FIRST.sameFactAs(violation("HARASSMENT", "2018-03-10", "2018-03-20", "l-3")))
                .isFalse();
        assertThat(FIRST.sameFactAs(violation("HARASSMENT", "2018-03-10", "2018-03-20")))
                .isFalse();
        assertThat(FIRST.sameFactAs(violation("HARASSMENT", "2018-03-10", "2018-03-20", "l-3", "l-1")))
                .isTrue();
    }

    private static Violation violation(String actKind, String from, String to, String... listings) {
        return new Violation(
                "vio_1",
                "G-05",
                12,
                "GENERAL",
                12,
                12,
                12,
                false,
                actKind,
                at(from),
                at(to),
                List.of(listings).stream()
                        .map(id -> new ObjectRef(ObjectRef.Type.LISTING, id))
                        .toList(),
                new Facts(Optional.empty(), List.of(), List.of(), Optional.empty(), OptionalInt.empty()),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }
}
