package io.redress.benchmarks.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.benchmarks.machine.CpuClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final List<String> happened = new ArrayList<>();

    @Test
    void after_the_warm_up_each_round_goes_forward_and_back_and_everybody_rests_between() {
        new Rounds(CpuClock.ofThisMachine(), 2).measure(List.of(new Recorded("a"), new Recorded("b")));

        assertThat(happened)
                .containsExactly(
                        "a wakes", "a 100", "a rests", "b wakes", "b 100", "b rests", //
                        "a wakes", "a 10", "a rests", "b wakes", "b 10", "b rests", //
                        "b wakes", "b 10", "b rests", "a wakes", "a 10", "a rests", //
                        "a wakes", "a 10", "a rests", "b wakes", "b 10", "b rests", //
                        "b wakes", "b 10", "b rests", "a wakes", "a 10", "a rests");
    }

    @Test
    void every_round_has_a_figure_of_each_part_and_only_counted_parts_make_the_contenders() {
        List<Measured> measured = new Rounds(CpuClock.ofThisMachine(), 3).measure(List.of(new Recorded("a")));

        assertThat(measured).singleElement().satisfies(one -> {
            assertThat(one.micros()).hasSize(3).isEqualTo(one.parts().get("own"));
            assertThat(one.parts().get("noted")).hasSize(3);
            assertThat(one.perSecond()).hasSize(3).doesNotContain(0);
        });
    }

    private final class Recorded implements Contender {

        private final String name;

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int operations() {
            return 10;
        }

        @Override
        public int warmUp() {
            return 100;
        }

        @Override
        public List<Part> parts() {
            long self = ProcessHandle.current().pid();
            return List.of(new Part("own", self, true), new Part("noted", self, false));
        }

        @Override
        public void wake() {
            happened.add(name + " wakes");
        }

        @Override
        public void work(int operations) {
            happened.add(name + " " + operations);
        }

        @Override
        public void rest() {
            happened.add(name + " rests");
        }
    }
}
