package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.CommandLine.Ended;
import io.redress.quickstart.suite.SuiteFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} where a suite cannot start: it says why, ends with 1 and leaves nothing running. */
@OwnProcesses
@Order(3)
class FailedStartE2E {

    @TempDir
    private Path directory;

    private CommandLine redress;

    @BeforeEach
    void create() {
        redress = new CommandLine(directory);
    }

    @AfterEach
    void end() {
        redress.close();
    }

    @Test
    void a_port_that_somebody_else_has() throws Exception {
        try (ServerSocket taken = new ServerSocket(redress.ports().control(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();

            assertDidNotStart(redress.up(), "Address already in use");
        }
    }

    @Test
    void a_database_server_that_is_not_there() {
        Ended up = redress.up("--pg-url", "postgresql://super:hidden@127.0.0.1:1/postgres");

        assertDidNotStart(up, "could not provision postgresql://super:***@127.0.0.1:1/postgres");
        assertThat(up.out() + up.err()).doesNotContain("hidden");
    }

    @Test
    void production() {
        assertDidNotStart(redress.with("REDRESS_ENV", "production").up(), "production");
    }

    private void assertDidNotStart(Ended up, String why) {
        assertThat(up.exit()).as(up.toString()).isEqualTo(1);
        assertThat(up.out()).contains("The suite did not start: ", "suite.log", why);
        assertThat(SuiteFile.read(redress.data())).isEmpty();
    }
}
