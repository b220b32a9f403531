package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.load.OverloadRun;
import io.redress.e2e.load.OverloadRun.Report;
import io.redress.e2e.load.OverloadRun.Settings;
import io.redress.e2e.load.ProcessFigures;
import io.redress.quickstart.suite.ServiceName;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ChildProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five times what the suite can do, as a process of its own, with the rates that the gateway has unless told otherwise. */
@OwnProcesses
class OverloadE2E {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int APPEALS = 160;
    private static final long MIB = 1_048_576;
    private static final long HEAP = 1_024 * MIB;

    /** Classes, compiled code, buffers and stacks of a process that is five services, a broker and a marketplace. */
    private static final long BESIDE_THE_HEAP = 512 * MIB;

    /** What the gateway keeps for a while to each of four services. */
    private static final long KEPT_CONNECTIONS = 4 * 64 * 2;

    @TempDir
    private static Path directory;

    private static CommandLine redress;
    private static ChildProcess suite;

    @BeforeAll
    static void up() {
        redress = new CommandLine(directory)
                .with("REDRESS_GATEWAY_RATE_PER_MINUTE", "6000")
                .with("REDRESS_GATEWAY_RATE_BURST", "600");
        suite = redress.foreground();
        suite.awaitReady(redress.ports().management(ServiceName.GATEWAY));
        // sample data come after the gateway
        assertThat(redress.up().exit()).isZero();
    }

    @AfterAll
    static void down() {
        redress.close();
        suite.close();
    }

    @Test
    void five_fold_overload_is_shed_in_order_loses_nothing_and_passes() {
        Report report = new OverloadRun(
                        SuiteAddress.of(redress.ports(), redress.data()), OverloadE2E::figures, System.out)
                .run(new Settings("o1", APPEALS, Duration.ofSeconds(2), Duration.ofSeconds(4), 5));

        assertThat(report.peak().wrong()).isEmpty();
        assertThat(report.overload().wrong()).isEmpty();
        assertThat(report.overload().shed()).isPositive();
        assertThat(report.recovered()).isTrue();
        assertThat(report.contradictions()).isEmpty();
        assertThat(report.opened()).hasSize(APPEALS);
        assertThat(report.stored()).allSatisfy((penalty, cases) -> assertThat(cases)
                .containsExactly(report.opened().get(penalty)));
        assertThat(report.busy()).isEmpty();
        assertThat(suite.out()).doesNotContain(" ERROR ");
        // the same process as before: nothing was started anew
        assertThat(redress.suite().pid()).isEqualTo(suite.pid());
        assertThat(figures().residentBytes()).isLessThan(HEAP + BESIDE_THE_HEAP);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> figures().descriptors() <= report.before().descriptors() + KEPT_CONNECTIONS);
        System.out.println("overload: in the end " + figures());
    }

    private static ProcessFigures figures() {
        return ProcessFigures.of(suite.pid()).orElse(new ProcessFigures(0, 0));
    }

    @Test
    void who_floods_is_limited_and_another_goes_on() {
        ApiClient flooding = caller("enf-flood");
        ApiClient other = caller("enf-other");
        List<CompletableFuture<List<ApiClient.Answer>>> floods = IntStream.range(0, 16)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> floodUntilRefused(flooding), command -> new Thread(command, "flood").start()))
                .toList();

        List<ApiClient.Answer> others = new ArrayList<>();
        // fewer than a caller may send at once, however long the flood lasts
        while (others.size() < 500 && floods.stream().anyMatch(flood -> !flood.isDone())) {
            others.add(other.get("/v1/shops/s-2001/standing"));
        }
        floods.forEach(CompletableFuture::join);
        others.add(other.get("/v1/shops/s-2001/standing"));

        assertThat(floods).allSatisfy(flood -> {
            ApiClient.Answer last = flood.join().get(flood.join().size() - 1);
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.code()).isEqualTo("rate-limited");
            assertThat(last.header("Retry-After").map(Integer::parseInt).orElseThrow())
                    .isPositive();
        });
        assertThat(others).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    /** At most ten times what a caller may at once, so that it ends. */
    private static List<ApiClient.Answer> floodUntilRefused(ApiClient client) {
        List<ApiClient.Answer> answers = new ArrayList<>();
        do {
            answers.add(client.get("/v1/shops/s-2001/standing"));
        } while (answers.size() < 6_000 && answers.get(answers.size() - 1).status() != 429);
        return answers;
    }

    private static ApiClient caller(String subject) {
        JsonObject request = new JsonObject().put("sub", subject).put("roles", new JsonArray(List.of("enforcement")));
        String token = ApiClient.of(redress.ports().controlUrl())
                .post("/dev/tokens", request)
                .json()
                .getString("access_token");
        return ApiClient.of(redress.ports().url(ServiceName.GATEWAY)).as(token);
    }
}
