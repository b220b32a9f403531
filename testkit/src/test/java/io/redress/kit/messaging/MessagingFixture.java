package io.redress.kit.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.config.Env;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Migrations;
import io.redress.kit.pg.PgConfig;
import io.redress.kit.pg.Tx;
import io.redress.kit.trace.Tracing;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The kit's messaging as refund-service would run it, on the JVM's Postgres and broker. */
final class MessagingFixture implements AutoCloseable {

    static final String SERVICE = "refund-service";
    static final String SCHEMA = "refunds";

    static final String OPERATOR = "op-1";
    static final Duration WINDOW = Duration.ofDays(28);

    private static final int LIMIT_SECONDS = 20;

    final TestInfrastructure infrastructure = TestInfrastructure.get();
    final Tracing tracing = Tracing.off(new Random(11));
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final Database database;
    private final KafkaConfig kafka;

    MessagingFixture() {
        Env env = new Env(infrastructure.environment(SERVICE, SCHEMA));
        PgConfig pg = PgConfig.from(env);
        kafka = KafkaConfig.from(env);
        Migrations.run(pg, SCHEMA);
        database = new Database(infrastructure.vertx(), pg, SCHEMA);
    }

    /** Each with a registry of its own, because a gauge shows one relay only. */
    OutboxRelay relay(MeterRegistry ownMetrics) {
        return relay(ownMetrics, Optional.empty());
    }

    OutboxRelay relay(MeterRegistry ownMetrics, Optional<CrashPoints> crashPoints) {
        return new OutboxRelay(
                infrastructure.vertx(),
                database,
                SCHEMA,
                kafka,
                MachineClock.system(),
                ownMetrics,
                tracing,
                crashPoints);
    }

    ConsumerLoop consumer(Duration patience, Map<String, EventHandler> handlers, Runnable afterCommit) {
        return consumer(patience, handlers, afterCommit, Optional.empty());
    }

    ConsumerLoop consumer(
            Duration patience,
            Map<String, EventHandler> handlers,
            Runnable afterCommit,
            Optional<CrashPoints> crashPoints) {
        return new ConsumerLoop(
                infrastructure.vertx(),
                database,
                SERVICE,
                kafka,
                MachineClock.system(),
                metrics,
                tracing,
                patience,
                new RetentionConfig(WINDOW),
                handlers,
                afterCommit,
                crashPoints);
    }

    /** The first open dead letter of a key. */
    DeadLetter openDeadLetter(ConsumerLoop consumer, String key) {
        DeadLetterFilter filter = new DeadLetterFilter(DeadLetter.State.OPEN, Optional.empty(), Optional.of(key));
        return await(database.read(
                        tx -> consumer.deadLetters().list(tx, filter, 0, 1).compose(found -> consumer.deadLetters()
                                .find(tx, found.get(0).id()))))
                .orElseThrow();
    }

    /** Closes the first open dead letter of a key as an operator does. */
    void discard(ConsumerLoop consumer, String key) {
        DeadLetters.Discarded discarded =
                consumer.deadLetters().discard(openDeadLetter(consumer, key), "entered by hand", OPERATOR);
        await(database.inTransaction(tx -> tx.apply(discarded.write())));
    }

    Replays.Report replay(ConsumerLoop consumer, String topic, String key) {
        return await(consumer.replays().replay(new Replays.Key(topic, key), OPERATOR));
    }

    /** Notes the event in table seen. */
    static Future<Handling> see(IncomingEvent event, Tx tx) {
        return tx.query(
                        "INSERT INTO seen (subject, sequence) VALUES ($1, $2)",
                        Tuple.of(event.subject(), event.sequence()))
                .map(Handling.HANDLED);
    }

    /** Sequences of a subject in the order in which they were handled. */
    List<Long> seen(String subject) {
        return rows(
                "SELECT sequence FROM seen WHERE subject = $1 ORDER BY id", Tuple.of(subject), row -> row.getLong(0));
    }

    long count(String sql, Object... arguments) {
        return rows(sql, Tuple.from(List.of(arguments)), row -> row.getLong(0)).get(0);
    }

    /** As {@link #count}, for threads on which nothing may be awaited; tables with their schema, parameters as in JDBC. */
    long countAside(String sql, String... arguments) {
        PgUrl superuser = infrastructure.postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
        try (var connection = DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password());
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not count", e);
        }
    }

    void run(String sql, Object... arguments) {
        await(database.inTransaction(tx -> tx.query(sql, Tuple.from(List.of(arguments)))));
    }

    private <T> List<T> rows(String sql, Tuple arguments, Function<Row, T> mapper) {
        return await(database.read(tx -> tx.query(sql, arguments)).map(rows -> {
            List<T> found = new ArrayList<>();
            rows.forEach(row -> found.add(mapper.apply(row)));
            return found;
        }));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("no answer in " + LIMIT_SECONDS + " s", e);
        }
    }

    /** Another process that wants the outbox; close it. */
    OtherRelay otherRelay() {
        return new OtherRelay(infrastructure.postgres().superuserUrl().withDatabase(Provisioning.DATABASE), SCHEMA);
    }

    /** What a restart of Postgres or a broken network does to the service's connections. */
    void cutConnections() {
        PgUrl superuser = infrastructure.postgres().superuserUrl();
        try (var connection = DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'refunds_app'");
        } catch (SQLException e) {
            throw new IllegalStateException("could not cut the connections", e);
        }
    }

    /** Values of a topic with that key, in order of offset, up to what is there now. */
    List<String> published(String topic, String key) {
        Map<String, Object> properties = new HashMap<>(infrastructure.kafkaClient("admin"));
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> values = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    if (key.equals(record.key())) {
                        values.add(record.value());
                    }
                }
            }
            return values;
        }
    }

    @Override
    public void close() {
        await(database.close());
    }
}
