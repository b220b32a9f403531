package io.redress.quickstart.cli;

import io.redress.infra.PgUrl;
import io.redress.quickstart.suite.ExternalKafka;
import io.redress.quickstart.suite.ProcessPlan;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.SuiteConfig;
import io.redress.quickstart.suite.SuiteFile;
import io.redress.quickstart.suite.SuiteMain;
import io.redress.quickstart.suite.SuitePorts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Starts the suite in the background and returns when it is ready.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @ParentCommand
    private Redress redress;

    @Spec
    private CommandSpec spec;

    @Option(names = "--foreground", description = "Stay in this process until it is told to stop.")
    private boolean foreground;

    @Option(names = "--fresh", description = "Forget the data of an earlier suite first.")
    private boolean fresh;

    @Option(
            names = "--processes",
            description =
                    "Run the broker, Postgres and every service as processes of their own, which are started again"
                            + " when they end.")
    private boolean processes;

    @Option(
            names = "--replicas",
            paramLabel = "SERVICE=N",
            split = ",",
            description = "With --processes: how many instances of a service.")
    private Map<String, Integer> replicas = new LinkedHashMap<>();

    @Option(names = "--port-gateway", defaultValue = "8080", description = "Default ${DEFAULT-VALUE}.")
    private int portGateway;

    @Option(names = "--port-cases", defaultValue = "8081", description = "Default ${DEFAULT-VALUE}.")
    private int portCases;

    @Option(names = "--port-penalties", defaultValue = "8082", description = "Default ${DEFAULT-VALUE}.")
    private int portPenalties;

    @Option(names = "--port-refunds", defaultValue = "8083", description = "Default ${DEFAULT-VALUE}.")
    private int portRefunds;

    @Option(names = "--port-notifications", defaultValue = "8084", description = "Default ${DEFAULT-VALUE}.")
    private int portNotifications;

    @Option(
            names = "--port-control",
            defaultValue = "8090",
            description = "Suite control and development issuer; default ${DEFAULT-VALUE}.")
    private int portControl;

    @Option(names = "--port-pg", defaultValue = "15432", description = "Default ${DEFAULT-VALUE}.")
    private int portPostgres;

    @Option(names = "--port-kafka", defaultValue = "19092", description = "Default ${DEFAULT-VALUE}.")
    private int portKafka;

    @Option(
            names = "--port-smtp",
            defaultValue = "8025",
            description = "The mail server that takes every notice; default ${DEFAULT-VALUE}.")
    private int portSmtp;

    @Option(
            names = "--pg-url",
            description = "Superuser of an empty database to use: postgresql://user:password@host:port/database.")
    private String postgresUrl;

    @Option(names = "--kafka", description = "Bootstrap address of a broker to use; needs --kafka-passwords.")
    private String kafka;

    @Option(
            names = "--kafka-passwords",
            description = "Properties with the SASL/PLAIN password of admin, each service and marketplace.")
    private Path kafkaPasswords;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path data = redress.dataDirectory();
        SuiteConfig config = new SuiteConfig(
                data, ports(), Optional.ofNullable(postgresUrl).map(PgUrl::parse), externalKafka(), plan());
        Optional<SuiteFile> running = redress.suite().process();
        if (running.isPresent() && !fresh) {
            out.println("A suite is already there, process " + running.get().pid() + ".");
            return new StartWatch(out, data).waitFor(running.get(), Optional.empty());
        }
        if (fresh) {
            if (postgresUrl != null || kafka != null) {
                throw new IllegalArgumentException("--fresh does not empty an external database or broker");
            }
            running.ifPresent(suite -> DownCommand.stop(suite, data, out));
            DataDirectory.empty(data);
        }
        if (foreground) {
            return SuiteMain.run(config, System.getenv());
        }
        return new StartWatch(out, data).start(config);
    }

    private Optional<ProcessPlan> plan() {
        if (!processes && !replicas.isEmpty()) {
            throw new IllegalArgumentException("--replicas needs --processes");
        }
        Map<ServiceName, Integer> counts = new EnumMap<>(ServiceName.class);
        replicas.forEach((name, count) -> counts.put(
                ServiceName.find(name).orElseThrow(() -> new IllegalArgumentException("no service " + name)), count));
        Path root = Path.of(System.getProperty("redress.root", "."));
        return processes ? Optional.of(ProcessPlan.of(root.toAbsolutePath().normalize(), counts)) : Optional.empty();
    }

    private Optional<ExternalKafka> externalKafka() {
        if ((kafka == null) != (kafkaPasswords == null)) {
            throw new IllegalArgumentException("--kafka and --kafka-passwords go together");
        }
        return Optional.ofNullable(kafka)
                .map(bootstrap -> new ExternalKafka(bootstrap, kafkaPasswords.toAbsolutePath()));
    }

    private SuitePorts ports() {
        Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
        http.put(ServiceName.GATEWAY, portGateway);
        http.put(ServiceName.CASES, portCases);
        http.put(ServiceName.PENALTIES, portPenalties);
        http.put(ServiceName.REFUNDS, portRefunds);
        http.put(ServiceName.NOTIFICATIONS, portNotifications);
        return SuitePorts.of(portControl, portPostgres, portKafka, portSmtp, http);
    }
}
