package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.cases.app.evidence.EvidenceStore;
import io.redress.kit.config.Secret;
import io.redress.kit.resilience.PeerUnavailable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Bytes in a bucket of a real server, which checks who signed for them and what. */
class S3StoreIT extends EvidenceStoreContract {

    @TempDir
    private static Path servers;

    private static S3Server server;

    @BeforeAll
    static void start() {
        server = S3Server.start(servers);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() {
        store().remove(ABC_SHA256).await();
    }

    @Override
    EvidenceStore store() {
        return store(S3Server.BUCKET, S3Server.SECRET_KEY);
    }

    private EvidenceStore store(String bucket, String secretKey) {
        return new S3Store(
                vertx,
                new S3Config(
                        URI.create(server.url()), bucket, S3Server.REGION, S3Server.ACCESS_KEY, new Secret(secretKey)),
                spool());
    }

    @Test
    void bytes_lie_in_the_bucket_under_their_hash() throws IOException {
        store().put(received(), ABC_SHA256, 3).await();

        assertThat(server.keys()).containsExactly(ABC_SHA256);
        assertThat(server.object(ABC_SHA256)).isEqualTo("abc");
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
    void a_server_to_which_the_secret_is_wrong_is_not_available_and_gets_nothing() throws IOException {
        EvidenceStore stranger = store(S3Server.BUCKET, "another secret");
        Path received = received();

        assertThatThrownBy(() -> stranger.put(received, ABC_SHA256, 3).await())
                .isInstanceOf(PeerUnavailable.class)
                .rootCause()
                .isInstanceOfSatisfying(SdkServiceException.class, refused -> assertThat(refused.statusCode())
                        .isEqualTo(403));
        assertThatThrownBy(() -> stranger.open(ABC_SHA256).await()).isInstanceOf(PeerUnavailable.class);
        assertThat(server.keys()).isEmpty();
    }

    @Test
    void a_bucket_that_is_not_there_is_no_file_that_is_not_there() throws IOException {
        EvidenceStore elsewhere = store("elsewhere", S3Server.SECRET_KEY);
        Path received = received();

        assertThatThrownBy(() -> elsewhere.put(received, ABC_SHA256, 3).await()).isInstanceOf(PeerUnavailable.class);
        assertThatThrownBy(() -> elsewhere.open(ABC_SHA256).await()).isInstanceOf(PeerUnavailable.class);
    }
}
