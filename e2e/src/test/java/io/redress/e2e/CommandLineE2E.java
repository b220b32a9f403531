package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.redress.e2e.CommandLine.Ended;
import io.redress.quickstart.suite.ServiceName;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/** One suite in the background, from its first {@code up} to {@code down}, as its user types it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@OwnProcesses
class CommandLineE2E {

    private static final int HELD = 0;
    private static final int UNUSABLE = 2;
    private static final String FIRST_DAY = "2018-01-15T01:";

    @TempDir
    private static Path directory;

    private static CommandLine redress;
    private static Ended firstUp;
    private static String penaltyId;

    @BeforeAll
    static void up() {
        redress = new CommandLine(directory);
        firstUp = redress.up();
        assertThat(firstUp.exit()).as(firstUp.toString()).isEqualTo(HELD);
    }

    @AfterAll
    static void end() {
        redress.close();
    }

    @Test
    @Order(1)
    void up_shows_its_progress_and_ends_when_all_is_ready_while_the_suite_goes_on() {
        assertThat(firstUp.lines())
                .anyMatch(line -> line.matches("… starting Postgres and Kafka \\(\\d+\\.\\d s\\)"))
                .anyMatch(line -> line.matches("Redress is ready \\(\\d+\\.\\d s\\)\\."))
                .contains("  API       " + redress.ports().url(ServiceName.GATEWAY) + "/v1");
        assertThat(redress.suite().alive()).isTrue();
        assertThat(redress.suite().ports()).isEqualTo(redress.ports());
    }

    @Test
    @Order(1)
    @EnabledOnOs(OS.LINUX)
    void the_suite_is_out_of_the_terminals_reach() throws Exception {
        assumeThat(Path.of("/usr/bin/setsid")).isExecutable();
        long process = redress.suite().pid();
        String afterName = Files.readString(Path.of("/proc", Long.toString(process), "stat"))
                .replaceFirst("^.*\\) ", "");

        String session = afterName.split(" ")[3];

        assertThat(session).isEqualTo(Long.toString(process));
    }

    @Test
    @Order(2)
    void up_when_up_says_so() {
        long process = redress.suite().pid();

        Ended second = redress.up();

        assertThat(second.exit()).isEqualTo(HELD);
        assertThat(second.out()).startsWith("A suite is already there, process " + process + ".");
        assertThat(redress.suite().pid()).isEqualTo(process);
    }

    @Test
    @Order(3)
    void status_says_of_five_services_that_they_are_ready() {
        Ended table = redress.run("status");
        Ended json = redress.run("status", "--json");

        assertThat(table.exit()).isEqualTo(HELD);
        assertThat(table.lines().stream().filter(line -> line.matches("\\S+ +\\d+ +ready .*")))
                .hasSize(5);
        assertThat(table.lastLine()).startsWith("business time " + FIRST_DAY);
        assertThat(json.exit()).isEqualTo(HELD);
        JsonObject status = new JsonObject(json.out());
        assertThat(status.getBoolean("ready")).isTrue();
        JsonArray services = status.getJsonArray("services");
        assertThat(services.stream().map(JsonObject.class::cast))
                .allMatch(service -> service.getBoolean("ready"))
                .extracting(service -> service.getString("service") + " " + service.getInteger("port"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ServiceName.values())
                        .map(service ->
                                service.service() + " " + redress.ports().http(service))
                        .toList());
    }

    @Test
    @Order(4)
    void a_token_is_what_the_gateway_believes() {
        ApiClient nobody = ApiClient.of(redress.ports().url(ServiceName.GATEWAY));

        Ended staff = redress.run("token", "enforcement", "--as", "enf-1");
        Ended merchant = redress.run("token", "merchant", "--as", "m-1005");

        assertThat(staff.exit()).isEqualTo(HELD);
        assertThat(staff.lines()).hasSize(1);
        assertThat(nobody.get("/v1/shops/s-2004/standing").status()).isEqualTo(401);
        assertThat(nobody.as(staff.lastLine()).get("/v1/shops/s-2004/standing").status())
                .isEqualTo(200);
        Answer notices = nobody.as(merchant.lastLine()).get("/v1/notices");
        assertThat(notices.status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void a_token_needs_a_role_that_exists_and_a_merchant_for_a_merchants_role() {
        Ended unknown = redress.run("token", "emperor");
        Ended nobodys = redress.run("token", "merchant");

        assertThat(unknown.exit()).isEqualTo(UNUSABLE);
        assertThat(unknown.err()).contains("there is no role emperor");
        assertThat(nobodys.exit()).isEqualTo(UNUSABLE);
        assertThat(nobodys.err()).contains("--as");
    }

    @Test
    @Order(6)
    void a_story_ends_with_0_when_all_its_facts_hold() {
        Ended story = redress.run("story", "S4");

        assertThat(story.exit()).as(story.toString()).isEqualTo(HELD);
        assertThat(story.lines()).noneMatch(line -> line.startsWith("FAILED"));
        assertThat(story.lastLine()).startsWith("S4 ").matches(".* [1-9]\\d* facts ok, 0 failed");
    }

    @Test
    @Order(7)
    void a_story_or_a_change_that_makes_no_sense_is_wrong_usage() {
        Ended unknown = redress.run("story", "S99");
        Ended change = redress.run("story", "S4", "--set", "closedAt=soon");

        assertThat(unknown.exit()).isEqualTo(UNUSABLE);
        assertThat(unknown.err()).contains("no story S99");
        assertThat(change.exit()).isEqualTo(UNUSABLE);
        assertThat(change.err()).contains("closedAt is a time").contains("soon");
    }

    @Test
    @Order(8)
    void the_clock_goes_to_the_next_deadline_by_itself() {
        Instant deadline = Stream.of(ServiceName.values())
                .filter(ServiceName::messages)
                .map(service -> management(service, "/activity").getString("nextDeadline"))
                .filter(Objects::nonNull)
                .map(Instant::parse)
                .min(Instant::compareTo)
                .orElseThrow();

        Ended advanced = redress.run("clock", "advance");

        assertThat(advanced.exit()).as(advanced.toString()).isEqualTo(HELD);
        assertThat(Instant.parse(advanced.lastLine())).isBetween(deadline, deadline.plus(Duration.ofHours(1)));
    }

    @Test
    @Order(9)
    void the_clock_is_set_and_advanced_forward_only() {
        Ended set = redress.run("clock", "set", "2031-02-01T09:00:00+08:00");
        Ended backwards = redress.run("clock", "set", "2031-01-31T09:00:00+08:00");
        Ended byADay = redress.run("clock", "advance", "P1D");
        Ended until = redress.run("clock", "advance", "--until", "2031-02-03T09:00:00+08:00");
        Ended malformed = redress.run("clock", "advance", "tomorrow");
        Ended now = redress.run("clock", "now");

        assertThat(set.exit()).isEqualTo(HELD);
        assertThat(Instant.parse(set.lastLine())).isEqualTo("2031-02-01T01:00:00Z");
        assertThat(backwards.exit()).isEqualTo(UNUSABLE);
        assertThat(backwards.err()).contains("never goes back");
        assertThat(byADay.exit()).as(byADay.toString()).isEqualTo(HELD);
        assertThat(byADay.lastLine()).startsWith("2031-02-02T01:");
        assertThat(until.exit()).isEqualTo(HELD);
        assertThat(until.lastLine()).startsWith("2031-02-03T01:0");
        assertThat(malformed.exit()).isEqualTo(UNUSABLE);
        assertThat(now.exit()).isEqualTo(HELD);
        assertThat(Instant.parse(now.lastLine())).isAfterOrEqualTo(Instant.parse(until.lastLine()));
    }

    @Test
    @Order(10)
    void logs_show_the_end_of_the_log_of_all_or_of_one_service() {
        Ended all = redress.run("logs");
        Ended one = redress.run("logs", "case-service", "--lines", "5000");
        Ended last = redress.run("logs", "--lines", "1");
        Ended unknown = redress.run("logs", "tax-service");

        assertThat(all.exit()).isEqualTo(HELD);
        assertThat(all.lines()).hasSizeBetween(100, 200);
        assertThat(one.exit()).isEqualTo(HELD);
        assertThat(one.lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("case-service") || line.contains("io.redress.cases."))
                .anyMatch(line -> line.contains("operation=\"openCase\""));
        assertThat(last.lines()).hasSize(1);
        assertThat(unknown.exit()).isEqualTo(UNUSABLE);
    }

    @Test
    @Order(11)
    void an_untouched_history_is_intact_and_signed_outside_the_database() {
        for (String schema : List.of("penalties", "cases", "notifications")) {
            Path file = redress.data().resolve("audit").resolve(schema + ".checkpoints");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(file));
        }

        Ended verified = redress.run("verify-audit");

        assertThat(verified.exit()).as(verified.toString()).isEqualTo(HELD);
        assertThat(verified.lines().stream().filter(line -> line.startsWith("ok ")))
                .hasSize(CommandLine.SERVICES_WITH_HISTORY);
        assertThat(verified.lastLine())
                .isEqualTo("verify-audit: " + CommandLine.SERVICES_WITH_HISTORY + " ok, 0 failed");
        assertThat(management(ServiceName.PENALTIES, "/audit").getBoolean("signed"))
                .isTrue();
    }

    @Test
    @Order(12)
    void up_fresh_forgets_everything_of_the_suite_before() {
        long before = redress.suite().pid();

        Ended fresh = redress.up("--fresh");

        assertThat(fresh.exit()).as(fresh.toString()).isEqualTo(HELD);
        assertThat(ProcessHandle.of(before)).isEmpty();
        assertThat(redress.run("clock", "now").lastLine()).startsWith(FIRST_DAY);
        Ended verified = redress.run("verify-audit");
        assertThat(verified.exit()).as(verified.toString()).isEqualTo(HELD);
    }

    @Test
    @Order(13)
    void down_ends_the_suite_and_its_database_and_a_second_down_has_nothing_to_do() throws Exception {
        JsonObject proposal = new JsonObject(Files.readString(Path.of("..", "docs", "examples", "proposal.json")));
        Answer proposed = gateway("enforcement", "enf-1").post("/v1/penalties", proposal);
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        penaltyId = proposed.json().getString("id");
        Path server = redress.data().resolve("postgres").resolve("postmaster.pid");
        List<ProcessHandle> all = Stream.of(
                        redress.suite().pid(),
                        Long.valueOf(Files.readAllLines(server).get(0)))
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();

        Ended down = redress.run("down");
        Ended again = redress.run("down");
        Ended status = redress.run("status");

        assertThat(down.exit()).isEqualTo(HELD);
        assertThat(down.lastLine()).isEqualTo("Stopped.");
        assertThat(all).noneMatch(ProcessHandle::isAlive);
        assertThat(again.exit()).isEqualTo(HELD);
        assertThat(again.out()).contains("No suite is running in " + redress.data());
        assertThat(status.exit()).isEqualTo(UNUSABLE);
        assertThat(status.err()).contains("no suite is running");
    }

    @Test
    @Order(14)
    void up_after_down_goes_on_with_the_data_that_stayed() {
        Ended up = redress.up();

        assertThat(up.exit()).as(up.toString()).isEqualTo(HELD);
        assertThat(gateway("enforcement", "enf-1")
                        .get("/v1/penalties/" + penaltyId)
                        .status())
                .isEqualTo(200);
        assertThat(redress.run("verify-audit").exit()).isEqualTo(HELD);
    }

    private static ApiClient gateway(String role, String subject) {
        String token = redress.run("token", role, "--as", subject).lastLine();
        return ApiClient.of(redress.ports().url(ServiceName.GATEWAY)).as(token);
    }

    private static JsonObject management(ServiceName service, String path) {
        return ApiClient.of("http://127.0.0.1:" + redress.ports().management(service))
                .get(path)
                .json();
    }
}
