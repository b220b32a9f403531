package io.redress.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.infra.Provisioning;
import io.redress.kit.audit.AuditVerifier.AuditedHead;
import io.redress.kit.audit.AuditVerifier.Report;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.OutgoingEvent;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.GuardMissed;
import io.redress.kit.pg.Migrations;
import io.redress.kit.pg.Write;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifierIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final Ids IDS = Ids.uuidV7();
    private static final EventRecorder RECORDER = new EventRecorder("test", "gateway", IDS, MachineClock.system());

    private static Database database;

    @BeforeAll
    static void migrate() {
        Env env = new Env(INFRASTRUCTURE.environment("penalty-service", "gateway"));
        ServiceConfig config = ServiceConfig.from(env, 8080);
        Migrations.run(config.pg(), "gateway");
        database = new Database(INFRASTRUCTURE.vertx(), config.pg(), "gateway");
    }

    @Test
    void an_untouched_history_verifies() throws Exception {
        String subject = aTallyWithThreeEvents();

        assertThat(problemsOf(subject)).isEmpty();
    }

    @Test
    void a_changed_text_is_named() throws Exception {
        String subject = aTallyWithThreeEvents();
        asSuperuser("UPDATE gateway.history SET envelope = replace(envelope, 'step', 'leap') WHERE subject = '"
                + subject + "' AND sequence = 2");

        assertThat(problemsOf(subject)).containsExactly(subject + " #2: its text was changed");
    }

    @Test
    void a_removed_row_and_a_cut_end_are_named() throws Exception {
        String middle = aTallyWithThreeEvents();
        String end = aTallyWithThreeEvents();
        asSuperuser("DELETE FROM gateway.history WHERE subject = '" + middle + "' AND sequence = 2");
        asSuperuser("DELETE FROM gateway.history WHERE subject = '" + end + "' AND sequence = 3");

        assertThat(problemsOf(middle)).contains(middle + " #3: follows #1");
        assertThat(problemsOf(end)).containsExactly(end + ": its history does not end where tally says it ends");
    }

    @Test
    void a_chain_computed_anew_contradicts_the_signed_checkpoint(@TempDir Path directory) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        CheckpointConfig config = new CheckpointConfig(
                Optional.of(directory),
                new Secret(base64.encodeToString(keys.getPrivate().getEncoded())),
                base64.encodeToString(keys.getPublic().getEncoded()),
                Duration.ofMinutes(5));
        Checkpoints checkpoints =
                new Checkpoints(INFRASTRUCTURE.vertx(), database, MachineClock.system(), config, "gateway");
        String honest = aTallyWithThreeEvents();
        String forged = aTallyWithThreeEvents();
        checkpoints.write().await();
        checkpoints.write().await();
        assertThat(checkpoints.problems().await()).noneMatch(problem -> problem.contains(honest));

        // a forger with every right: text, digest, hash and head agree again
        asSuperuser("UPDATE gateway.history SET envelope = '{}', digest = sha256(salt || '{}'::bytea), "
                + "hash = sha256(prev_hash || sha256(salt || '{}'::bytea)) WHERE subject = '" + forged
                + "' AND sequence = 3");
        asSuperuser("UPDATE gateway.tally t SET chain_head = h.hash FROM gateway.history h WHERE h.subject = '" + forged
                + "' AND h.sequence = 3 AND t.tally_id = h.subject");

        assertThat(problemsOf(forged)).isEmpty();
        assertThat(checkpoints.problems().await())
                .filteredOn(problem -> problem.startsWith(forged))
                .singleElement()
                .asString()
                .contains("up to #3", "recorded between the beginning and ", "checkpoint 1");

        Path file = directory.resolve("gateway.checkpoints");
        Files.writeString(file, Files.readString(file).replace(forged, honest));
        assertThat(checkpoints.problems().await()).anyMatch(problem -> problem.startsWith("checkpoint 1 of"));
    }

    @Test
    void the_service_itself_cannot_change_its_history() {
        String subject = aTallyWithThreeEvents();

        assertThatThrownBy(() -> database.inTransaction(
                                tx -> tx.query("DELETE FROM history WHERE subject = $1", Tuple.of(subject)))
                        .await())
                .isInstanceOf(PgException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_write_whose_guard_misses_leaves_neither_history_nor_outbox() {
        String subject = aTallyWithThreeEvents();
        Recorded recorded = RECORDER.record(context(), subject, new Revision(7, 1, new byte[32]), events("late"));
        Write late = Write.guarded(
                        "UPDATE tally SET total = 9 WHERE tally_id = $1 AND version = $2", Tuple.of(subject, 7L))
                .with(recorded);

        assertThatThrownBy(() -> database.inTransaction(tx -> tx.apply(late)).await())
                .isInstanceOf(GuardMissed.class);
        assertThat(count("history", subject)).isEqualTo(3);
        assertThat(count("outbox", subject)).isEqualTo(3);
    }

    private static String aTallyWithThreeEvents() {
        String subject = IDS.next("tal");
        Recorded recorded = RECORDER.record(context(), subject, Revision.NEW, events("step 1", "step 2", "step 3"));
        Write write = Write.guarded(
                        "INSERT INTO tally VALUES ($1, 'anna', 0, $2, $3, $4)",
                        Tuple.of(
                                subject,
                                recorded.after().version(),
                                recorded.after().sequence(),
                                Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
        database.inTransaction(tx -> tx.apply(write)).await();
        return subject;
    }

    private static List<String> problemsOf(String subject) {
        Report report = new AuditVerifier(database, List.of(new AuditedHead("tally", "a.tally_id")))
                .verify()
                .await();
        return report.problems().stream()
                .filter(problem -> problem.startsWith(subject))
                .toList();
    }

    private static long count(String table, String subject) {
        return database.read(
                        tx -> tx.query("SELECT count(*) AS n FROM " + table + " WHERE subject = $1", Tuple.of(subject))
                                .map(rows -> rows.iterator().next().getLong("n")))
                .await();
    }

    private static void asSuperuser(String sql) throws SQLException {
        var superuser = INFRASTRUCTURE.postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
        try (Connection connection =
                        DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE gateway.history DISABLE TRIGGER history_is_append_only");
            statement.execute(sql);
            statement.execute("ALTER TABLE gateway.history ENABLE TRIGGER history_is_append_only");
        }
    }

    private static List<OutgoingEvent> events(String... steps) {
        return java.util.Arrays.stream(steps)
                .map(step ->
                        OutgoingEvent.of("penalties.events.v1", "k", "Stepped", new JsonObject().put("what", step)))
                .toList();
    }

    private static CommandContext context() {
        return new CommandContext(
                Caller.service("test"),
                "req_1",
                "req_1",
                Optional.empty(),
                Instant.parse("2018-04-20T02:00:00Z"),
                OptionalLong.empty());
    }
}
