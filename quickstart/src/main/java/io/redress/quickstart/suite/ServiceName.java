package io.redress.quickstart.suite;

import java.util.Optional;
import java.util.stream.Stream;

/** The five services, in the order in which they are started. */
public enum ServiceName {
    PENALTIES("penalty-service", "penalties", 8082),
    CASES("case-service", "cases", 8081),
    REFUNDS("refund-service", "refunds", 8083),
    NOTIFICATIONS("notification-service", "notifications", 8084),
    GATEWAY("gateway", "gateway", 8080);

    private final String service;
    private final String schema;
    private final int defaultPort;

    ServiceName(String service, String schema, int defaultPort) {
        this.service = service;
        this.schema = schema;
        this.defaultPort = defaultPort;
    }

    /** The name in logs, consumer groups and Kafka principals. */
    public String service() {
        return service;
    }

    public String schema() {
        return schema;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** Publishes and reads events: has an outbox and consumers of its own. The gateway keeps data without. */
    public boolean messages() {
        return switch (this) {
            case PENALTIES, CASES, REFUNDS, NOTIFICATIONS -> true;
            case GATEWAY -> false;
        };
    }

    /** By the service's name or its schema's. */
    public static Optional<ServiceName> find(String name) {
        return Stream.of(values())
                .filter(each -> each.service.equals(name) || each.schema.equals(name))
                .findFirst();
    }
}
