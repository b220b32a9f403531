package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.CommandLine.Ended;
import io.redress.quickstart.suite.ProcessTable;
import io.redress.quickstart.suite.ProcessTable.Row;
import io.redress.testkit.ApiClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --processes}, as its user types it: every part a process of its own, one service with two instances. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OwnProcesses
class ProcessesE2E {

    private static final int HELD = 0;
    private static final int UNUSABLE = 2;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> INSTANCES = List.of(
            "penalty-service", "case-service", "case-service-2", "refund-service", "notification-service", "gateway");

    @TempDir
    private static Path directory;

    private static CommandLine redress;

    @BeforeAll
    static void up() {
        redress = new CommandLine(directory);
        Ended up = redress.up("--processes", "--replicas", "case-service=2");
        assertThat(up.exit()).as(up.toString()).isEqualTo(HELD);
    }

    @AfterAll
    static void end() {
        redress.close();
        ProcessTable.endLeftovers(redress.data());
    }

    @Test
    @Order(1)
    void status_tells_of_every_instance_and_of_what_is_no_service() {
        Ended table = redress.run("status");
        JsonObject status = status();

        assertThat(table.exit()).isEqualTo(HELD);
        assertThat(table.lines().stream().filter(line -> line.matches("\\S+ +\\d+ +ready .*")))
                .hasSize(INSTANCES.size());
        assertThat(table.lines()).anyMatch(line -> line.matches("kafka +\\d+\\.\\d"));
        assertThat(objects(status, "services"))
                .extracting(line -> line.getString("service"))
                .containsExactlyElementsOf(INSTANCES);
        assertThat(objects(status, "services"))
                .filteredOn(line -> !line.getString("service").equals("gateway"))
                .allSatisfy(line -> {
                    assertThat(line.getString("version")).isEqualTo("0.1.0-SNAPSHOT");
                    assertThat(line.getDouble("outboxAgeSeconds")).isNotNegative();
                    assertThat(line.getLong("consumerLag")).isNotNegative();
                    assertThat(line.getLong("deadLetters")).isZero();
                });
        assertThat(objects(status, "processes"))
                .extracting(line -> line.getString("name"))
                .containsExactlyInAnyOrder("suite", "postgres", "kafka");
    }

    @Test
    @Order(2)
    @EnabledOnOs(OS.LINUX)
    void each_runs_from_its_own_jar_with_nothing_but_its_environment_variables() {
        assertThat(services()).extracting(Row::name).containsExactlyInAnyOrderElementsOf(INSTANCES);
        assertThat(services()).allSatisfy(row -> {
            String service = row.name().replace("-2", "");
            assertThat(proc(row, "cmdline")).contains("-jar").last().asString().endsWith("/" + service + ".jar");
            assertThat(proc(row, "environ")).isNotEmpty().allMatch(variable -> variable.startsWith("REDRESS_"));
        });
        assertThat(objects(status(), "services"))
                .allSatisfy(line -> assertThat(line.getLong("rssAnonBytes")).isPositive());
    }

    @Test
    @Order(3)
    void a_story_goes_through_both_instances() throws IOException {
        Ended told = redress.run("story", "S4");

        assertThat(told.exit()).as(told.out()).isEqualTo(HELD);
        for (String instance : List.of("case-service", "case-service-2")) {
            assertThat(Files.readString(redress.data().resolve("logs").resolve(instance + ".log")))
                    .contains("operation=\"getCase\"");
        }
        assertThat(redress.run("verify-audit").exit()).isEqualTo(HELD);
    }

    @Test
    @Order(4)
    void the_clock_is_one_across_the_processes() {
        Instant before = Instant.parse(redress.run("clock", "now").out().strip());

        Ended moved = redress.run("clock", "advance", "P30D");

        assertThat(moved.exit()).as(moved.toString()).isEqualTo(HELD);
        assertThat(services().stream().filter(row -> !row.name().equals("gateway")))
                .allSatisfy(row -> assertThat(businessTime(row)).isAfterOrEqualTo(before.plus(Duration.ofDays(30))));
        assertThat(redress.run("clock", "set", before.toString()).exit()).isEqualTo(UNUSABLE);
    }

