package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.workload.Kind;
import io.redress.e2e.workload.Outcome;
import io.redress.e2e.workload.Settled;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectsOnceTest {

    private static final String MARKER = "w-j1-propose";

    /** So many rows and so many events of the one proposal. */
    private record Counted(Map<String, Integer> rowsByMarker, Map<String, Integer> eventsByMarker) implements Effects {

        static Counted of(int rows, int events) {
            return new Counted(Map.of(MARKER, rows), Map.of(MARKER, events));
        }

        @Override
        public Map<String, Integer> rows(Kind kind) {
            return rowsByMarker;
        }

        @Override
        public Map<String, Integer> events(Kind kind) {
            return eventsByMarker;
        }
    }

    @Test
    void an_accepted_command_with_one_row_and_one_event_is_as_it_should_be() {
        assertThat(check(Counted.of(1, 1), Outcome.OK)).isEmpty();
    }

    @Test
    void an_accepted_command_without_effect_is_found() {
        assertThat(check(new Counted(Map.of(), Map.of()), Outcome.OK))
                .extracting(Violation::what)
                .satisfiesExactly(
                        rows -> assertThat(rows).contains(MARKER, "OK", "0 rows"),
                        events -> assertThat(events).contains(MARKER, "OK", "0 events"));
    }

    @Test
    void an_accepted_command_with_two_rows_is_found() {
        assertThat(check(Counted.of(2, 1), Outcome.OK)).singleElement().satisfies(one -> {
            assertThat(one.oracle()).isEqualTo("I1");
            assertThat(one.what()).contains("2 rows");
        });
    }

    @Test
    void an_accepted_command_without_event_and_one_with_two_are_found() {
        assertThat(check(Counted.of(1, 0), Outcome.OK)).hasSize(1);
        assertThat(check(Counted.of(1, 2), Outcome.OK)).hasSize(1);
    }

    @Test
    void an_unknown_command_may_have_one_effect_or_none_but_not_two() {
        assertThat(check(Counted.of(0, 0), Outcome.UNKNOWN)).isEmpty();
        assertThat(check(Counted.of(1, 1), Outcome.UNKNOWN)).isEmpty();
        assertThat(check(Counted.of(2, 2), Outcome.UNKNOWN)).hasSize(2);
    }

    @Test
    void a_refused_command_with_an_effect_is_found() {
        assertThat(check(Counted.of(0, 0), Outcome.REFUSED)).isEmpty();
        assertThat(check(Counted.of(1, 0), Outcome.REFUSED)).hasSize(1);
        assertThat(check(Counted.of(0, 1), Outcome.REFUSED)).hasSize(1);
    }

    @Test
    void commands_with_the_same_effect_have_it_once_together() {
        Settled first = PlantedHistory.command("w-j1-open", Kind.OPEN_CASE, "pen_1 m-1", Outcome.OK);
        Settled again = PlantedHistory.command("w-j1-open-twice", Kind.OPEN_CASE, "pen_1 m-1", Outcome.REFUSED);
        Map<String, Integer> once = Map.of("pen_1 m-1", 1);
        Map<String, Integer> twice = Map.of("pen_1 m-1", 2);
        assertThat(new EffectsOnce(List.of(first, again), "w", new Counted(once, once)).check())
                .isEmpty();
        assertThat(new EffectsOnce(List.of(first, again), "w", new Counted(twice, twice)).check())
                .hasSize(2);
    }

    @Test
    void an_effect_of_the_run_that_no_command_asked_for_is_found() {
        Map<String, Integer> phantom = Map.of(MARKER, 1, "w-j2-propose", 1, "another-run-j1", 1);
        assertThat(check(new Counted(phantom, Map.of(MARKER, 1)), Outcome.OK))
                .singleElement()
                .satisfies(one -> assertThat(one.what()).contains("w-j2-propose", "no command"));
    }

    private static List<Violation> check(Effects effects, Outcome outcome) {
        return new EffectsOnce(List.of(PlantedHistory.proposal(MARKER, outcome)), "w", effects).check();
    }
}
