package io.redress.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFilesTest {

    @TempDir
    private Path proc;

    @Test
    void the_command_may_hold_spaces_and_brackets() {
        ProcStat stat = ProcStat.parse(line(42, "(postgres: a) b)", 7, 100, 20, 5, 3));

        assertThat(stat).isEqualTo(new ProcStat(7, 120, 8));
    }

    @Test
    void a_line_that_is_cut_off_is_refused() {
        assertThatThrownBy(() -> ProcStat.parse("42 (java) S 1 2 3")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcStat.parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_process_is_counted_with_its_descendants_and_those_of_them_that_have_ended_and_nobody_else()
            throws IOException {
        process(1, "(init)", 0, 1_000, 1_000, 1_000, 1_000);
        process(10, "(postgres)", 1, 10, 5, 4, 1); // 20 ticks
        process(11, "(backend)", 10, 3, 2, 0, 0); // 5 ticks
        process(12, "(worker)", 11, 1, 1, 0, 0); // 2 ticks
        process(20, "(other)", 1, 500, 500, 0, 0);
        Files.createDirectory(proc.resolve("sys"));
        Files.createDirectory(proc.resolve("30")); // ended between the listing and the reading

        assertThat(new CpuClock(proc).micros(10)).isEqualTo(270_000);
    }

    @Test
    void the_time_of_a_process_that_has_ended_is_not_zero_but_unknown() throws IOException {
        process(1, "(init)", 0, 1, 1, 1, 1);

        assertThatThrownBy(() -> new CpuClock(proc).micros(10)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anonymous_memory_is_one_line_of_the_status() {
        assertThat(AnonymousMemory.parse(List.of(
                        "Name:\tjava", "VmRSS:\t  204800 kB", "RssAnon:\t  153600 kB", "RssFile:\t   51200 kB")))
                .isEqualTo(153_600);
        assertThatThrownBy(() -> AnonymousMemory.parse(List.of("Name:\tkthreadd")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void process(long pid, String command, long parent, long... ticks) throws IOException {
        Path directory = Files.createDirectory(proc.resolve(Long.toString(pid)));
        Files.writeString(
                directory.resolve("stat"), line(pid, command, parent, ticks[0], ticks[1], ticks[2], ticks[3]) + "\n");
    }

    private static String line(
            long pid, String command, long parent, long user, long system, long childrenUser, long childrenSystem) {
        return pid + " " + command + " S " + parent + " 10 10 0 -1 4194304 1 2 3 4 " + user + " " + system + " "
                + childrenUser + " " + childrenSystem + " 20 0 1 0 12345 1000 200";
    }
}
