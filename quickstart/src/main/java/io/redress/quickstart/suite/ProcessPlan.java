package io.redress.quickstart.suite;

import io.redress.infra.FreePorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a suite runs whose broker, Postgres and services are processes of their own.
 *
 * @param root the project's directory, whose packaged jars are run
 * @param replicas how many instances of a service; one where it says nothing
 * @param environment further variables of a service's processes
 * @param classPathInFront what a service's classes are looked for in before its jar
 */
public record ProcessPlan(
        Path root,
        Map<ServiceName, Integer> replicas,
        Map<ServiceName, Map<String, String>> environment,
        Map<ServiceName, List<Path>> classPathInFront,
        Links links) {

    private static final int MAX_REPLICAS = 16;

    public ProcessPlan {
        replicas = Map.copyOf(replicas);
        environment = Map.copyOf(environment);
        classPathInFront = Map.copyOf(classPathInFront);
        replicas.forEach((service, count) -> {
            if (count < 1 || count > MAX_REPLICAS) {
                throw new IllegalArgumentException(
                        "instances of " + service.service() + " must be from 1 to " + MAX_REPLICAS + ", not " + count);
            }
        });
    }

    /** Nothing special about the processes. */
    public static ProcessPlan of(Path root, Map<ServiceName, Integer> replicas) {
        return new ProcessPlan(root, replicas, Map.of(), Map.of(), Links.DIRECT);
    }

    /** The first instance of a service listens on the suite's ports, further ones on free ports. */
    List<Instance> instances(SuitePorts ports) {
        List<Instance> instances = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            instances.add(new Instance(service, 1, ports.http(service), ports.management(service)));
            for (int number = 2; number <= replicas.getOrDefault(service, 1); number++) {
                instances.add(new Instance(service, number, FreePorts.next(), FreePorts.next()));
            }
        }
        return List.copyOf(instances);
    }

    /** {@code case-service=2,gateway=3}. */
    String replicasText() {
        return replicas.entrySet().stream()
                .map(each -> each.getKey().service() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** @throws IllegalArgumentException if the text is no such list */
    static Map<ServiceName, Integer> replicas(String text) {
        Map<ServiceName, Integer> replicas = new TreeMap<>();
        for (String each : text.split(",")) {
            if (!each.isBlank()) {
                String[] parts = each.split("=", 2);
                Optional<ServiceName> service = ServiceName.find(parts[0].strip());
                if (service.isEmpty() || parts.length < 2 || !parts[1].strip().matches("\\d{1,3}")) {
                    throw new IllegalArgumentException("not SERVICE=NUMBER: " + each);
                }
                replicas.put(service.get(), Integer.parseInt(parts[1].strip()));
            }
        }
        return replicas;
    }
}
