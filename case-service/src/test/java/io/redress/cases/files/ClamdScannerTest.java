package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.ScanVerdict;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scanner's answers mean, and that no answer is one too. */
class ClamdScannerTest {

    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    Path directory;

    @AfterAll
    static void close() {
        VERTX.close().await();
    }

    @Test
    void only_a_plain_answer_is_clean_or_infected() {
        assertThat(ClamdScanner.verdict("stream: OK")).isEqualTo(ScanVerdict.CLEAN);
        assertThat(ClamdScanner.verdict("stream: Eicar-Test-Signature FOUND")).isEqualTo(ScanVerdict.INFECTED);
        assertThat(ClamdScanner.verdict("INSTREAM size limit exceeded. ERROR")).isEqualTo(ScanVerdict.UNKNOWN);
        assertThat(ClamdScanner.verdict("UNKNOWN COMMAND")).isEqualTo(ScanVerdict.UNKNOWN);
        assertThat(ClamdScanner.verdict("")).isEqualTo(ScanVerdict.UNKNOWN);
    }

    @Test
    void a_scanner_that_is_not_there_does_not_know() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "abc");
        URI nobody = URI.create("unix:" + directory.resolve("nobody"));

        assertThat(new ClamdScanner(VERTX, nobody, Duration.ofSeconds(5))
                        .scan(file)
                        .await())
                .isEqualTo(ScanVerdict.UNKNOWN);
    }

    @Test
    void a_scanner_that_never_answers_is_given_up() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "abc");
        Path socket = directory.resolve("clamd");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            ClamdScanner scanner = new ClamdScanner(VERTX, URI.create("unix:" + socket), Duration.ofMillis(200));

            assertThat(scanner.scan(file).await()).isEqualTo(ScanVerdict.UNKNOWN);
        }
    }

    @Test
    void the_file_goes_in_parts_with_their_length_before_each() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "abc");
        Path socket = directory.resolve("clamd");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            var scan = new ClamdScanner(VERTX, URI.create("unix:" + socket), Duration.ofSeconds(20)).scan(file);

            ByteBuffer sent = ByteBuffer.allocate(21);
            try (SocketChannel clamd = server.accept()) {
                while (sent.hasRemaining() && clamd.read(sent) >= 0) {
                    assertThat(sent.position()).isPositive();
                }
                clamd.write(ByteBuffer.wrap("stream: OK\0".getBytes(StandardCharsets.US_ASCII)));
            }

            assertThat(new String(sent.array(), StandardCharsets.ISO_8859_1))
                    .isEqualTo("zINSTREAM\0\0\0\0\3abc\0\0\0\0");
            assertThat(scan.await()).isEqualTo(ScanVerdict.CLEAN);
        }
    }
}
