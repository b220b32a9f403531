package io.redress.cases.files;

import io.redress.infra.FreePorts;
import io.redress.testkit.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's own clamd with a signature database of the test's: it knows the EICAR test file and nothing else. Where the
 * machine has none its tests are skipped, and say so; in CI they fail.
 */
public final class ClamdDaemon implements AutoCloseable {

    /** The part of the EICAR test file by which this daemon knows it; by itself it is no virus to anybody else. */
    public static final String EICAR = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

    /** The longest file that it looks into. */
    public static final int MOST_BYTES = 65_536;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final Path program;
    private final int port = FreePorts.next();
    private ChildProcess process;

    private ClamdDaemon(Path directory, Path program) {
        this.directory = directory;
        this.program = program;
    }

    public static ClamdDaemon start(Path directory) {
        ClamdDaemon daemon = new ClamdDaemon(directory, found());
        daemon.start();
        return daemon;
    }

    private static Path found() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        Optional<Path> clamd = Arrays.stream(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
        String missing = "clamd is missing (Debian: clamav-daemon)";
        if (clamd.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        return clamd.orElseGet(() -> Assumptions.abort(missing));
    }

    /** Starts it again where it was. */
    public void start() {
        try {
            Path database = Files.createDirectories(directory.resolve("database"));
            String pattern = HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII));
            Files.writeString(database.resolve("test.ndb"), "Test-Signature:0:*:" + pattern + "\n");
            Path configuration = Files.write(
                    directory.resolve("clamd.conf"),
                    List.of(
                            "Foreground yes",
                            "DatabaseDirectory " + database.toAbsolutePath(),
                            "TemporaryDirectory " + directory.toAbsolutePath(),
                            "TCPAddr 127.0.0.1",
                            "TCPSocket " + port,
                            "LocalSocket " + socket(),
                            "StreamMaxLength " + MOST_BYTES));
            process = ChildProcess.of(
                    directory,
                    Map.of(),
                    List.of(program.toString(), "--config-file=" + configuration.toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("clamd").atMost(PATIENCE).until(this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).equals("PONG\0");
        } catch (IOException e) {
            return false;
        }
    }

    private Path socket() {
        return directory.toAbsolutePath().resolve("clamd.socket");
    }

    public String tcp() {
        return "tcp://127.0.0.1:" + port;
    }

    String unix() {
        return "unix:" + socket();
    }

    /** Ends it as a crash does. */
    public void stop() {
        process.close();
    }

    @Override
    public void close() {
        stop();
    }
}
