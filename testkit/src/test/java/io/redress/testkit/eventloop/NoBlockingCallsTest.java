package io.redress.testkit.eventloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class NoBlockingCallsTest {

    @Test
    void a_test_of_this_build_is_watched_without_asking_for_it() {
        assertThat(BlockingCalls.watched()).isTrue();
    }

    @Test
    void a_test_that_holds_fails_if_its_handler_makes_an_event_loop_wait() {
        List<Event> failed = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .selectors(selectClass(BlockingHandler.class))
                .execute()
                .testEvents()
                .failed()
                .list();

        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).toString())
                .contains("waits_on_an_event_loop")
                .contains("event loops were blocked")
                .contains("Waiting.forNothing");
        assertThat(BlockingCalls.take()).isEmpty();
    }

    @Test
    void the_same_place_is_told_once_with_who_called_it() {
        Vertx vertx = Vertx.vertx();
        for (int each = 0; each < 3; each++) {
            Promise<Void> handled = Promise.promise();
            vertx.runOnContext(ignored -> {
                Waiting.forNothing();
                handled.complete();
            });
            handled.future().await();
        }
        vertx.close().await();

        assertThat(BlockingCalls.take())
                .singleElement()
                .satisfies(call -> assertThat(call.passes(Waiting.class)).isTrue())
                .satisfies(call -> assertThat(call.toString()).contains("park").contains("Waiting.forNothing"));
    }

    @Test
    void waiting_for_a_lock_is_not_told_as_it_is_not_for_a_synchronized_block() {
        Vertx vertx = Vertx.vertx();
        ReentrantLock lock = new ReentrantLock();
        Promise<Void> handled = Promise.promise();
        lock.lock();
        vertx.runOnContext(ignored -> {
            lock.lock();
            lock.unlock();
            handled.complete();
        });
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(lock::hasQueuedThreads);
        lock.unlock();
        handled.future().await();
        vertx.close().await();

        assertThat(BlockingCalls.take()).isEmpty();
    }

    @Test
    void a_worker_may_wait_and_so_may_the_test_itself() {
        Vertx vertx = Vertx.vertx();
        vertx.executeBlocking(() -> {
                    Waiting.forNothing();
                    return null;
                })
                .await();
        Waiting.forNothing();
        vertx.close().await();

        assertThat(BlockingCalls.take()).isEmpty();
    }
}
