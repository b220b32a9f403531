package io.redress.quickstart.suite;

import io.redress.infra.EmbeddedPostgres;
import io.redress.infra.PgUrl;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded Postgres of a suite of processes, started again when its postmaster ends by itself. */
final class KeptPostgres implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(KeptPostgres.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPTS = 50;

    private final Path directory;
    private final int port;
    private final String password;
    private final ExecutorService keeper;
    private final Runnable changed;
    // read without the lock: the table of processes asks while another part starts
    private volatile EmbeddedPostgres server;
    private boolean wanted;
    // without the lock, which whoever starts it holds for long
    private volatile boolean over;
    private volatile int starts;

    KeptPostgres(Path directory, int port, String password, ExecutorService keeper, Runnable changed) {
        this.directory = directory;
        this.port = port;
        this.password = password;
        this.keeper = keeper;
        this.changed = changed;
    }

    @Override
    public String name() {
        return "postgres";
    }

    synchronized PgUrl superuserUrl() {
        return server.superuserUrl();
    }

    @Override
    public OptionalLong pid() {
        EmbeddedPostgres running = server;
        return running == null ? OptionalLong.empty() : running.pid();
    }

    @Override
    public int starts() {
        return starts;
    }

    @Override
    public synchronized void start() {
        if (over) {
            throw new IllegalStateException("postgres has ended for good");
        }
        wanted = true;
        if (server != null && server.pid().isPresent()) {
            return;
        }
        if (server != null) {
            server.close();
        }
        server = started();
        starts = starts + 1;
        long pid = server.pid().orElseThrow();
        ProcessHandle.of(pid)
                .ifPresent(postmaster -> postmaster.onExit().thenAcceptAsync(ended -> startAgain(), keeper));
        changed.run();
    }

    /** The children of a killed postmaster hold its memory until they have noticed. */
    private EmbeddedPostgres started() {
        for (int attempt = 1; ; attempt++) {
            try {
                return EmbeddedPostgres.start(directory, port, password);
            } catch (UncheckedIOException | IllegalStateException e) {
                if (over || starts == 0 || attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.warn("Postgres is not to be started yet: {}", e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private synchronized void startAgain() {
        if (wanted && server.pid().isEmpty()) {
            LOG.warn("postgres ended and is started again");
            start();
        }
    }

    @Override
    public synchronized void stop() {
        wanted = false;
        if (server != null) {
            server.pid().ifPresent(Signals::resume);
            server.close();
            server = null;
        }
    }

    @Override
    public void end() {
        over = true;
        synchronized (this) {
            wanted = false;
            pid().ifPresent(pid -> {
                Optional<ProcessHandle> postmaster = ProcessHandle.of(pid);
                Signals.kill(pid);
                postmaster.ifPresent(handle -> handle.onExit().join());
            });
        }
    }

    @Override
    public synchronized void awaitReady() {
        start();
    }
}
