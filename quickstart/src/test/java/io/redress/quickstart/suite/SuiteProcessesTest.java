package io.redress.quickstart.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteProcessesTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private SuiteProcesses processes;

    @BeforeEach
    void create() {
        ProcessPlan plan = ProcessPlan.of(directory, Map.of());
        processes = new SuiteProcesses(
                new SuiteConfig(directory, SuitePorts.free(), Optional.empty(), Optional.empty(), Optional.of(plan)),
                plan,
                Map.of());
    }

    @AfterEach
    void end() {
        processes.end();
    }

    @Test
    void what_is_killed_is_started_again_and_stands_in_the_table() {
        Part part = sleeper("sleeper");
        part.start();
        long before = part.pid().orElseThrow();

        part.kill();

        await().atMost(LIMIT).until(() -> part.starts() == 2 && part.pid().isPresent());
        assertThat(alive(before)).isFalse();
        // the table is written once the process is there
        await().atMost(LIMIT).untilAsserted(() -> assertThat(ProcessTable.read(directory))
                .extracting(ProcessTable.Row::pid)
                .containsExactly(part.pid().orElseThrow()));
    }

    @Test
    void after_the_end_none_of_its_processes_lives_and_none_is_started_again() {
        List<Part> parts = Stream.of("one", "two", "three").map(this::sleeper).toList();
        parts.forEach(Part::start);
        List<Long> pids = parts.stream().map(part -> part.pid().orElseThrow()).toList();

        processes.end();

        assertThat(pids).noneMatch(SuiteProcessesTest::alive);
        // the keeper has been told of each end, and let it be
        await().atMost(LIMIT)
                .until(() -> parts.stream().allMatch(part -> part.exits().size() == 1));
        processes.close();
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.pid()).isEmpty();
            assertThat(part.starts()).isEqualTo(1);
            assertThatThrownBy(part::start).isInstanceOf(IllegalStateException.class);
        });
        assertThat(ProcessTable.read(directory)).isEmpty();
    }

    private Part sleeper(String name) {
        KeptProcess.Command command =
                new KeptProcess.Command(List.of("sleep", "600"), Map.of(), directory.resolve(name + ".log"));
        return processes.add(new KeptProcess(name, command, () -> true, processes.keeper(), processes::changed));
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
