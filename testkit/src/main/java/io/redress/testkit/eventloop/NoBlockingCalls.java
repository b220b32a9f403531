package io.redress.testkit.eventloop;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test, or its class, during which an event loop of this JVM made a blocking call. Found by JUnit itself, for
 * every test of a module that has the test kit. What is seen between two classes counts for the later one.
 */
public final class NoBlockingCalls implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        BlockingCalls.watched();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        refuse();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        refuse();
    }

    private static void refuse() {
        List<BlockingCall> seen = BlockingCalls.take();
        if (!seen.isEmpty()) {
            throw new AssertionError(seen.stream()
                    .map(BlockingCall::toString)
                    .collect(Collectors.joining("\n", "event loops were blocked by\n", "")));
        }
    }
}
