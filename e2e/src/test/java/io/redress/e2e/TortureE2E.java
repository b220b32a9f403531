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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A few rounds of harm on a suite of processes; {@code ./redress torture} goes on for as long as it is told.
 *
 * <p>Late, since the processes that it starts stay to the end and are not to slow down others.
 */
@OwnProcesses
@Order(Integer.MAX_VALUE - 1)
class TortureE2E {

    private static final long SEED = 20180115;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final AtomicInteger ROUND = new AtomicInteger();

    private final ProcessSuite suite = RunningProcesses.get();
    private final Rounds rounds = new Rounds(suite, SEED, 3, Duration.ofSeconds(40));

    @Test
    void a_killed_service_a_killed_postgres_and_lost_connections_leave_nothing_wrong() {
        assertHarmless(new Harm.Kill("penalty-service"), new Harm.Kill("postgres"), new Harm.Disconnect());
    }

    @Test
    void while_the_broker_is_down_commands_are_accepted_and_their_events_come_in_order_afterwards() {
        // each of them gets as far as what waits for an event
        Workload.Settings settings = new Workload.Settings(SEED, "broker-down", 8, Duration.ofSeconds(40));
        try (Workload workload = new Workload(suite.address(), settings, (request, answer) -> {})) {
            suite.part("kafka").stop();
            workload.start();
            Awaitility.await().atMost(LIMIT).until(() -> accepted(workload) >= 10);
            assertThat(suite.part("kafka").pid()).isEmpty();
            suite.part("kafka").start();
            workload.stop();

            assertThat(new Oracles(suite.address(), Expectations.ofSample()).check())
                    .isEmpty();
        } finally {
            suite.heal();
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

    private static long accepted(Workload workload) {
        return workload.history().of(Outcome.OK).stream()
                .filter(one -> one.command().kind() != Kind.REGISTER_MERCHANT)
                .count();
    }

    private void assertHarmless(Harm... harms) {
        Round round = rounds.run(ROUND.incrementAndGet(), List.of(harms));

        round.lines().forEach(System.out::println);
        assertThat(round.violations()).isEmpty();
        assertThat(round.commands()).isGreaterThan(20);
    }
}
