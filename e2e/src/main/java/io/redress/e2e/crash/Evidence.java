package io.redress.e2e.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.e2e.SuiteAddress;
import io.redress.infra.EmbeddedKafka;
import io.redress.infra.PgUrl;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.suite.ServiceName;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/** What the suite's database, broker and management ports say. */
final class Evidence implements AutoCloseable {

    private static final Duration REST = Duration.ofSeconds(60);
    private static final Duration FACT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration ASK = Duration.ofSeconds(20);

    private final SuiteAddress address;
    private final Connection database;
    private final Admin broker;

    Evidence(SuiteAddress address) {
        this.address = address;
        PgUrl url = address.superuser();
        try {
            this.database = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        } catch (SQLException e) {
            throw new IllegalStateException("the suite's database cannot be read", e);
        }
        this.broker = Admin.create(Map.copyOf(kafka()));
    }

    long count(String sql, String... arguments) {
        return Long.parseLong(column(sql, arguments).get(0));
    }

    /** The first column of what a query finds. */
    List<String> column(String sql, String... arguments) {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return List.copyOf(found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Waits until a fact is one, for half a minute at most. */
    void await(Fact fact) {
        long end = System.nanoTime() + FACT.toNanos();
        while (count(fact.sql(), fact.argument()) != fact.expected() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Waits until nothing is unsent and nothing unhandled; what is still to be done after a minute, or nothing. */
    List<String> awaitRest() {
        long end = System.nanoTime() + REST.toNanos();
        // between two services' looks an event may be on its way, so quiet is two quiet looks in a row
        boolean quietBefore = false;
        while (true) {
            List<String> busy = busy();
            if (busy.isEmpty() && quietBefore) {
                return busy;
            }
            if (System.nanoTime() > end) {
                return List.of("not at rest: " + busy);
            }
            quietBefore = busy.isEmpty();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** What nobody should have to mend: dead letters, parked events, broken histories. */
    List<String> damage(ServiceName service) {
        List<String> damage = new ArrayList<>();
        String schema = service.schema();
        for (String table : List.of("outbox", "parked_event", "dead_letter")) {
            long rows = count("SELECT count(*) FROM " + schema + "." + table);
            if (rows > 0) {
                damage.add(rows + " rows in " + schema + "." + table);
            }
        }
        JsonNode audit = page(service, "/audit");
        if (!audit.path("problems").isArray() || !audit.path("problems").isEmpty()) {
            damage.add("audit of " + service.service() + ": " + audit.path("problems"));
        }
        return List.copyOf(damage);
    }

    /** Waits until the broker has been told of everything that the service has settled of a topic. */
    boolean awaitCommitted(ServiceName service, String topic) {
        long end = System.nanoTime() + REST.toNanos();
        String sql = "SELECT coalesce(sum(next), 0) FROM " + service.schema() + ".consumer_offset WHERE topic = ?";
        while (committed(service, topic) != count(sql, topic)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    /** How any client connects who may read everything. */
    Map<String, String> kafka() {
        return EmbeddedKafka.clientProperties(
                address.kafkaBootstrap(),
                EmbeddedKafka.ADMIN,
                address.kafkaPasswords().get(EmbeddedKafka.ADMIN));
    }

    private long committed(ServiceName service, String topic) {
        try {
            return broker
                    .listConsumerGroupOffsets(service.service())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(topic))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker tells no offsets of " + service.service(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<String> busy() {
        List<String> busy = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            if (service.messages()) {
                try {
                    JsonNode activity = page(service, "/activity");
                    if (activity.path("outboxRows").asLong(1) > 0
                            || activity.path("consumerLag").asLong(1) > 0
                            || activity.path("outstanding").asLong(1) > 0
                            || activity.path("dueDeadlines").asLong(1) > 0) {
                        busy.add(service.service() + " " + activity);
                    }
                } catch (UncheckedIOException e) {
                    busy.add(service.service() + " does not answer");
                }
            }
        }
        return busy;
    }

    private JsonNode page(ServiceName service, String path) {
        HttpAnswer answer = new HttpJson(address.management().get(service).get(0), ASK).get(path, Map.of());
        return answer.body();
    }

    @Override
    public void close() {
        broker.close(ASK);
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the suite's database cannot be left", e);
        }
    }
}
