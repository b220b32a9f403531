package io.redress.quickstart.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a running suite leaves in its data directory so that the command line finds it: process id and ports.
 *
 * @param pid process id of the suite
 */
public record SuiteFile(long pid, SuitePorts ports) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "suite.json";

    public static Optional<SuiteFile> read(Path dataDirectory) {
        Path file = dataDirectory.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            JsonNode json = JSON.readTree(Files.readString(file));
            JsonNode ports = json.path("ports");
            Map<ServiceName, Integer> http = new EnumMap<>(ServiceName.class);
            Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
            for (ServiceName service : ServiceName.values()) {
                http.put(service, ports.path(service.service()).path("http").asInt());
                management.put(
                        service,
                        ports.path(service.service()).path("management").asInt());
            }
            SuitePorts read = new SuitePorts(
                    ports.path("control").asInt(),
                    ports.path("postgres").asInt(),
                    ports.path("kafka").asInt(),
                    ports.path("smtp").asInt(),
                    http,
                    management);
            return Optional.of(new SuiteFile(json.path("pid").asLong(), read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Path dataDirectory) {
        ObjectNode json = JSON.createObjectNode();
        json.put("pid", pid);
        ObjectNode all = json.putObject("ports");
        all.put("control", ports.control());
        all.put("postgres", ports.postgres());
        all.put("kafka", ports.kafka());
        all.put("smtp", ports.smtp());
        for (ServiceName service : ServiceName.values()) {
            all.putObject(service.service())
                    .put("http", ports.http(service))
                    .put("management", ports.management(service));
        }
        try {
            Files.createDirectories(dataDirectory);
            Path fresh = dataDirectory.resolve(NAME + ".new");
            Files.writeString(fresh, json.toPrettyString() + "\n", StandardCharsets.UTF_8);
            Files.move(fresh, dataDirectory.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void remove(Path dataDirectory) {
        try {
            Files.deleteIfExists(dataDirectory.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process is there and is a Java process: a pid may have been given to another program since. */
    public boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.contains("java"))
                        .orElse(true))
                .isPresent();
    }
}
