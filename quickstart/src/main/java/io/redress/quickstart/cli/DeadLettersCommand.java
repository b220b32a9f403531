package io.redress.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.quickstart.suite.ServiceName;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "dead-letters",
        description = "Shows the events that services could not handle, has them handled again, discards them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[list|show|parked|replay|discard]")
final class DeadLettersCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("dlt_([a-z]+)_\\d+");

    /** As the contract names them. */
    enum State {
        OPEN,
        REPLAYED,
        DISCARDED
    }

    @ParentCommand
    private Redress redress;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "As one JSON document.")
    private boolean asJson;

    @Option(
            names = "--service",
            scope = ScopeType.INHERIT,
            paramLabel = "S",
            description = "Of this service only, by its name or its schema's.")
    private String service;

    @Option(
            names = "--as",
            scope = ScopeType.INHERIT,
            paramLabel = "ID",
            description = "The operator; default: operator. Kept with what is replayed and discarded.")
    private String operator = "operator";

    @Override
    public Integer call() {
        return list(State.OPEN);
    }

    @Command(name = "list", description = "Lists them, oldest first.", mixinStandardHelpOptions = true)
    int list(
            @Option(
                            names = "--state",
                            defaultValue = "OPEN",
                            paramLabel = "STATE",
                            description = "${COMPLETION-CANDIDATES}; OPEN unless given.")
                    State state) {
        return listed((desk, name) -> desk.list(name, state.name()), DeadLetterText::letters);
    }

    @Command(
            name = "parked",
            description = "Lists the events that wait for their turn.",
            mixinStandardHelpOptions = true)
    int parked() {
        return listed(DeadLetterDesk::parked, DeadLetterText::parked);
    }

    @Command(
            name = "show",
            description = "Shows one, its envelope and what waits behind it.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID", description = "For example dlt_penalties_17.") String id) {
        ServiceName name = of(id);
        JsonNode letter = desk().show(name, id);
        print(letter, out -> DeadLetterText.whole(letter).forEach(out::println));
        return Redress.HELD;
    }

    @Command(
            name = "replay",
            description = "Has those of one key, or all, handled again in order.",
            mixinStandardHelpOptions = true)
    int replay(
            @Option(names = "--topic", paramLabel = "T", description = "With --key.") String topic,
            @Option(names = "--key", paramLabel = "K", description = "Those of this key, at every service.") String key,
            @Option(names = "--all", description = "Key by key, oldest first.") boolean all) {
        boolean named = topic != null && key != null;
        if (all ? topic != null || key != null : !named) {
            throw new IllegalArgumentException("either --topic and --key, or --all");
        }
        Map<String, Object> body = all ? Map.of("scope", "ALL") : Map.of("scope", "KEY", "topic", topic, "key", key);
        List<ServiceName> services = services();
        DeadLetterDesk desk = desk();
        ArrayNode outcomes = JSON.createArrayNode();
        for (ServiceName name : services) {
            desk.replay(name, body).forEach(outcomes::add);
        }
        ObjectNode report = JSON.createObjectNode();
        report.set("keys", outcomes);
        print(report, out -> DeadLetterText.replayed(outcomes).forEach(out::println));
        boolean failed = DeadLetterText.stream(outcomes).anyMatch(outcome -> outcome.has("failed"));
        return failed ? Redress.FAILED : Redress.HELD;
    }

    @Command(name = "discard", description = "Closes one without handling it.", mixinStandardHelpOptions = true)
    int discard(
            @Parameters(paramLabel = "ID", description = "For example dlt_penalties_17.") String id,
            @Option(names = "--reason", required = true, paramLabel = "R", description = "Kept with it.")
                    String reason) {
        ServiceName name = of(id);
        JsonNode letter = desk().discard(name, id, reason);
        print(letter, out -> out.println("discarded " + id + ": " + reason));
        return Redress.HELD;
    }

    private int listed(
            BiFunction<DeadLetterDesk, ServiceName, List<JsonNode>> read, Function<JsonNode, List<String>> table) {
        List<ServiceName> services = services();
        DeadLetterDesk desk = desk();
        ArrayNode items = JSON.createArrayNode();
        for (ServiceName name : services) {
            for (JsonNode item : read.apply(desk, name)) {
                ObjectNode line = JSON.createObjectNode().put("service", name.service());
                line.setAll((ObjectNode) item);
                items.add(line);
            }
        }
        ObjectNode document = JSON.createObjectNode();
        document.set("items", items);
        print(document, out -> table.apply(items).forEach(out::println));
        return Redress.HELD;
    }

    private void print(JsonNode document, Consumer<PrintWriter> words) {
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(document.toPrettyString());
        } else {
            words.accept(out);
        }
    }

    private DeadLetterDesk desk() {
        return DeadLetterDesk.of(redress.suite(), operator);
    }

    private List<ServiceName> services() {
        List<ServiceName> all =
                Stream.of(ServiceName.values()).filter(ServiceName::messages).toList();
        if (service == null) {
            return all;
        }
        return List.of(ServiceName.find(service)
                .filter(ServiceName::messages)
                .orElseThrow(() -> new IllegalArgumentException("no service " + service + " reads events; these do: "
                        + String.join(
                                ", ", all.stream().map(ServiceName::service).toList()))));
    }

    /** An id names the schema that it is of. */
    private static ServiceName of(String id) {
        return Optional.of(ID.matcher(id))
                .filter(Matcher::matches)
                .flatMap(matcher -> ServiceName.find(matcher.group(1)))
                .filter(ServiceName::messages)
                .orElseThrow(() -> new IllegalArgumentException(id + " is no id such as dlt_penalties_17"));
    }
}
