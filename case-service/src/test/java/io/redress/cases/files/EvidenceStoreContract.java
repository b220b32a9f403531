package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.app.evidence.EvidenceStore;
import io.redress.cases.app.evidence.EvidenceStore.Readable;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of bytes does, wherever they lie. */
abstract class EvidenceStoreContract {

    /** SHA-256 of {@code abc}, as FIPS 180-2 gives it. */
    static final String ABC_SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    final Vertx vertx = Vertx.vertx();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    abstract EvidenceStore store();

    EvidenceSpool spool() {
        return new EvidenceSpool(
                vertx,
                directory.resolve("incoming"),
                new ContentTypes(ContentTypes.USUAL),
                Ids.uuidV7(),
                MachineClock.system(),
                Duration.ofHours(1));
    }

    Path received() throws IOException {
        Path incoming = Files.createDirectories(directory.resolve("incoming"));
        return Files.writeString(Files.createTempFile(incoming, "in", ""), "abc");
    }

    private static String content(Optional<Readable> found) throws IOException {
        return Files.readString(found.orElseThrow().path());
    }

    @Test
    void what_was_put_is_read_until_it_is_removed() throws IOException {
        EvidenceStore store = store();

        store.put(received(), ABC_SHA256, 3).await();
        assertThat(content(store.open(ABC_SHA256).await())).isEqualTo("abc");

        store.remove(ABC_SHA256).await();
        assertThat(store.open(ABC_SHA256).await()).isEmpty();
    }

    @Test
    void putting_and_removing_may_be_repeated() throws IOException {
        EvidenceStore store = store();

        store.put(received(), ABC_SHA256, 3).await();
        store.put(received(), ABC_SHA256, 3).await();
        assertThat(content(store.open(ABC_SHA256).await())).isEqualTo("abc");

        store.remove(ABC_SHA256).await();
        store.remove(ABC_SHA256).await();
        assertThat(store.open(ABC_SHA256).await()).isEmpty();
    }

    @Test
    void what_was_never_put_is_not_there_and_leaves_nothing() throws IOException {
        assertThat(store().open(ABC_SHA256).await()).isEmpty();

        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
