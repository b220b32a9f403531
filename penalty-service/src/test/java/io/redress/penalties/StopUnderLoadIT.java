package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.FreePorts;
import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.ChildProcess;
import io.redress.testkit.PublishedEvents;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own that is told to stop while sixteen clients send it commands. */
class StopUnderLoadIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CLIENTS = 16;
    private static final int ENOUGH = 64;
    private static final int TAKEN = 201;

    private final int port = FreePorts.next();
    private final int management = FreePorts.next();

    /** By key, what was asked and what came back; nothing came back where the answer is empty. */
    private final Map<String, Optional<Answer>> answers = new ConcurrentHashMap<>();

    @TempDir
    private Path directory;

    @Test
    void what_was_taken_is_answered_the_rest_was_not_begun_and_nothing_is_done_twice() throws SQLException {
        try (ChildProcess service = start()) {
            prepare();
            List<CompletableFuture<Void>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.runAsync(
                            () -> proposeUntilNobodyAnswers(client), run -> new Thread(run, "client").start()))
                    .toList();
            Awaitility.await().atMost(LIMIT).until(() -> answers.size() >= ENOUGH);
            service.terminate();

            assertThat(service.exit()).isEqualTo(ChildProcess.ENDED_BY_SIGTERM);
            clients.forEach(CompletableFuture::join);
            assertThat(service.out()).doesNotContain("did not stop in order");
            // another test leaves a record behind that is sealed under a lost key, which is told at the start
            assertThat(service.out().lines())
                    .noneMatch(line -> line.contains(" ERROR ") && !line.contains("seal.RotateSeals"));
        }
        Map<String, String> taken = taken();
        Set<String> unanswered = new HashSet<>(answers.keySet());
        unanswered.removeAll(taken.keySet());
        // each client ends with the one request that nobody answered
        assertThat(unanswered).hasSize(CLIENTS);
        assertThat(stored(unanswered)).isEmpty();
        assertThat(stored(taken.keySet())).hasSameSizeAs(taken.keySet());

        try (ChildProcess again = start()) {
            answers.keySet().forEach(key -> {
                Answer answer = propose(key);
                assertThat(answer.status()).as(answer.toString()).isEqualTo(TAKEN);
                String before = taken.putIfAbsent(key, answer.json().getString("id"));
                assertThat(before).isIn(null, answer.json().getString("id"));
            });
            assertThat(taken.values()).doesNotHaveDuplicates();
            assertThat(penalties()).isEqualTo(answers.size());
            assertPublished(Set.copyOf(taken.values()));
            again.terminate();
            assertThat(again.exit()).isEqualTo(ChildProcess.ENDED_BY_SIGTERM);
        }
    }

    private void proposeUntilNobodyAnswers(int client) {
        for (int number = 0; ; number++) {
            String key = "stop-" + client + "-" + number;
            try {
                answers.put(key, Optional.of(propose(key)));
            } catch (UncheckedIOException e) {
                answers.put(key, Optional.empty());
                return;
            }
        }
    }

    private Answer propose(String key) {
        String client = key.substring(0, key.lastIndexOf('-'));
        return as("enf-1", "enforcement")
                .with("Idempotency-Key", key)
                .post("/v1/penalties", proposal(client, violation("G-01", "l-" + key)));
    }

    /** The penalty of each key that was answered; every answer is an acceptance. */
    private Map<String, String> taken() {
        Map<String, String> taken = new HashMap<>();
        answers.forEach((key, answer) -> answer.ifPresent(there -> {
            assertThat(there.status()).as(there.toString()).isEqualTo(TAKEN);
            taken.put(key, there.json().getString("id"));
        }));
        return taken;
    }

    private static void assertPublished(Set<String> penalties) {
        try (PublishedEvents events = new PublishedEvents(INFRASTRUCTURE, "penalties.events.v1", "case-service")) {
            Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(events.all().stream()
                            .filter(event -> PublishedEvents.type(event).equals("PenaltyProposed"))
                            .map(event -> event.getString("subject"))
                            .collect(Collectors.toSet()))
                    .containsAll(penalties));
        }
    }

    private void prepare() {
        for (int version : List.of(11, 12)) {
            assertThat(as("rules-1", "rule-owner")
                            .put("/v1/rulebooks/" + version, SampleRulebooks.json(version))
                            .status())
                    .isEqualTo(200);
        }
        ApiClient marketplace = as("marketplace", "machine");
        for (int client = 0; client < CLIENTS; client++) {
            JsonObject merchant = new JsonObject().put("name", "Riverside Bags").put("language", "zh");
            JsonObject shop =
                    new JsonObject().put("merchantId", "m-stop-" + client).put("openedAt", "2016-01-01T00:00:00+08:00");
            assertThat(marketplace
                            .put("/v1/merchants/m-stop-" + client, merchant)
                            .status())
                    .isEqualTo(200);
            assertThat(marketplace.put("/v1/shops/s-stop-" + client, shop).status())
                    .isEqualTo(200);
        }
    }

    private ApiClient as(String subject, String role) {
        return ApiClient.of("http://127.0.0.1:" + port)
                .as(INFRASTRUCTURE.issuer().staff(subject, role));
    }

    private ChildProcess start() {
        Map<String, String> environment = INFRASTRUCTURE.environment(PenaltyService.NAME, PenaltyService.SCHEMA);
        environment.put("REDRESS_SEAL_KEYS", PenaltySuite.SEAL_KEYS);
        environment.put("REDRESS_HTTP_PORT", Integer.toString(port));
        environment.put("REDRESS_MANAGEMENT_PORT", Integer.toString(management));
        List<String> options = List.of("-Xmx256m");
        try (ChildProcess migration =
                ChildProcess.java(directory, PenaltyServiceMain.class, environment, options, "migrate")) {
            assertThat(migration.exit()).as(migration.out()).isZero();
        }
        ChildProcess service = ChildProcess.java(directory, PenaltyServiceMain.class, environment, options);
        service.awaitReady(management);
        return service;
    }

    private static Set<String> stored(Set<String> keys) throws SQLException {
        Set<String> stored = new HashSet<>();
        try (Connection connection = connect();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT key FROM penalties.idempotency WHERE key = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.add(rows.getString(1));
                }
            }
        }
        return stored;
    }

    private static int penalties() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM penalties.penalty WHERE shop_id LIKE 's-stop-%'");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect() throws SQLException {
        PgUrl url = INFRASTRUCTURE.postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }
}
