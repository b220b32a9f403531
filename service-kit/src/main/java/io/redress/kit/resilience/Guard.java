package io.redress.kit.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Stands between a service and one peer: deadline(retry(breaker(bulkhead(timeout(call))))).
 *
 * <p>Guarantees: an answer or a {@link PeerUnavailable} before the deadline; each attempt settles within its timeout,
 * so a half-open breaker cannot stick; a full bulkhead says nothing about the peer and does not count as its failure;
 * neither a full bulkhead nor an open breaker is retried. Limit: a call that timed out is abandoned, not cancelled, so
 * its effect on the peer may still come; only calls that may be repeated go through a guard with retries.
 *
 * <p>A failed future counts as the peer's failure: answers that refuse are to be results, not failures.
 */
public final class Guard {

    private static final float FAILURE_PERCENT = 50;
    private static final int HALF_OPEN_CALLS = 3;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final double PAUSE_GROWTH = 2;
    private static final double PAUSE_SPREAD = 0.5;

    private final Vertx vertx;
    private final String peer;
    private final GuardConfig config;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Retry retry;

    /** @param peer names the service called, in failures and metrics */
    public Guard(Vertx vertx, String peer, GuardConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.peer = peer;
        this.config = config;
        this.breaker = CircuitBreaker.of(
                peer,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(config.windowCalls())
                        .minimumNumberOfCalls(config.windowCalls())
                        .failureRateThreshold(FAILURE_PERCENT)
                        .permittedNumberOfCallsInHalfOpenState(Math.min(HALF_OPEN_CALLS, config.windowCalls()))
                        .waitDurationInOpenState(Duration.ofMillis(config.openMillis()))
                        .build());
        this.bulkhead = Bulkhead.of(
                peer,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(config.maxConcurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.retry = Retry.of(
                peer,
                RetryConfig.custom()
                        .maxAttempts(config.attempts())
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(
                                FIRST_PAUSE_MILLIS, PAUSE_GROWTH, PAUSE_SPREAD))
                        .retryOnException(Guard::isRetried)
                        .build());
        Gauge.builder("redress.breaker.state", breaker, Guard::stateNumber)
                .description("0 closed, 1 half open, 2 open")
                .tag("peer", peer)
                .register(metrics);
    }

    /** Makes the call, perhaps several times; fails with {@link PeerUnavailable} only. */
    public <T> Future<T> call(Supplier<Future<T>> call) {
        Promise<T> answer = Promise.promise();
        attempt(call, retry.asyncContext(), answer);
        return answer.future()
                .timeout(config.deadlineMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(unavailable(failure)))
                // After the deadline nobody waits for a further attempt.
                .onComplete(settled -> answer.tryFail("the deadline has passed"));
    }

    private <T> void attempt(Supplier<Future<T>> call, Retry.AsyncContext<T> attempts, Promise<T> answer) {
        throughBreaker(call).onComplete(result -> {
            if (result.succeeded()) {
                attempts.onComplete();
                answer.tryComplete(result.result());
                return;
            }
            long pauseMillis = attempts.onError(result.cause());
            if (pauseMillis < 1 || answer.future().isComplete()) {
                answer.tryFail(result.cause());
            } else {
                vertx.setTimer(pauseMillis, timer -> attempt(call, attempts, answer));
            }
        });
    }

    private <T> Future<T> throughBreaker(Supplier<Future<T>> call) {
        if (!breaker.tryAcquirePermission()) {
            return Future.failedFuture(CallNotPermittedException.createCallNotPermittedException(breaker));
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return Future.failedFuture(BulkheadFullException.createBulkheadFullException(bulkhead));
        }
        long start = breaker.getCurrentTimestamp();
        return timed(call).onComplete(result -> {
            bulkhead.onComplete();
            long duration = breaker.getCurrentTimestamp() - start;
            if (result.succeeded()) {
                breaker.onSuccess(duration, breaker.getTimestampUnit());
            } else {
                breaker.onError(duration, breaker.getTimestampUnit(), result.cause());
            }
        });
    }

    private <T> Future<T> timed(Supplier<Future<T>> call) {
        try {
            return call.get().timeout(config.timeoutMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private PeerUnavailable unavailable(Throwable failure) {
        long seconds =
                failure instanceof CallNotPermittedException ? TimeUnit.MILLISECONDS.toSeconds(config.openMillis()) : 1;
        return new PeerUnavailable(peer, (int) Math.max(1, seconds), failure);
    }

    private static boolean isRetried(Throwable failure) {
        return !(failure instanceof CallNotPermittedException) && !(failure instanceof BulkheadFullException);
    }

    private static double stateNumber(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        };
    }
}
