package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.infra.FreePorts;
import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.kit.faults.CrashPoints;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.ChildProcess;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that ends where it was told to. */
class CrashPointsIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final int JOINT = 20;

    private static final String TALLIES_OF_ALL = "SELECT count(*) FROM gateway.tally WHERE tally_id LIKE 'tal_joint-%'";
    private static final String HISTORY_OF_ALL =
            "SELECT count(*) FROM gateway.history WHERE subject LIKE 'tal_joint-%'";

    private static final JsonObject TALLY = new JsonObject().put("name", "four");

    @TempDir
    private Path directory;

    private final Map<String, String> environment = INFRASTRUCTURE.environment("penalty-service", "gateway");
    private String api;
    private String management;

    @BeforeEach
    void choosePorts() {
        environment.put("REDRESS_HTTP_PORT", String.valueOf(FreePorts.next()));
        environment.put("REDRESS_MANAGEMENT_PORT", String.valueOf(FreePorts.next()));
        api = "http://127.0.0.1:" + environment.get("REDRESS_HTTP_PORT");
        management = "http://127.0.0.1:" + environment.get("REDRESS_MANAGEMENT_PORT");
    }

    @Test
    void what_was_committed_is_answered_after_a_crash_and_what_was_not_is_done_anew() {
        migrate();
        try (ChildProcess before =
                start(Map.of("REDRESS_FAULTS", "on", "REDRESS_CRASH_AT", "BEFORE_COMMIT:openTally"))) {
            assertThatThrownBy(() -> open("crash-1")).isInstanceOf(UncheckedIOException.class);
            assertThat(before.exit()).as(before.out()).isEqualTo(CrashPoints.EXIT_CODE);
        }
        assertThat(tallies()).as("rolled back with its process").isZero();

        try (ChildProcess after = start(Map.of("REDRESS_FAULTS", "on"))) {
            arm("AFTER_COMMIT");
            assertThatThrownBy(() -> open("crash-1")).isInstanceOf(UncheckedIOException.class);
            assertThat(after.exit()).as(after.out()).isEqualTo(CrashPoints.EXIT_CODE);
        }
        assertThat(tallies()).as("durable though nobody was told").isEqualTo(1);

        try (ChildProcess reply = start(Map.of("REDRESS_FAULTS", "on"))) {
            arm("AFTER_REPLY");
            Answer told = open("crash-1");
            assertThat(told.status()).isEqualTo(201);
            assertThat(told.header("idempotent-replayed")).contains("true");
            assertThat(reply.exit()).as(reply.out()).isEqualTo(CrashPoints.EXIT_CODE);
        }
        assertThat(tallies()).isEqualTo(1);
    }

    @Test
    void commands_that_share_a_transaction_end_with_it_or_are_all_there() throws Exception {
        migrate();
        try (ChildProcess before =
                start(Map.of("REDRESS_FAULTS", "on", "REDRESS_CRASH_AT", "BEFORE_COMMIT:openJointTally:2"))) {
            assertThat(openJoint(counter(), 0).status()).isEqualTo(201);
            openJointly(1);
            assertThat(before.exit()).as(before.out()).isEqualTo(CrashPoints.EXIT_CODE);
        }
        assertThat(sql(TALLIES_OF_ALL))
                .as("what was answered, and of all others nothing")
                .isEqualTo(1);
        assertThat(sql(HISTORY_OF_ALL))
                .as("what was answered, and of all others nothing")
                .isEqualTo(1);

        try (ChildProcess after = start(Map.of("REDRESS_FAULTS", "on"))) {
            openJointly(0);
            after.terminate();
            assertThat(after.exit()).isEqualTo(ChildProcess.ENDED_BY_SIGTERM);
        }
        assertThat(sql(TALLIES_OF_ALL)).isEqualTo(JOINT);
        assertThat(sql(HISTORY_OF_ALL)).isEqualTo(JOINT);
    }

    @Test
    void what_is_armed_is_shown_and_disarmed_on_the_management_port() {
        migrate();
        try (ChildProcess process = start(Map.of("REDRESS_FAULTS", "on"))) {
            arm("BEFORE_STATEMENT");
            ApiClient operator = ApiClient.of(management);
            assertThat(operator.get("/faults").json())
                    .isEqualTo(new JsonObject(
                            "{\"armed\":[{\"point\":\"BEFORE_STATEMENT\",\"scope\":\"openTally\",\"count\":1}]}"));
            assertThat(operator.post(
                                    "/faults",
                                    new JsonObject().put("point", "NOWHERE").put("scope", "openTally"))
                            .status())
                    .isEqualTo(400);
            assertThat(operator.send("DELETE", "/faults", Optional.empty()).text())
                    .isEqualTo("{\"armed\":[]}");

            assertThat(open("crash-2").status()).isEqualTo(201);
            process.terminate();
            assertThat(process.exit()).isEqualTo(ChildProcess.ENDED_BY_SIGTERM);
        }
    }

    @Test
    void without_the_switch_nobody_can_order_a_fault() {
        migrate();
        try (ChildProcess process = start(Map.of())) {
            assertThat(ApiClient.of(management).get("/faults").status()).isEqualTo(404);
            process.terminate();
            assertThat(process.exit()).isEqualTo(ChildProcess.ENDED_BY_SIGTERM);
        }
    }

    private void migrate() {
        try (ChildProcess migration = process(Map.of(), "migrate")) {
            assertThat(migration.exit()).as(migration.out()).isZero();
        }
        sql("DELETE FROM gateway.tally");
    }

    private ChildProcess start(Map<String, String> settings) {
        ChildProcess process = process(settings);
        process.awaitReady(Integer.parseInt(environment.get("REDRESS_MANAGEMENT_PORT")));
        return process;
    }

    private ChildProcess process(Map<String, String> settings, String... arguments) {
        Map<String, String> whole = new HashMap<>(environment);
        whole.putAll(settings);
        return ChildProcess.java(directory, TallyMain.class, whole, List.of("-Xmx256m"), arguments);
    }

    private void arm(String point) {
        JsonObject wish = new JsonObject().put("point", point).put("scope", "openTally");
        assertThat(ApiClient.of(management).post("/faults", wish).status()).isEqualTo(200);
    }

    private Answer open(String key) {
        return counter().with("Idempotency-Key", key).post("/v1/tallies", TALLY);
    }

    /** All from this one on, at once, each with the same key whenever this is called; some get no answer. */
    private void openJointly(int first) throws InterruptedException {
        ApiClient counter = counter();
        ExecutorService callers = Executors.newFixedThreadPool(JOINT);
        callers.invokeAll(IntStream.range(first, JOINT)
                .<Callable<Answer>>mapToObj(number -> () -> openJoint(counter, number))
                .toList());
        callers.shutdown();
    }

    private static Answer openJoint(ApiClient counter, int number) {
        return counter.with("Idempotency-Key", "joint-" + number)
                .post("/v1/joint-tallies", new JsonObject().put("name", "joint-" + number));
    }

    private ApiClient counter() {
        return ApiClient.of(api).as(INFRASTRUCTURE.issuer().staff("anna", "counter", "operator"));
    }

    private static long tallies() {
        return sql("SELECT count(*) FROM gateway.tally");
    }

    private static long sql(String text) {
        PgUrl superuser = INFRASTRUCTURE.postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
        try (var connection = DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(text)) {
                return statement.getUpdateCount();
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
