package io.redress.benchmarks.suite;

import io.redress.infra.FreePorts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** All five, each knowing where the others are. */
public record Services(Map<Service, ServiceProcess> all) implements AutoCloseable {

    public static Services start(Infrastructure infrastructure) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        Map<String, String> urls = new HashMap<>();
        for (Service service : Service.values()) {
            int port = FreePorts.next();
            ports.put(service, port);
            service.urlVariable().ifPresent(variable -> urls.put(variable, "http://127.0.0.1:" + port));
        }
        Services started = new Services(new EnumMap<>(Service.class));
        try {
            ports.forEach((service, port) -> started.all.put(service, infrastructure.start(service, port, urls)));
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return started;
    }

    @Override
    public void close() {
        all.values().forEach(ServiceProcess::close);
    }
}
