package io.redress.quickstart.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes of a suite, kept in its data directory for the command line, and for whoever has to end those that a
 * killed suite has left behind.
 */
public final class ProcessTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "processes.json";

    /**
     * One process.
     *
     * @param name of the part
     * @param since when the system started it: a pid may be given to another process later
     * @param starts how often the part has been started
     */
    public record Row(String name, long pid, Instant since, int starts, Optional<Instance> instance) {

        /** The process, if it still is that one. */
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(handle -> handle.info().startInstant().equals(Optional.of(since)));
        }
    }

    private ProcessTable() {}

    /** Empty if the suite has no processes beside its own. */
    public static List<Row> read(Path dataDirectory) {
        Path file = dataDirectory.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            List<Row> rows = new ArrayList<>();
            for (JsonNode row : JSON.readTree(Files.readString(file))) {
                Optional<Instance> instance = ServiceName.find(
                                row.path("service").asText())
                        .map(service -> new Instance(
                                service,
                                row.path("number").asInt(),
                                row.path("http").asInt(),
                                row.path("management").asInt()));
                rows.add(new Row(
                        row.path("name").asText(),
                        row.path("pid").asLong(),
                        Instant.parse(row.path("since").asText()),
                        row.path("starts").asInt(),
                        instance));
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path dataDirectory, List<Row> rows) {
        ArrayNode json = JSON.createArrayNode();
        for (Row row : rows) {
            var object = json.addObject()
                    .put("name", row.name())
                    .put("pid", row.pid())
                    .put("since", row.since().toString())
                    .put("starts", row.starts());
            row.instance().ifPresent(instance -> object.put(
                            "service", instance.service().service())
                    .put("number", instance.number())
                    .put("http", instance.http())
                    .put("management", instance.management()));
        }
        try {
            Path fresh = dataDirectory.resolve(NAME + ".new");
            Files.writeString(fresh, json.toPrettyString() + "\n", StandardCharsets.UTF_8);
            Files.move(fresh, dataDirectory.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is left of a suite that is gone itself; Postgres and everything else is forced to. */
    public static void endLeftovers(Path dataDirectory) {
        for (Row row : read(dataDirectory)) {
            row.process().ifPresent(process -> Signals.kill(process.pid()));
        }
        remove(dataDirectory);
    }

    static void remove(Path dataDirectory) {
        try {
            Files.deleteIfExists(dataDirectory.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
