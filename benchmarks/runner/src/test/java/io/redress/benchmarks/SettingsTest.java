package io.redress.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Path ROOT = Path.of("root");

    @Test
    void without_arguments_it_is_all_jobs_in_seven_rounds() {
        Settings settings = Settings.of(List.of(), ROOT);

        assertThat(settings.rounds()).isEqualTo(7);
        assertThat(settings.scale()).isEqualTo(1);
        assertThat(settings.jobs()).containsExactlyInAnyOrder("j1", "j3", "j6", "j7", "j9", "p1", "p2", "p3");
    }

    @Test
    void a_quick_look_is_shorter_and_rounds_and_jobs_can_be_chosen() {
        assertThat(Settings.of(List.of("--quick", "J1"), ROOT))
                .isEqualTo(new Settings(2, 5, Set.of("j1"), List.of(), ROOT));
        assertThat(Settings.of(List.of("--rounds", "11", "--jvm", "-Xmx1g -Xint"), ROOT))
                .satisfies(settings -> assertThat(settings.rounds()).isEqualTo(11))
                .satisfies(settings -> assertThat(settings.jvmOptions("j1")).containsExactly("-Xmx1g", "-Xint"));
    }

    @Test
    void memory_is_measured_with_the_options_of_the_suites_own_processes() {
        Settings settings = Settings.of(List.of(), ROOT);

        assertThat(settings.jvmOptions("j9"))
                .containsExactly("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");
        assertThat(settings.jvmOptions("j1")).containsExactly("-XX:+UseSerialGC", "-Xmx256m");
    }

    @Test
    void what_it_does_not_know_is_refused() {
        assertThatThrownBy(() -> Settings.of(List.of("J2"), ROOT)).hasMessageContaining("no job J2");
        assertThatThrownBy(() -> Settings.of(List.of("--rounds"), ROOT)).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> Settings.of(List.of("--rounds", "0"), ROOT)).hasMessageContaining("from 1 to 999");
    }
}
