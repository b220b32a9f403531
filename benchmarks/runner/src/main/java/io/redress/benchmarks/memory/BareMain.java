package io.redress.benchmarks.memory;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.producer.KafkaProducer;
import io.vertx.kafka.client.producer.KafkaProducerRecord;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.HashMap;
import java.util.Map;

/**
 * The libraries of a service without a service: a router, a pool, a producer, a consumer and a registry of metrics. A
 * request asks Postgres for a row and sends a record. Settings: BENCH_PORT, BENCH_PG_URL, BENCH_PG_USER,
 * BENCH_PG_PASSWORD, BENCH_SENDS, BENCH_READS (topics), and Kafka's properties, BENCH_KAFKA_ before each. Says
 * {@code ready}.
 */
public final class BareMain {

    private static final int CONNECTIONS = 8;
    private static final int MAX_WAITING = 256;
    private static final String KAFKA_PREFIX = "BENCH_KAFKA_";
    private static final String VALUE = "x".repeat(600);

    private BareMain() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Vertx vertx = Vertx.vertx();
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(metrics);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS).setMaxWaitQueueSize(MAX_WAITING))
                .connectingTo(PgConnectOptions.fromUri(environment.get("BENCH_PG_URL"))
                        .setUser(environment.get("BENCH_PG_USER"))
                        .setPassword(environment.get("BENCH_PG_PASSWORD"))
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build();
        Map<String, String> kafka = kafka(environment);
        KafkaProducer<String, String> producer = KafkaProducer.create(vertx, kafka, String.class, String.class);
        KafkaConsumer<String, String> consumer = KafkaConsumer.create(vertx, kafka, String.class, String.class);
        Counter read = metrics.counter("read");
        consumer.handler(record -> read.increment());

        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        router.get("/metrics").handler(routing -> routing.end(metrics.scrape()));
        router.route("/work").handler(routing -> pool.preparedQuery("SELECT now() AS at")
                .execute()
                .compose(rows -> producer.send(KafkaProducerRecord.create(environment.get("BENCH_SENDS"), "k", VALUE))
                        .map(sent -> rows.iterator().next().getValue("at").toString()))
                .onSuccess(routing::end)
                .onFailure(routing::fail));
        Future.all(
                        consumer.subscribe(environment.get("BENCH_READS")),
                        pool.query("SELECT 1").execute(),
                        vertx.createHttpServer()
                                .requestHandler(router)
                                .listen(Integer.parseInt(environment.get("BENCH_PORT")), "127.0.0.1"))
                .onSuccess(started -> System.out.println("ready"))
                .onFailure(failure -> {
                    System.err.println(failure);
                    System.exit(1);
                });
    }

    private static Map<String, String> kafka(Map<String, String> environment) {
        Map<String, String> properties = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(KAFKA_PREFIX)) {
                properties.put(name.substring(KAFKA_PREFIX.length()), value);
            }
        });
        return properties;
    }
}
