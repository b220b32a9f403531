package io.redress.benchmarks.hop;

import io.redress.benchmarks.Settings;
import io.redress.benchmarks.hop.Proxies.Running;
import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.machine.CpuClock;
import io.redress.benchmarks.machine.Tools;
import io.redress.benchmarks.opencase.MerchantTokens;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.ResultFile;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.rounds.Rounds;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Program;
import io.redress.benchmarks.suite.Service;
import io.redress.benchmarks.suite.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * J7, one hop: through the gateway with token, scope, rate limit and trace context; beside nginx and Spring Cloud
 * Gateway, which do nothing of that and only pass on.
 */
public final class GatewayHopJob {

    private static final int OPERATIONS = 10_000;
    /** Its time is so short that the steps of the clock would show. */
    private static final int NGINX_OPERATIONS = 40_000;

    private static final int WARM_UP = 60_000;
    private static final double LIMIT_FLOOR = 6.0;
    private static final double LIMIT_TARGET = 3.0;
    private static final double PEER_FLOOR = 1.0;
    private static final double PEER_TARGET = 0.5;
    private static final String NGINX = "nginx, bare";
    private static final String BODY =
            "{\"kind\":\"PENALTY_APPEAL\",\"penaltyId\":\"pen_0190a8c1-0000-7000-8000-000000000000\"}";

    private final Infrastructure infrastructure;
    private final Settings settings;
    private final MerchantTokens tokens;

    public GatewayHopJob(Infrastructure infrastructure, Settings settings) {
        this.infrastructure = infrastructure;
        this.settings = settings;
        this.tokens = new MerchantTokens(infrastructure.issuer());
    }

    /** Fails if a request was not answered by the upstream, never for a figure. */
    public List<Row> run() {
        Optional<Path> tool = Tools.nginx();
        if (tool.isEmpty()) {
            System.out.println("nginx is missing (Debian: nginx-light): J7 has no limit");
        }
        try (Running upstream = Proxies.upstream(infrastructure);
                ServiceProcess gateway = infrastructure.start(Service.GATEWAY, everywhere(upstream.port()));
                Running spring = Proxies.springGateway(infrastructure, upstream.port())) {
            if (tool.isEmpty()) {
                return rows(upstream, gateway, Optional.empty(), spring);
            }
            try (Running nginx = Proxies.nginx(infrastructure, tool.get(), upstream.port())) {
                return rows(upstream, gateway, Optional.of(nginx), spring);
            }
        }
    }

    private static Map<String, String> everywhere(int port) {
        Map<String, String> urls = new HashMap<>();
        for (Service service : Service.values()) {
            service.urlVariable().ifPresent(variable -> urls.put(variable, "http://127.0.0.1:" + port));
        }
        return urls;
    }

    private List<Row> rows(Running upstream, ServiceProcess gateway, Optional<Running> nginx, Running spring) {
        IntFunction<Call> reads = number -> Call.get("/v1/cases/cas_" + number % 1_000, tokens.of(number));
        IntFunction<Call> writes = number -> Call.post("/v1/cases", tokens.of(number), "bench-key-" + number, BODY);
        return List.of(
                row("J7 gateway hop, GET", 200, reads, upstream, gateway, nginx, spring),
                row("J7 gateway hop, POST", 201, writes, upstream, gateway, nginx, spring));
    }

    private Row row(
            String job,
            int status,
            IntFunction<Call> calls,
            Running upstream,
            ServiceProcess gateway,
            Optional<Running> nginx,
            Running spring) {
        List<Hop> hops = new ArrayList<>();
        hops.add(hop("gateway", gateway.program(), gateway.port(), OPERATIONS, status, calls));
        nginx.ifPresent(
                running -> hops.add(hop("nginx", running.program(), running.port(), NGINX_OPERATIONS, status, calls)));
        hops.add(hop("Spring Cloud Gateway 4.3, bare", spring.program(), spring.port(), OPERATIONS, status, calls));
        long before = answered(upstream);
        List<Measured> measured = new Rounds(CpuClock.ofThisMachine(), settings.rounds()).measure(hops);
        long expected = hops.stream().mapToLong(Hop::answered).sum();
        long found = answered(upstream) - before;
        hops.forEach(Hop::close);
        if (found != expected) {
            throw new IllegalStateException("the upstream answered " + found + " of " + expected);
        }
        Measured ours = measured.get(0);
        Measured peer = measured.get(measured.size() - 1);
        Comparison limit = nginx.isPresent()
                ? Comparison.of(ours, measured.get(1), NGINX, LIMIT_FLOOR, LIMIT_TARGET)
                : Comparison.missing(NGINX, LIMIT_FLOOR, LIMIT_TARGET);
        return new Row(
                job,
                "CPU µs",
                ours.estimate(),
                List.of(limit, Comparison.of(ours, peer, peer.name(), PEER_FLOOR, PEER_TARGET)),
                ResultFile.details(measured));
    }

    private Hop hop(String name, Program program, int port, int operations, int status, IntFunction<Call> calls) {
        return new Hop(
                infrastructure,
                name,
                program,
                port,
                operations / settings.scale(),
                WARM_UP / settings.scale(),
                status,
                calls);
    }

    private long answered(Running upstream) {
        try (ClosedLoop loop = new ClosedLoop(infrastructure.vertx(), upstream.port())) {
            return Long.parseLong(
                    loop.one(Call.get(UpstreamMain.COUNT, ""), 200).toString());
        }
    }
}