    @Test
    @Order(5)
    void what_is_killed_is_started_again_and_the_suite_goes_on() {
        List<Row> before = ProcessTable.read(redress.data());

        for (String name : List.of("case-service-2", "penalty-service", "kafka", "postgres")) {
            ProcessHandle.of(row(before, name).pid()).orElseThrow().destroyForcibly();
        }

        Awaitility.await()
                .atMost(LIMIT.multipliedBy(2))
                .until(
                        () -> ProcessTable.read(redress.data()),
                        rows -> rows.size() == before.size()
                                && row(rows, "postgres").starts() == 2
                                && row(rows, "kafka").starts() == 2
                                && redress.run("status").exit() == HELD);
        Ended told = redress.run("story", "S5", "--mirror");
        assertThat(told.exit()).as(told.out()).isEqualTo(HELD);
        assertThat(redress.run("logs", "case-service", "--lines", "5").out())
                .contains("== case-service.log", "== case-service-2.log");
    }

    @Test
    @Order(6)
    void down_also_ends_what_a_killed_suite_has_left_behind() {
        List<Row> left = ProcessTable.read(redress.data());
        ProcessHandle suite = ProcessHandle.of(redress.suite().pid()).orElseThrow();
        suite.destroyForcibly();
        Awaitility.await().atMost(LIMIT).until(() -> !suite.isAlive());
        assertThat(left).anyMatch(row -> ProcessHandle.of(row.pid()).isPresent());

        Ended down = redress.run("down");

        assertThat(down.exit()).isEqualTo(HELD);
        Awaitility.await().atMost(LIMIT).until(() -> left.stream().noneMatch(row -> ProcessHandle.of(row.pid())
                .filter(ProcessHandle::isAlive)
                .isPresent()));
    }

    @Test
    @Order(7)
    void a_suite_that_is_told_to_stop_leaves_no_process() {
        assertThat(redress.up("--processes").exit()).isEqualTo(HELD);
        List<Row> parts = ProcessTable.read(redress.data());
        assertThat(parts).hasSize(7);
        ProcessHandle suite = ProcessHandle.of(redress.suite().pid()).orElseThrow();

        suite.destroy();

        Awaitility.await().atMost(LIMIT).until(() -> !suite.isAlive());
        assertThat(parts).noneMatch(row -> ProcessHandle.of(row.pid())
                .filter(ProcessHandle::isAlive)
                .isPresent());
    }

    @Test
    @Order(8)
    void replicas_without_processes_or_of_nothing_are_wrong_usage() {
        assertThat(redress.up("--replicas", "case-service=2").exit()).isEqualTo(UNUSABLE);
        assertThat(redress.up("--processes", "--replicas", "toaster=2").exit()).isEqualTo(UNUSABLE);
        assertThat(redress.up("--processes", "--replicas", "gateway=0").exit()).isEqualTo(UNUSABLE);
    }

    private static JsonObject status() {
        return new JsonObject(redress.run("status", "--json").out());
    }

    private static List<Row> services() {
        return ProcessTable.read(redress.data()).stream()
                .filter(row -> row.instance().isPresent())
                .toList();
    }

    private static Row row(List<Row> rows, String name) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private static Instant businessTime(Row row) {
        String management = "http://127.0.0.1:" + row.instance().orElseThrow().management();
        return ApiClient.of(management).get("/activity").json().getInstant("businessTime");
    }

    /** The words of a file of /proc, which null characters end. */
    private static List<String> proc(Row row, String file) {
        try {
            return Stream.of(Files.readString(Path.of("/proc", Long.toString(row.pid()), file))
                            .split("\0"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonObject> objects(JsonObject status, String name) {
        JsonArray array = status.getJsonArray(name);
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
