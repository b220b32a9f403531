package io.redress.quickstart.suite;

import io.redress.quickstart.http.HttpJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The processes of a suite: its services from their own jars, and what else of it is a process of its own. */
public final class SuiteProcesses implements RunningServices {

    private static final String JVM_OPTIONS =
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -XX:+ExitOnOutOfMemoryError";
    private static final Duration PROBE = Duration.ofSeconds(2);

    private final Path data;
    private final ProcessPlan plan;
    private final String jvmOptions;
    private final PackagedJars jars;
    private final List<Instance> instances;
    private final Map<Instance, KeptProcess> services = new LinkedHashMap<>();
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final ExecutorService keeper = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "keeper");
        thread.setDaemon(true);
        return thread;
    });

    /** @param environment of this process: {@code REDRESS_JAVA_OPTS} are the options of the services' JVMs */
    SuiteProcesses(SuiteConfig config, ProcessPlan plan, Map<String, String> environment) {
        this.data = config.dataDirectory();
        this.plan = plan;
        this.jvmOptions = environment.getOrDefault("REDRESS_JAVA_OPTS", JVM_OPTIONS);
        this.jars = new PackagedJars(plan.root(), data.resolve("jars"));
        this.instances = plan.instances(config.ports());
        ProcessTable.endLeftovers(data);
    }

    ExecutorService keeper() {
        return keeper;
    }

    /** A part of the suite that is to stand in the table of processes. */
    <T extends Part> T add(T part) {
        parts.add(part);
        return part;
    }

    /** A process that runs a module's packaged jar. */
    KeptProcess.Command command(
            String module, String name, List<String> options, List<Path> inFront, Map<String, String> environment) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(PackagedJars.arguments(jars.copy(module), inFront));
        return new KeptProcess.Command(line, environment, log(name));
    }

    @Override
    public void start(ServiceEnvironment environment) {
        for (Instance instance : instances) {
            ServiceName service = instance.service();
            Map<String, String> variables = new LinkedHashMap<>(environment.of(instance));
            variables.put("REDRESS_CLOCK", "suite");
            if (service.messages()) {
                // one that is started again takes its partitions back at once
                variables.put("REDRESS_KAFKA_INSTANCE", instance.name());
            }
            variables.putAll(plan.environment().getOrDefault(service, Map.of()));
            KeptProcess.Command command = command(
                    service.service(),
                    instance.name(),
                    Arrays.asList(jvmOptions.strip().split("\\s+")),
                    plan.classPathInFront().getOrDefault(service, List.of()),
                    variables);
            services.put(
                    instance,
                    add(new KeptProcess(instance.name(), command, () -> ready(instance), keeper, this::changed)));
        }
        services.values().forEach(KeptProcess::launch);
        services.values().forEach(Part::awaitReady);
    }

    @Override
    public void stop(ServiceName service) {
        of(service).forEach(Part::stop);
    }

    @Override
    public void start(ServiceName service) {
        of(service).forEach(Part::start);
    }

    @Override
    public List<Instance> instances() {
        return instances;
    }

    /** Everything that is a process of its own: instances of services by their names, {@code kafka}, {@code postgres}. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** @throws IllegalArgumentException if there is no such part */
    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process " + name));
    }

    /** The gateway first; the services side by side. */
    @Override
    public void stopAll() {
        stop(ServiceName.GATEWAY);
        services.values().stream().parallel().forEach(Part::stop);
    }

    /** Kills everything at once, and nothing is started again; for a process that is ended itself. */
    public void end() {
        parts.stream().parallel().forEach(Part::end);
        ProcessTable.remove(data);
    }

    /** After everything has been stopped. */
    void close() {
        keeper.shutdownNow();
        try {
            keeper.awaitTermination(PROBE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ProcessTable.remove(data);
    }

    /** A part has a new process. */
    synchronized void changed() {
        List<ProcessTable.Row> rows = new ArrayList<>();
        for (Part part : parts) {
            if (part.pid().isEmpty()) {
                continue;
            }
            long pid = part.pid().getAsLong();
            Instant since = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().startInstant())
                    .orElse(Instant.EPOCH);
            Optional<Instance> instance = instances.stream()
                    .filter(each -> each.name().equals(part.name()))
                    .findFirst();
            rows.add(new ProcessTable.Row(part.name(), pid, since, part.starts(), instance));
        }
        ProcessTable.write(data, rows);
    }

    private List<KeptProcess> of(ServiceName service) {
        return services.entrySet().stream()
                .filter(each -> each.getKey().service() == service)
                .map(Map.Entry::getValue)
                .toList();
    }

    private Path log(String name) {
        try {
            return Files.createDirectories(data.resolve("logs")).resolve(name + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ready(Instance instance) {
        try {
            return new HttpJson("http://127.0.0.1:" + instance.management(), PROBE)
                    .get("/readyz", Map.of())
                    .succeeded();
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
