package io.redress.e2e;

import io.redress.quickstart.cli.Redress;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.SuiteFile;
import io.redress.quickstart.suite.SuitePorts;
import io.redress.testkit.ChildProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The real command line, each command a process of its own, with a data directory and free ports of its own. */
final class CommandLine implements AutoCloseable {

    static final int SERVICES_WITH_HISTORY = ServiceName.values().length;

    /** Above the ports that {@code FreePorts} gives, below the range from which the system hands them out. */
    private static final int LOWEST = 28_000;

    private static final int HIGHEST = 31_700;
    /** What any command line of this process has; a suite binds its ports a while after they were chosen. */
    private static final Set<Integer> TAKEN = new HashSet<>();

    private static final int MANAGEMENT_OFFSET = 1000;

    /** How a command ended and what it printed. */
    record Ended(int exit, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        String lastLine() {
            return lines().isEmpty() ? "" : lines().get(lines().size() - 1);
        }
    }

    private final Path directory;
    private final Path data;
    private final SuitePorts ports = freePorts();

    private final Map<String, String> environment = new HashMap<>();

    /** @param directory where the commands are typed; the suite's data are in {@code data} beneath it */
    CommandLine(Path directory) {
        this.directory = directory;
        this.data = directory.resolve("data");
        environment.put("REDRESS_DATA_DIR", data.toString());
    }

    CommandLine with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path data() {
        return data;
    }

    SuitePorts ports() {
        return ports;
    }

    /** What {@code suite.json} says of the process that runs. */
    SuiteFile suite() {
        return SuiteFile.read(data).orElseThrow(() -> new AssertionError("no suite in " + data));
    }

    Ended run(String... arguments) {
        List<String> options = List.of(
                "-Xmx256m", "-Dlogback.configurationFile=logback-cli.xml", "-Dredress.root=" + ProjectRoot.find());
        try (ChildProcess process = start(options, arguments)) {
            return new Ended(process.exit(), process.out(), process.err());
        }
    }

    /** {@code up} on this suite's own ports. */
    Ended up(String... options) {
        return run(upArguments(options));
    }

    /** {@code up --foreground}, as the script starts it. */
    ChildProcess foreground(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--foreground");
        return start(
                List.of("-Xmx1g", "-Dlogback.configurationFile=logback-suite.xml"),
                upArguments(all.toArray(String[]::new)));
    }

    private ChildProcess start(List<String> options, String... arguments) {
        return ChildProcess.java(directory, Redress.class, environment, options, arguments);
    }

    private String[] upArguments(String... options) {
        List<String> all = new ArrayList<>(List.of("up"));
        Map<String, Integer> given = Map.of(
                "gateway", ports.http(ServiceName.GATEWAY),
                "cases", ports.http(ServiceName.CASES),
                "penalties", ports.http(ServiceName.PENALTIES),
                "refunds", ports.http(ServiceName.REFUNDS),
                "notifications", ports.http(ServiceName.NOTIFICATIONS),
                "control", ports.control(),
                "pg", ports.postgres(),
                "kafka", ports.kafka(),
                "smtp", ports.smtp());
        given.forEach((name, port) -> all.addAll(List.of("--port-" + name, Integer.toString(port))));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    /** Ends the suite whatever state a failed test has left it in. */
    @Override
    public void close() {
        if (SuiteFile.read(data).filter(SuiteFile::alive).isPresent()) {
            run("down");
        }
    }

    private static SuitePorts freePorts() {
        Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            http.put(service, free());
        }
        return SuitePorts.of(free(), free(), free(), free(), http);
    }

    /** A port that is free, and the one a thousand higher too. */
    private static synchronized int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            boolean known = TAKEN.contains(port) || TAKEN.contains(port + MANAGEMENT_OFFSET);
            if (!known && nobodyListens(port) && nobodyListens(port + MANAGEMENT_OFFSET)) {
                TAKEN.add(port);
                TAKEN.add(port + MANAGEMENT_OFFSET);
                return port;
            }
        }
    }

    private static boolean nobodyListens(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
