package io.redress.quickstart.suite;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The suite as a process: runs until it is told to stop. */
public final class SuiteMain {

    private static final Logger LOG = LoggerFactory.getLogger(SuiteMain.class);

    private static final int MAX_CAUSES = 5;

    private SuiteMain() {}

    /** Settings come from the environment, as the command line gives them. */
    public static void main(String[] arguments) {
        System.exit(run(SuiteConfig.fromEnvironment(System.getenv()), System.getenv()));
    }

    /** @return 0 after an ordered stop, 1 if the suite could not start, 2 if it must not run here */
    public static int run(SuiteConfig config, Map<String, String> environment) {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Suite suite;
        try {
            suite = new Suite(config, environment);
        } catch (IllegalStateException e) {
            LOG.error(e.getMessage());
            return 2;
        }
        new SuiteFile(ProcessHandle.current().pid(), config.ports()).write(config.dataDirectory());
        java.lang.Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped), "stop"));
        Optional<RuntimeException> failure = Optional.empty();
        try {
            suite.start();
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the suite could not start", e);
            failure = Optional.of(e);
        } finally {
            suite.close();
            SuiteFile.remove(config.dataDirectory());
            stopped.countDown();
        }
        // the last line of the log is what ./redress up shows for sure
        failure.ifPresent(e -> LOG.error("the suite could not start: {}", reasons(e)));
        return failure.isPresent() ? 1 : 0;
    }

    private static String reasons(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(": "));
    }

    /** The shutdown hook: asks the main thread to stop the suite and waits until it has. */
    private static void awaitStop(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
