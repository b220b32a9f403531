package io.redress.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.suite.ServiceName;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
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
        ObjectNode status = JSON.createObjectNode();
        ArrayNode services = status.putArray("services");
        boolean allReady = true;
        for (ServiceName service : ServiceName.values()) {
            ObjectNode line = of(service);
            services.add(line);
            allReady &= line.path("ready").asBoolean();
        }
        status.put("ready", allReady);
        status.put("smtpPort", redress.suite().running().ports().smtp());
        status.put("now", clock());
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(status.toPrettyString());
        } else {
            table(out, status);
        }
        return allReady ? Redress.HELD : Redress.FAILED;
    }

    private ObjectNode of(ServiceName service) {
        HttpJson management = redress.suite().management(service);
        ObjectNode line = JSON.createObjectNode();
        line.put("service", service.service());
        line.put("port", redress.suite().running().ports().http(service));
        line.put("ready", readyStatus(management));
        JsonNode info = ask(management, "/info");
        line.put("version", info.path("version").asText("?"));
        if (service.messages()) {
            JsonNode activity = ask(management, "/activity");
            for (String number : new String[] {"outboxRows", "consumerLag", "parkedEvents", "deadLetters"}) {
                line.put(number, activity.path(number).asLong(-1));
            }
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

    private static void table(PrintWriter out, JsonNode status) {
        String row = "%-22s %-6s %-10s %-16s %7s %6s %7s %6s";
        out.println(String.format(
                Locale.ROOT, row, "service", "port", "ready", "version", "outbox", "lag", "parked", "dead"));
        for (JsonNode service : status.path("services")) {
            out.println(String.format(
                            Locale.ROOT,
                            row,
                            service.path("service").asText(),
                            service.path("port").asText(),
                            service.path("ready").asBoolean() ? "ready" : "NOT READY",
                            service.path("version").asText(),
                            service.path("outboxRows").asText("-"),
                            service.path("consumerLag").asText("-"),
                            service.path("parkedEvents").asText("-"),
                            service.path("deadLetters").asText("-"))
                    .stripTrailing());
        }
        out.println("mail server on port " + status.path("smtpPort").asText());
        out.println("business time " + status.path("now").asText());
    }
}
