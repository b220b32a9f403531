package io.redress.cases.files;

import io.redress.cases.app.evidence.VirusScanner;
import io.redress.cases.domain.ScanVerdict;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends files to clamd over its socket (INSTREAM): parts with their length in four bytes before them, and a length of
 * nothing at the end. What is not plainly clean or infected is unknown: no connection, no answer in time, a file longer than
 * clamd's StreamMaxLength.
 *
 * @see <a href="https://docs.clamav.net/manual/Usage/Scanning.html#clamd">clamd</a>
 */
public final class ClamdScanner implements VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PART_BYTES = 65_536;
    private static final int MOST_ANSWER_BYTES = 1_024;
    private static final int SCANS = 4;

    private final Vertx vertx;
    private final URI clamd;
    private final Duration timeout;
    private final WorkerExecutor threads;

    /** @param clamd {@code tcp://host:port} or {@code unix:/path} */
    public ClamdScanner(Vertx vertx, URI clamd, Duration timeout) {
        this.vertx = vertx;
        this.clamd = clamd;
        this.timeout = timeout;
        this.threads = vertx.createSharedWorkerExecutor(
                "evidence-clamd", SCANS, timeout.multipliedBy(2).toSeconds() + 1, TimeUnit.SECONDS);
    }

    @Override
    public Future<ScanVerdict> scan(Path path) {
        return threads.executeBlocking(() -> answer(path), false)
                .map(ClamdScanner::verdict)
                .recover(failure -> {
                    LOG.atWarn().setCause(failure).log("a file could not be scanned");
                    return Future.succeededFuture(ScanVerdict.UNKNOWN);
                });
    }

    static ScanVerdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return ScanVerdict.CLEAN;
        }
        return answer.startsWith("stream: ") && answer.endsWith(" FOUND") ? ScanVerdict.INFECTED : ScanVerdict.UNKNOWN;
    }

    private String answer(Path path) throws IOException {
        try (SocketChannel socket = open()) {
            // blocking channels know no timeouts; closing one wakes whoever waits for it
            long timer = vertx.setTimer(timeout.toMillis(), late -> giveUp(socket));
            try {
                socket.connect(address());
                send(path, socket);
                return read(socket);
            } finally {
                vertx.cancelTimer(timer);
            }
        }
    }

    private void giveUp(SocketChannel waiting) {
        threads.executeBlocking(
                () -> {
                    waiting.close();
                    return null;
                },
                false);
    }

    private SocketChannel open() throws IOException {
        return unix() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    private SocketAddress address() {
        return unix()
                ? UnixDomainSocketAddress.of(clamd.getPath())
                : new InetSocketAddress(clamd.getHost(), clamd.getPort());
    }

    private boolean unix() {
        return clamd.getScheme().equals("unix");
    }

    private static void send(Path path, SocketChannel socket) throws IOException {
        write(socket, ByteBuffer.wrap(INSTREAM));
        ByteBuffer part = ByteBuffer.allocate(PART_BYTES);
        try (FileChannel content = FileChannel.open(path, StandardOpenOption.READ)) {
            part.position(Integer.BYTES);
            while (content.read(part) >= 0) {
                part.putInt(0, part.position() - Integer.BYTES).flip();
                write(socket, part);
                part.clear().position(Integer.BYTES);
            }
        }
        write(socket, ByteBuffer.allocate(Integer.BYTES));
    }

    private static void write(SocketChannel socket, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    private static String read(SocketChannel socket) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(MOST_ANSWER_BYTES);
        while (answer.hasRemaining() && socket.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        String text = new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
        return text.replace("\0", "").strip();
    }
}
