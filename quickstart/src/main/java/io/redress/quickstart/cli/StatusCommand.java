package io.redress.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.suite.Instance;
import io.redress.quickstart.suite.ProcessTable;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.SuiteFile;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "status", description = "Says how each service is.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private Redress redress;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "As one JSON document.")
    private boolean asJson;

    @Override
    public Integer call() {
        SuiteFile running = redress.suite().running();
        List<ProcessTable.Row> processes = redress.suite().processes();
        ObjectNode status = JSON.createObjectNode();
        ArrayNode services = status.putArray("services");
        boolean allReady = true;
        for (Instance instance : instances(running, processes)) {
            ObjectNode line = of(instance);
            process(processes, instance.name()).ifPresent(row -> process(line, row));
            services.add(line);
            allReady &= line.path("ready").asBoolean();
        }
        ArrayNode parts = status.putArray("processes");
        ObjectNode own = parts.addObject().put("name", "suite").put("pid", running.pid());
        ResidentMemory.anonymousBytes(running.pid()).ifPresent(bytes -> own.put("rssAnonBytes", bytes));
        processes.stream()
                .filter(row -> row.instance().isEmpty())
                .forEach(row -> process(parts.addObject().put("name", row.name()), row));
        status.put("ready", allReady);
        status.put("smtpPort", running.ports().smtp());
        status.put("now", clock());
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(status.toPrettyString());
        } else {
            StatusTable.print(out, status);
        }
        return allReady ? Redress.HELD : Redress.FAILED;
    }

    /** In order of services; one each where the suite is one process. */
    private static List<Instance> instances(SuiteFile running, List<ProcessTable.Row> processes) {
        List<Instance> known =
                processes.stream().flatMap(row -> row.instance().stream()).toList();
        return Stream.of(ServiceName.values())
                .flatMap(service -> known.isEmpty()
                        ? Stream.of(new Instance(
                                service,
                                1,
                                running.ports().http(service),
                                running.ports().management(service)))
                        : known.stream().filter(instance -> instance.service() == service))
                .toList();
    }

    private static Optional<ProcessTable.Row> process(List<ProcessTable.Row> processes, String name) {
        return processes.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    private static void process(ObjectNode line, ProcessTable.Row row) {
        line.put("pid", row.pid()).put("starts", row.starts());
        ResidentMemory.anonymousBytes(row.pid()).ifPresent(bytes -> line.put("rssAnonBytes", bytes));
    }

    private ObjectNode of(Instance instance) {
        HttpJson management = redress.suite().management(instance);
        ObjectNode line = JSON.createObjectNode();
        line.put("service", instance.name());
        line.put("port", instance.http());
        line.put("ready", readyStatus(management));
        JsonNode info = ask(management, "/info");
        line.put("version", info.path("version").asText("?"));
        if (instance.service().messages()) {
            JsonNode activity = ask(management, "/activity");
            for (String number : new String[] {"outboxRows", "consumerLag", "parkedEvents", "deadLetters"}) {
                line.put(number, activity.path(number).asLong(-1));
            }
            line.put("outboxAgeSeconds", activity.path("outboxAgeSeconds").asDouble(-1));
        }
        return line;
    }

    private static boolean readyStatus(HttpJson management) {
        try {
            return management.get("/readyz", Map.of()).succeeded();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static JsonNode ask(HttpJson management, String path) {
        try {
            HttpAnswer answer = management.get(path, Map.of());
            return answer.succeeded() ? answer.body() : MissingNode.getInstance();
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }

    private String clock() {
        try {
            return redress.suite()
                    .control()
                    .get("/control/clock", Map.of())
                    .body()
                    .path("now")
                    .asText();
        } catch (UncheckedIOException e) {
            return "?";
        }
    }
}
