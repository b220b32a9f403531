package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.cases.app.EvidenceStore;
import io.redress.kit.config.Secret;
import io.redress.kit.resilience.PeerUnavailable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bytes in a bucket. */
class S3StoreTest extends EvidenceStoreContract {

    private final Bucket bucket = new Bucket(vertx);

    @AfterEach
    void stop() {
        bucket.close();
    }

    @Override
    EvidenceStore store() {
        return store("key");
    }

    private EvidenceStore store(String accessKey) {
        return new S3Store(
                vertx,
                new S3Config(URI.create(bucket.url()), "evidence", "us-east-1", accessKey, new Secret("secret")),
                spool());
    }

    @Test
    void bytes_lie_in_the_bucket_under_their_hash() throws IOException {
        store().put(received(), ABC_SHA256, 3).await();

        assertThat(bucket.objects()).containsOnlyKeys("/evidence/" + ABC_SHA256);
        assertThat(bucket.objects().get("/evidence/" + ABC_SHA256).toString()).isEqualTo("abc");
    }

    @Test
    void a_read_is_a_copy_that_the_reader_deletes() throws IOException {
        store().put(received(), ABC_SHA256, 3).await();

        EvidenceStore.Readable copy = store().open(ABC_SHA256).await().orElseThrow();

        assertThat(copy.temporary()).isTrue();
        assertThat(copy.path().getParent()).isEqualTo(directory.resolve("incoming"));
        assertThat(Files.readString(copy.path())).isEqualTo("abc");
    }

    @Test
    void a_bucket_that_refuses_is_not_available() throws IOException {
        assertThatThrownBy(
                        () -> store("stranger").put(received(), ABC_SHA256, 3).await())
                .isInstanceOf(PeerUnavailable.class);
        assertThatThrownBy(() -> store("stranger").open(ABC_SHA256).await()).isInstanceOf(PeerUnavailable.class);
    }
}
