package io.redress.kit.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static final long LONG = 60_000;

    private static Vertx vertx;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void passes_an_answer_on() throws Exception {
        Guard guard = guard(new GuardConfig(LONG, LONG, 1, 1, 4, LONG));

        assertThat(await(guard, () -> Future.succeededFuture("42"))).isEqualTo("42");
    }

    @Test
    void repeats_a_failed_call_up_to_the_number_of_attempts() throws Exception {
        Guard guard = guard(new GuardConfig(LONG, LONG, 1, 3, 100, LONG));

        String answer = await(
                guard,
                () -> calls.incrementAndGet() < 3 ? Future.failedFuture("down") : Future.succeededFuture("third"));

        assertThat(answer).isEqualTo("third");
        assertThat(calls).hasValue(3);
    }

    @Test
    void says_which_peer_is_unavailable_when_no_attempt_succeeds() {
        Guard guard = guard(new GuardConfig(LONG, LONG, 1, 2, 100, LONG));

        assertThatThrownBy(() -> await(guard, this::failing)).isInstanceOfSatisfying(PeerUnavailable.class, failure -> {
            assertThat(failure.peer()).isEqualTo("penalty-service");
            assertThat(failure.retryAfterSeconds()).isEqualTo(1);
            assertThat(failure).hasRootCauseMessage("down");
        });
        assertThat(calls).hasValue(2);
    }

    @Test
    void gives_up_a_call_that_never_answers() {
        Guard guard = guard(new GuardConfig(20, LONG, 1, 1, 100, LONG));

        assertThatThrownBy(() -> await(guard, () -> Promise.<String>promise().future()))
                .isInstanceOf(PeerUnavailable.class)
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void answers_before_the_deadline_even_if_attempts_are_left() {
        Guard guard = guard(new GuardConfig(40, 50, 8, 1_000, 1_000, LONG));

        assertThatThrownBy(() -> await(guard, () -> Promise.<String>promise().future()))
                .isInstanceOf(PeerUnavailable.class);
    }

    @Test
    void opens_after_half_of_the_window_failed_and_then_calls_no_more() throws Exception {
        Guard guard = guard(new GuardConfig(LONG, LONG, 1, 1, 4, LONG));
        await(guard, () -> Future.succeededFuture("ok"));
        await(guard, () -> Future.succeededFuture("ok"));
        assertThat(state()).isZero();
        fail(guard);
        fail(guard);

        assertThat(state()).isEqualTo(2);
        assertThatThrownBy(() -> await(guard, this::failing))
                .isInstanceOfSatisfying(PeerUnavailable.class, failure -> assertThat(failure.retryAfterSeconds())
                        .isEqualTo(60))
                .hasCauseInstanceOf(CallNotPermittedException.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void an_open_breaker_is_not_asked_again_by_the_retry() throws Exception {
        Guard guard = guard(new GuardConfig(LONG, LONG, 1, 5, 1, LONG));

        assertThatThrownBy(() -> await(guard, this::failing)).hasCauseInstanceOf(CallNotPermittedException.class);

        assertThat(calls).hasValue(1);
    }

    @Test
    void closes_again_when_the_peer_is_back() throws Exception {
        Guard guard = guard(new GuardConfig(LONG, LONG, 1, 1, 1, 1));
        fail(guard);

        String answer = null;
        while (answer == null) {
            answer = guard.call(() -> Future.succeededFuture("back"))
                    .otherwiseEmpty()
                    .await(10, TimeUnit.SECONDS);
        }

        assertThat(answer).isEqualTo("back");
        assertThat(state()).isZero();
    }

    @Test
    void a_full_bulkhead_fails_at_once_and_does_not_count_as_a_failure_of_the_peer() throws Exception {
        Guard guard = guard(new GuardConfig(LONG, LONG, 1, 3, 2, LONG));
        Promise<String> slow = Promise.promise();
        Future<String> first = guard.call(slow::future);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> await(guard, this::failing))
                    .isInstanceOf(PeerUnavailable.class)
                    .hasCauseInstanceOf(BulkheadFullException.class);
        }

        assertThat(calls).hasValue(0);
        assertThat(state()).isZero();
        slow.complete("done");
        assertThat(first.await(10, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(await(guard, () -> Future.succeededFuture("next"))).isEqualTo("next");
    }

    @Test
    void a_call_that_throws_counts_as_failed() {
        Guard guard = guard(new GuardConfig(LONG, LONG, 1, 1, 100, LONG));

        assertThatThrownBy(() -> await(guard, () -> {
                    throw new IllegalStateException("no address");
                }))
                .isInstanceOf(PeerUnavailable.class)
                .hasRootCauseMessage("no address");
    }

    private Guard guard(GuardConfig config) {
        return new Guard(vertx, "penalty-service", config, metrics);
    }

    private Future<String> failing() {
        calls.incrementAndGet();
        return Future.failedFuture("down");
    }

    private void fail(Guard guard) {
        assertThatThrownBy(() -> await(guard, this::failing)).isInstanceOf(PeerUnavailable.class);
    }

    private double state() {
        return metrics.get("redress.breaker.state")
                .tag("peer", "penalty-service")
                .gauge()
                .value();
    }

    private static String await(Guard guard, Supplier<Future<String>> call) throws TimeoutException {
        return guard.call(call).await(10, TimeUnit.SECONDS);
    }
}
