package io.redress.cases.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.config.Secret;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real server does not do when asked to: break off midway, be busy once. */
class S3StoreTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private S3Store store(Handler<HttpServerRequest> answering) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.incrementAndGet();
                    answering.handle(request);
                })
                .listen(0, "127.0.0.1")
                .await();
        EvidenceSpool spool = new EvidenceSpool(
                vertx,
                directory.resolve("incoming"),
                new ContentTypes(ContentTypes.USUAL),
                Ids.uuidV7(),
                MachineClock.system(),
                Duration.ofHours(1));
        URI url = URI.create("http://127.0.0.1:" + server.actualPort());
        return new S3Store(vertx, new S3Config(url, "evidence", "us-east-1", "key", new Secret("secret")), spool);
    }

    private static void busy(HttpServerRequest request) {
        request.response().setStatusCode(503).end();
    }

    @Test
    void a_read_that_breaks_off_leaves_no_part_of_the_file() throws IOException {
        S3Store store = store(request -> request.response()
                .putHeader("Content-Length", "1000")
                .write("ab")
                .onComplete(written -> request.connection().close()));

        assertThatThrownBy(() -> store.open(EvidenceStoreContract.ABC_SHA256).await())
                .isInstanceOf(PeerUnavailable.class);

        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void bytes_that_are_not_those_that_were_put_are_not_read() {
        S3Store store = store(request -> request.response().end("abd"));

        assertThatThrownBy(() -> store.open(EvidenceStoreContract.ABC_SHA256).await())
                .isInstanceOf(PeerUnavailable.class);
    }

    @Test
    void a_server_that_is_busy_once_is_asked_again() {
        S3Store store = store(request -> {
            if (asked.get() == 1) {
                busy(request);
            } else {
                request.response().setStatusCode(204).end();
            }
        });

        store.remove(EvidenceStoreContract.ABC_SHA256).await();

        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void a_server_that_stays_busy_is_not_available() {
        S3Store store = store(S3StoreTest::busy);

        assertThatThrownBy(() -> store.remove(EvidenceStoreContract.ABC_SHA256).await())
                .isInstanceOf(PeerUnavailable.class);
    }
}
