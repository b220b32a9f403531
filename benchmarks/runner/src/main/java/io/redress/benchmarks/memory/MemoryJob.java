package io.redress.benchmarks.memory;

import io.redress.benchmarks.Settings;
import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.machine.AnonymousMemory;
import io.redress.benchmarks.opencase.MerchantTokens;
import io.redress.benchmarks.opencase.Penalties;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.stats.Estimate;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Program;
import io.redress.benchmarks.suite.Service;
import io.redress.benchmarks.suite.ServiceProcess;
import io.redress.benchmarks.suite.Services;
import io.redress.infra.FreePorts;
import io.redress.infra.Provisioning;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * J9, memory: the five services as processes, idle and after requests through the gateway; beside a process of the same
 * libraries that does next to nothing. Each sample is of processes newly started.
 */
public final class MemoryJob {

    private static final int SAMPLES = 3;
    private static final int CASES = 3_000;
    private static final int READS = 24_000;
    private static final long SETTLE_SECONDS = 10;
    private static final double KIB_PER_MIB = 1_024;
    private static final double FLOOR = 1.5;
    private static final double TARGET = 1.2;
    private static final long SEED = 9;
    private static final List<String> LISTS =
            List.of("/v1/cases", "/v1/rulebooks", "/v1/claims?merchantId=%s", "/v1/notices");

    private final Infrastructure infrastructure;
    private final MerchantTokens tokens;
    private final int samples;
    private final int scale;

    public MemoryJob(Infrastructure infrastructure, Settings settings) {
        this.infrastructure = infrastructure;
        this.tokens = new MerchantTokens(infrastructure.issuer());
        this.samples = settings.scale() > 1 ? 1 : SAMPLES;
        this.scale = settings.scale();
    }

    /** MiB of each process, by sample. */
    private static final class Samples {
        private final Map<Service, double[]> services = new EnumMap<>(Service.class);
        private final double[] bare;

        Samples(int count) {
            for (Service service : Service.values()) {
                services.put(service, new double[count]);
            }
            bare = new double[count];
        }
    }

    /** Fails if a request was refused, never for a figure. */
    public List<Row> run() {
        Samples idle = new Samples(samples);
        Samples loaded = new Samples(samples);
        String[] series = {"a000", "a001", "a002"};
        for (int sample = 0; sample < samples; sample++) {
            services(sample, new Penalties(series[sample]), idle, loaded);
            bare(sample, idle, loaded);
        }
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows("idle", idle));
        rows.addAll(rows("after load", loaded));
        return rows;
    }

    private void services(int sample, Penalties penalties, Samples idle, Samples loaded) {
        try (Services five = Services.start(infrastructure)) {
            penalties.prepare(infrastructure.postgres(), CASES / scale);
            settle();
            five.all().forEach((service, process) -> idle.services.get(service)[sample] = mebibytes(process));
            try (ClosedLoop loop = new ClosedLoop(
                    infrastructure.vertx(), five.all().get(Service.GATEWAY).port())) {
                loop.run(CASES / scale, 201, number -> penalties.open(number, tokens.of(number)));
                loop.run(READS / scale, 200, number -> Call.get(list(number), tokens.of(number)));
            }
            settle();
            five.all().forEach((service, process) -> loaded.services.get(service)[sample] = mebibytes(process));
        }
    }

    private static String list(int number) {
        return String.format(LISTS.get(number % LISTS.size()), Penalties.merchant(number));
    }

    private void bare(int sample, Samples idle, Samples loaded) {
        int port = FreePorts.next();
        Map<String, String> environment = new HashMap<>();
        environment.put("BENCH_PORT", Integer.toString(port));
        environment.put("BENCH_PG_URL", infrastructure.postgres().serviceUrl());
        environment.put("BENCH_PG_USER", Provisioning.app("cases"));
        environment.put("BENCH_PG_PASSWORD", Infrastructure.passwordOf(Provisioning.app("cases")));
        environment.put("BENCH_SENDS", "refunds.events.v1");
        environment.put("BENCH_READS", "cases.events.v1");
        environment.put("BENCH_KAFKA_group.id", "refund-service");
        infrastructure
                .kafkaClient("refund-service")
                .forEach((name, value) -> environment.put("BENCH_KAFKA_" + name, value));
        try (Program program = Program.startTalking(
                        "bare",
                        infrastructure.directory(),
                        environment,
                        infrastructure.jvm().command(BareMain.class.getName()));
                ClosedLoop loop = new ClosedLoop(infrastructure.vertx(), port)) {
            program.nextLine();
            settle();
            idle.bare[sample] = mebibytes(program);
            loop.run((CASES + READS) / scale, 200, number -> Call.get("/work", ""));
            settle();
            loaded.bare[sample] = mebibytes(program);
        }
    }

    private List<Row> rows(String when, Samples samples) {
        List<Row> rows = new ArrayList<>();
        double[] sums = new double[this.samples];
        double[] bareFive = Arrays.stream(samples.bare)
                .map(one -> one * Service.values().length)
                .toArray();
        samples.services.forEach((service, mebibytes) -> {
            rows.add(row("J9 " + service.serviceName() + ", " + when, mebibytes, "bare composition", samples.bare));
            for (int sample = 0; sample < sums.length; sample++) {
                sums[sample] += mebibytes[sample];
            }
        });
        rows.add(row("J9 all five, " + when, sums, "five times bare", bareFive));
        return rows;
    }

    private static Row row(String job, double[] ours, String other, double[] others) {
        Comparison comparison = new Comparison(
                other,
                Optional.of(Estimate.of(others, SEED)),
                Optional.of(Estimate.ofRatios(ours, others, SEED)),
                FLOOR,
                TARGET);
        return new Row(job, "RssAnon MiB", Estimate.of(ours, SEED), List.of(comparison), new JsonObject());
    }

    private static double mebibytes(ServiceProcess process) {
        return mebibytes(process.program());
    }

    private static double mebibytes(Program program) {
        return AnonymousMemory.kibibytes(program.pid()) / KIB_PER_MIB;
    }

    private static void settle() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SETTLE_SECONDS));
    }
}
