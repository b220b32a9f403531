package io.redress.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.faults.Fault;
import io.redress.e2e.faults.FaultLinks.Link;
import io.redress.e2e.oracles.Violation;
import io.redress.e2e.workload.WorkloadTally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Round CALM =
            new Round(0, List.of(), List.of(Duration.ofMillis(7)), WorkloadTally.of(1, 0, 0), 0, List.of());
    private static final List<Duration> READS =
            List.of(Duration.ofMillis(30), Duration.ofMillis(10), Duration.ofMillis(20));
    private static final Link LINK = new Link("gateway", "case-service");

    @Test
    void faults_are_counted_by_kind_with_how_long_they_were_felt() {
        Summary summary = new Summary(CALM);
        summary.add(round(
                List.of(killed("case-service", 4_000), killed("gateway", 2_000), killed("case-service-2", 3_100)),
                List.of()));
        summary.add(round(
                List.of(
                        course(new Harm.Kill("postgres"), false, Optional.of(Duration.ofMillis(100))),
                        course(new Harm.Lock("cases.case_file", Duration.ofMillis(1_234)), true, Optional.empty())),
                List.of(new Violation("I6", "a"), new Violation("I1", "b"), new Violation("I6", "c"))));

        assertThat(summary.lines())
                .containsExactly(
                        "fault                                        times      felt  reads answered again (median, longest)",
                        "SIGKILL of a service                             3         3  3 times, 3.1 s, 4.0 s",
                        "SIGKILL of postgres                              1         0  –",
                        "cases.case_file locked                           1         1  –",
                        "breakers of the gateway: opened – after a fault began, closed – after it ended",
                        "a read of every service at once: median 7 ms, 99 of 100 within 7 ms before any fault,"
                                + " median 20 ms, 99 of 100 within 30 ms when the suite was whole again",
                        "commands: 4 accepted, 2 refused, 6 without an answer until the suite was whole, 2 of them for good",
                        "violations of I1: 1",
                        "violations of I6: 2");
        assertThat(summary.faults()).isEqualTo(5);
        assertThat(summary.commands()).isEqualTo(8);
        assertThat(summary.violations()).isEqualTo(3);
    }

    @Test
    void breakers_are_told_of_with_when_they_opened_and_closed() {
        Summary summary = new Summary(CALM);
        Course course = new Course(
                new Harm.Cut(LINK, Fault.REFUSE, Duration.ofSeconds(2)),
                true,
                Optional.of(Duration.ofMillis(300)),
                Optional.of(Duration.ofMillis(800)),
                Optional.of(Duration.ofMillis(4_900)));
        summary.add(round(List.of(course), List.of()));

        assertThat(summary.lines())
                .contains(
                        "link: refuse                                     1         1  1 times, 0.3 s, 0.3 s",
                        "breakers of the gateway: opened 1 times, 0.8 s, 0.8 s after a fault began, closed 1 times, 4.9 s,"
                                + " 4.9 s after it ended");
    }

    @Test
    void every_harm_has_a_kind_without_figures() {
        assertThat(new Harm.Shuffle(100, 7).kind()).isEqualTo("the last records of all topics again, shuffled");
        assertThat(new Harm.SlowClients(40, Duration.ofSeconds(2)).kind()).isEqualTo("slow clients");
        assertThat(new Harm.ReadOnly(Duration.ofSeconds(2)).kind()).isEqualTo("Postgres read-only");
        assertThat(new Harm.Freeze("kafka", Duration.ofSeconds(2)).kind()).isEqualTo("SIGSTOP of kafka");
        assertThat(new Harm.Cut(LINK, Fault.HALF_OPEN, Duration.ofSeconds(2)).kind())
                .isEqualTo("link: halfopen");
    }

    private static Course killed(String part, int backMillis) {
        return course(new Harm.Kill(part), true, Optional.of(Duration.ofMillis(backMillis)));
    }

    private static Course course(Harm harm, boolean noticed, Optional<Duration> back) {
        return new Course(harm, noticed, back, Optional.empty(), Optional.empty());
    }

    /** Of two accepted commands, a refused and an unknown one; three had had no answer before. */
    private static Round round(List<Course> courses, List<Violation> violations) {
        return new Round(1, courses, READS, WorkloadTally.of(2, 1, 1), 3, violations);
    }
}
