package io.redress.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first process of a server, found by what it leaves in its data directory. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final long STOP_LIMIT_SECONDS = 20;

    private Postmaster() {}

    /** The process that the directory's postmaster.pid names, if it runs and is a Postgres. */
    static Optional<ProcessHandle> in(Path dataDirectory) {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        return Files.exists(pidFile)
                ? ProcessHandle.of(pidIn(pidFile)).filter(Postmaster::isPostgres)
                : Optional.empty();
    }

    /** Stops a server that outlived a killed JVM: it holds the data directory, so it has to go before the next start. */
    static void stopIn(Path dataDirectory) {
        in(dataDirectory).ifPresent(Postmaster::stop);
    }

    private static long pidIn(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).trim());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + pidFile, e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        // The number may meanwhile belong to something else altogether.
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private static void stop(ProcessHandle postmaster) {
        LOG.warn("stopping the Postgres {} that an earlier run left behind", postmaster.pid());
        postmaster.destroy();
        try {
            postmaster.onExit().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Postgres " + postmaster.pid() + " of an earlier run does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Postgres " + postmaster.pid() + " stops", e);
        }
    }
}
