package io.redress.benchmarks.opencase;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Ours: openCase over HTTP, and its events sent to the broker. */
final class OpenCases implements Contender, AutoCloseable {

    private static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int SETTLE = 32;

    private final Infrastructure infrastructure;
    private final ServiceProcess service;
    private final Penalties penalties;
    private final int operations;
    private final ClosedLoop loop;
    private final MerchantTokens tokens;
    private int opened;

    OpenCases(Infrastructure infrastructure, ServiceProcess service, Penalties penalties, int operations) {
        this.infrastructure = infrastructure;
        this.service = service;
        this.penalties = penalties;
        this.operations = operations;
        this.loop = new ClosedLoop(infrastructure.vertx(), service.port());
        this.tokens = new MerchantTokens(infrastructure.issuer());
    }

    /** How many penalties so many rounds take. */
    int needed(int rounds) {
        return 1 + warmUp() + SETTLE * (1 + 2 * rounds) + operations * 2 * rounds;
    }

    /** Opens the first case by itself and answers its id. */
    String first() {
        String caseId = new JsonObject(loop.one(call(opened), 201)).getString("id");
        opened++;
        return caseId;
    }

    /** How many cases must be there. */
    int opened() {
        return opened;
    }

    @Override
    public String name() {
        return "case-service";
    }

    @Override
    public int operations() {
        return operations;
    }

    @Override
    public int warmUp() {
        return operations * 14;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("service", service.program().pid(), true),
                new Part("postgres", infrastructure.postgres().pid(), true),
                new Part("broker", infrastructure.broker().pid(), false));
    }

    @Override
    public void wake() {
        service.program().resume();
        work(SETTLE);
        infrastructure.postgres().execute("CHECKPOINT");
    }

    @Override
    public void work(int count) {
        int first = opened;
        loop.run(count, 201, number -> call(first + number));
        opened += count;
        awaitPublished();
    }

    /** Until nothing waits for the relay. */
    void awaitPublished() {
        Awaitility.await("events are with the broker")
                .atMost(PUBLISHED_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(() ->
                        infrastructure.postgres().number("SELECT count(*) FROM (SELECT FROM cases.outbox LIMIT 1) o")
                                == 0);
    }

    private Call call(int number) {
        return penalties.open(number, tokens.of(number));
    }

    @Override
    public void rest() {
        service.program().pause();
    }

    @Override
    public void close() {
        loop.close();
    }
}
