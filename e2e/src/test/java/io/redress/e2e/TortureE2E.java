package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.faults.Fault;
import io.redress.e2e.faults.FaultLinks.Link;
import io.redress.e2e.oracles.Expectations;
import io.redress.e2e.oracles.Oracles;
import io.redress.e2e.torture.Harm;
import io.redress.e2e.torture.Round;
import io.redress.e2e.torture.Rounds;
import io.redress.e2e.workload.Kind;
import io.redress.e2e.workload.Outcome;
import io.redress.e2e.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A few rounds of harm on a suite of processes; {@code ./redress torture} goes on for as long as it is told. It takes
 * longest, so it comes first.
 */
@OwnProcesses
@ResourceLock(RunningProcesses.LOCK)
@Order(1)
class TortureE2E {

    private static final long SEED = 20180115;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final AtomicInteger ROUND = new AtomicInteger();

    private static final ProcessSuite SUITE = RunningProcesses.get();
    private static final Rounds ROUNDS = new Rounds(SUITE, SEED, 3, Duration.ofSeconds(40));

    @BeforeAll
    static void nothing_is_wrong_before_any_harm() {
        assertHarmless(ROUNDS.warmUp());
    }

    @Test
    void a_killed_service_a_killed_postgres_and_lost_connections_leave_nothing_wrong() {
        assertHarmless(new Harm.Kill("penalty-service"), new Harm.Kill("postgres"), new Harm.Disconnect());
    }

    @Test
    void while_the_broker_is_down_commands_are_accepted_and_their_events_come_in_order_afterwards() {
        // each of them gets as far as what waits for an event
        Workload.Settings settings = new Workload.Settings(SEED, "broker-down", 8, Duration.ofSeconds(40));
        try (Workload workload = new Workload(SUITE.address(), settings, (caller, request, answer) -> {})) {
            SUITE.part("kafka").stop();
            workload.start();
            Awaitility.await().atMost(LIMIT).until(() -> accepted(workload) >= 10);
            assertThat(SUITE.part("kafka").pid()).isEmpty();
            SUITE.part("kafka").start();
            workload.stop();

            assertThat(new Oracles(SUITE.address(), Expectations.ofSample()).check())
                    .isEmpty();
        } finally {
            SUITE.heal();
        }
    }

    @Test
    void records_that_come_again_out_of_order_leave_nothing_wrong() {
        assertHarmless(new Harm.Duplicate(50), new Harm.Shuffle(50, SEED));
    }

    @Test
    void peers_that_hang_trickle_or_reset_leave_nothing_wrong() {
        assertHarmless(
                new Harm.Cut(new Link("case-service", "postgres"), new Fault.Reset(2_000), Duration.ofSeconds(2)),
                new Harm.Cut(new Link("gateway", "penalty-service"), Fault.HALF_OPEN, Duration.ofSeconds(3)),
                new Harm.Freeze("notification-service", Duration.ofSeconds(3)));
    }

    @Test
    void a_postgres_that_takes_no_write_and_one_that_makes_everybody_wait_leave_nothing_wrong() {
        assertHarmless(
                new Harm.ReadOnly(Duration.ofSeconds(3)),
                new Harm.Lock("cases.case_file", Duration.ofSeconds(3)),
                new Harm.Lock("penalties.inbox", Duration.ofSeconds(3)));
    }

    private static long accepted(Workload workload) {
        return workload.history().of(Outcome.OK).stream()
                .filter(one -> one.command().kind() != Kind.REGISTER_MERCHANT)
                .count();
    }

    private static void assertHarmless(Harm... harms) {
        assertHarmless(ROUNDS.run(ROUND.incrementAndGet(), List.of(harms)));
    }

    private static void assertHarmless(Round round) {
        round.lines().forEach(System.out::println);
        assertThat(round.violations()).isEmpty();
        assertThat(round.commands()).isGreaterThan(20);
    }
}
