package io.redress.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.config.Env;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Migrations;
import io.redress.kit.pg.PgConfig;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TracePagesIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final String READ = "cases.events.v1";

    private static Database database;
    private static TracePages pages;

    @BeforeAll
    static void prepare() {
        PgConfig pg = PgConfig.from(new Env(INFRASTRUCTURE.environment("refund-service", "refunds")));
        Migrations.run(pg, "refunds");
        database = new Database(INFRASTRUCTURE.vertx(), pg, "refunds");
        pages = new TracePages(database, "refund-service", Set.of(READ));
        database.inTransaction(tx -> tx.query("""
                        INSERT INTO history (subject, sequence, version, event_id, event_type, business_time, actor,
                                             envelope, salt, digest, prev_hash, hash, correlation_id, trace_id)
                        SELECT 'clm_many', n, n, 'evt_many_' || n, 'A', now(), 'x',
                               '{"type":"io.redress.refunds.A","correlationid":"many-requests","data":{"secret":1}}',
                               '\\x00', h, h, h, 'many-requests', repeat('a', 32)
                        FROM generate_series(1, 250) AS n, (SELECT decode(repeat('00', 32), 'hex') AS h) AS zero""", Tuple.tuple())).await();
    }

    @AfterAll
    static void release() {
        database.close().await();
    }

    @Test
    void the_newest_two_hundred_are_told() {
        JsonObject page = events("many-requests");

        assertThat(page.getBoolean("truncated")).isTrue();
        assertThat(page.getJsonArray("events")).hasSize(200);
        assertThat(page.getJsonArray("events").getJsonObject(0).getLong("sequence"))
                .isEqualTo(250);
        assertThat(page.encode()).doesNotContain("secret");
        assertThat(events("evt_many_7").getBoolean("truncated")).isFalse();
    }

    @Test
    void every_way_to_an_event_is_an_index() {
        String plan = explain(TracePages.EVENTS.replace("$1", "'x'").replace("$2", "201"));

        assertThat(plan)
                .contains("history_event_id_key", "history_pkey", "history_correlation", "history_trace")
                .doesNotContain("Seq Scan");
        String handled = explain(TracePages.HANDLED.replace("$1", "'{a}'").replace("$2", "'{b}'"));
        String dead = explain(
                TracePages.DEAD.replace("$1", "'{a}'").replace("$2", "'{b}'").replace("$3", "200"));
        String parked = explain(
                TracePages.PARKED.replace("$1", "'{a}'").replace("$2", "'{b}'").replace("$3", "200"));
        assertThat(handled + dead + parked).doesNotContain("Seq Scan");
    }

    @Test
    void what_became_of_a_subject_is_told_without_its_content() {
        database.inTransaction(tx -> tx.query(
                                "INSERT INTO inbox (topic, subject, sequence) VALUES ($1, 'cas_7', 3)", Tuple.of(READ))
                        .compose(done -> tx.query(
                                "INSERT INTO parked_event (topic, partition, record_offset, key, subject, sequence,"
                                        + " envelope, reason, deadline)"
                                        + " VALUES ($1, 0, 7001, 'k', 'cas_7', 5, '{\"secret\":1}', 'secret', now())",
                                Tuple.of(READ)))
                        .compose(done -> tx.query(
                                "INSERT INTO dead_letter (topic, partition, record_offset, key, subject, sequence,"
                                        + " envelope, cause)"
                                        + " VALUES ($1, 0, 7000, 'k', 'cas_7', 4, '{\"secret\":1}', 'secret')",
                                Tuple.of(READ))))
                .await();

        MultiMap question =
                MultiMap.caseInsensitiveMultiMap().add("subject", "cas_8").add("subject", "cas_7");
        JsonObject page = pages.handling(question).await();

        assertThat(states(page, "handled")).containsExactly("HANDLED 3");
        assertThat(states(page, "parked")).containsExactly("PARKED 5");
        assertThat(states(page, "deadLetters")).containsExactly("OPEN 4");
        assertThat(page.encode()).doesNotContain("secret");
    }

    private static JsonObject events(String id) {
        return pages.events(MultiMap.caseInsensitiveMultiMap().add("id", id)).await();
    }

    private static java.util.List<String> states(JsonObject page, String kind) {
        JsonArray rows = page.getJsonArray(kind);
        return rows.stream()
                .map(JsonObject.class::cast)
                .map(row -> row.getString("state") + " " + row.getLong("sequence"))
                .toList();
    }

    /** Without sequential scans where there is another way: a small table is otherwise read whole. */
    private static String explain(String sql) {
        return database.inTransaction(tx -> tx.query("SET LOCAL enable_seqscan = off", Tuple.tuple())
                        .compose(set -> tx.query("SET LOCAL enable_bitmapscan = off", Tuple.tuple()))
                        .compose(set -> tx.query("EXPLAIN " + sql, Tuple.tuple())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .reduce("", (before, line) -> before + "\n" + line))
                .await();
    }
}
