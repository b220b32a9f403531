package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.ScanVerdict;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real clamd says of files, by either kind of socket. */
class ClamdScannerIT {

    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    private static Path daemons;

    private static ClamdDaemon daemon;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        daemon = ClamdDaemon.start(daemons);
    }

    @AfterAll
    static void stop() {
        if (daemon != null) {
            daemon.close();
        }
        VERTX.close().await();
    }

    private List<ScanVerdict> verdicts(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("file"), content);
        return List.of(verdict(daemon.tcp(), file), verdict(daemon.unix(), file));
    }

    private static ScanVerdict verdict(String address, Path file) {
        return new ClamdScanner(VERTX, URI.create(address), Duration.ofSeconds(20))
                .scan(file)
                .await();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void a_file_of_several_parts_is_clean() throws IOException {
        byte[] longest = ascii("%PDF-1.4\n" + "x".repeat(ClamdDaemon.MOST_BYTES - 9));

        assertThat(verdicts(longest)).containsOnly(ScanVerdict.CLEAN);
        assertThat(verdicts(ascii("%PDF-1.4\n"))).containsOnly(ScanVerdict.CLEAN);
    }

    @Test
    void a_virus_is_found_wherever_it_lies() throws IOException {
        byte[] between = ascii("%PDF-1.4\n" + "x".repeat(40_000) + ClamdDaemon.EICAR + "x".repeat(20_000));
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("invoice.txt"));
            zip.write(ascii(ClamdDaemon.EICAR));
        }

        assertThat(verdicts(between)).containsOnly(ScanVerdict.INFECTED);
        assertThat(verdicts(archive.toByteArray())).containsOnly(ScanVerdict.INFECTED);
    }

    @Test
    void a_file_that_is_longer_than_it_looks_into_is_not_known_to_be_clean() throws IOException {
        byte[] longer = ascii("x".repeat(ClamdDaemon.MOST_BYTES + 1));

        assertThat(verdicts(longer)).containsOnly(ScanVerdict.UNKNOWN);
    }
}
