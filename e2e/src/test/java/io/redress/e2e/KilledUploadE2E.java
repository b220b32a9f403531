package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.PgUrl;
import io.redress.quickstart.suite.Part;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** case-service is killed while a file comes in through the gateway: nothing of it is kept, for longer than an upload lasts. */
@OwnProcesses
@ResourceLock(RunningProcesses.LOCK)
@Order(Integer.MAX_VALUE)
class KilledUploadE2E {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String CONTENT = "%PDF-1.4\n" + "x".repeat(200_000);

    private final ProcessSuite suite = RunningProcesses.get();
    private final Part service = suite.part("case-service");
    private final Path evidence = suite.address().logs().resolveSibling("evidence");

    @Test
    void a_file_that_was_coming_in_when_its_service_was_killed_leaves_nothing_and_is_sent_again() throws Exception {
        ApiClient merchant = as("m-9031", "m-9031", "merchant");
        String path = "/v1/cases/" + openedCase(merchant) + "/evidence";

        try (Socket upload = begun(path)) {
            Awaitility.await("the first part is there")
                    .atMost(LIMIT)
                    .until(() -> files("incoming").size() == 1);
            assertThat(upload.isClosed()).isFalse();
            int starts = service.starts();
            service.kill();
            Awaitility.await("it is started again").atMost(LIMIT).until(() -> service.starts() > starts);
        }
        service.awaitReady();
        assertThat(Awaitility.await()
                        .atMost(LIMIT)
                        .until(() -> merchant.get(path), answer -> answer.status() == 200)
                        .json()
                        .getJsonArray("items"))
                .isEmpty();
        assertThat(count("evidence_file") + count("evidence_pin") + count("evidence_content"))
                .isZero();
        assertThat(files("content")).isEmpty();

        for (Path left : files("incoming")) {
            Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        service.stop();
        service.start();
        Awaitility.await("what was left is swept").atMost(LIMIT).until(() -> files("incoming")
                .isEmpty());

        Answer whole = Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> merchant.with("Content-Type", "application/pdf")
                                .with("Idempotency-Key", "killed-9031")
                                .send("POST", path + "?fileName=a.pdf", Optional.of(CONTENT)),
                        answer -> answer.status() < 500);
        assertThat(whole.status()).as(whole.text()).isEqualTo(201);
        assertThat(files("content")).hasSize(1);
        assertThat(count("evidence_file")).isOne();
    }

    /** The head of the upload through the gateway and half of its bytes. */
    private Socket begun(String path) throws IOException {
        URI gateway = URI.create(suite.address().gateway());
        String head = "POST " + path + "?fileName=a.pdf HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token("m-9031", "m-9031", "merchant")
                + "\r\nIdempotency-Key: killed-9031\r\nContent-Type: application/pdf\r\nContent-Length: "
                + CONTENT.length() + "\r\n\r\n" + CONTENT.substring(0, CONTENT.length() / 2);
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** An appeal of the merchant's. */
    private String openedCase(ApiClient merchant) {
        ApiClient marketplace = as("marketplace", null, "machine");
        marketplace.put(
                "/v1/merchants/m-9031",
                new JsonObject().put("name", "Maple Lamps").put("language", "en"));
        marketplace.put(
                "/v1/shops/s-9031",
                new JsonObject().put("merchantId", "m-9031").put("openedAt", "2015-01-01T00:00:00+08:00"));
        Answer proposed =
                as("enf-1", null, "enforcement").post("/v1/penalties", CounterfeitLamps.proposal("s-9031", "l-9031"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        JsonObject opening = new JsonObject()
                .put("kind", "PENALTY_APPEAL")
                .put("penaltyId", proposed.json().getString("id"));
        return Awaitility.await()
                .atMost(LIMIT)
                .until(() -> merchant.post("/v1/cases", opening), answer -> answer.status() == 201)
                .json()
                .getString("id");
    }

    private ApiClient as(String subject, String merchantId, String role) {
        return ApiClient.of(suite.address().gateway()).as(token(subject, merchantId, role));
    }

    private String token(String subject, String merchantId, String role) {
        JsonObject claims = new JsonObject().put("sub", subject).put("roles", new JsonArray().add(role));
        if (merchantId != null) {
            claims.put("merchantId", merchantId);
        }
        return ApiClient.of(suite.address().control())
                .post("/dev/tokens", claims)
                .json()
                .getString("access_token");
    }

    private List<Path> files(String part) {
        Path directory = evidence.resolve(part);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String table) throws SQLException {
        PgUrl url = suite.address().superuser();
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM cases." + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
