package io.redress.kit.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.config.Env;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();

    private Database database;

    @BeforeEach
    void connect() {
        Map<String, String> environment = new HashMap<>(INFRASTRUCTURE.environment("penalty-service", "gateway"));
        environment.put("REDRESS_PG_POOL_SIZE", "1");
        environment.put("REDRESS_PG_MAX_WAITING", "1");
        environment.put("REDRESS_PG_ACQUIRE_TIMEOUT_MILLIS", "5000");
        environment.put("REDRESS_PG_STATEMENT_TIMEOUT_MILLIS", "1000");
        environment.put("REDRESS_PG_LOCK_TIMEOUT_MILLIS", "100");
        database = new Database(INFRASTRUCTURE.vertx(), PgConfig.from(new Env(environment)), "gateway");
    }

    @AfterEach
    void close() {
        database.close().await();
    }

    @Test
    void work_that_finds_the_pool_and_its_queue_full_fails_fast_and_the_pool_recovers() {
        Promise<Void> hold = Promise.promise();
        Promise<Void> held = Promise.promise();
        Future<Void> holding = database.inTransaction(tx -> {
            held.complete();
            return hold.future();
        });
        held.future().await();

        List<Future<Integer>> more = List.of(one(), one(), one());
        Future.join(more).transform(ended -> Future.succeededFuture()).await();
        assertThat(more).allMatch(Future::failed);
        assertThat(more).extracting(Future::cause).allMatch(DatabaseUnavailable.class::isInstance);

        hold.complete();
        holding.await();
        assertThat(one().await()).isEqualTo(1);
    }

    @Test
    void a_statement_that_takes_too_long_is_ended() {
        assertThatThrownBy(() -> database.read(tx -> tx.query("SELECT pg_sleep(20)", Tuple.tuple()))
                        .await())
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(one().await()).isEqualTo(1);
    }

    @Test
    void a_lock_that_another_holds_too_long_is_given_up() {
        Database other = new Database(
                INFRASTRUCTURE.vertx(),
                PgConfig.from(new Env(INFRASTRUCTURE.environment("penalty-service", "gateway"))),
                "gateway");
        String lock = "SELECT pg_advisory_xact_lock(4242)";
        Promise<Void> release = Promise.promise();
        Promise<Void> locked = Promise.promise();
        Future<Void> holding =
                other.inTransaction(tx -> tx.query(lock, Tuple.tuple()).compose(rows -> {
                    locked.complete();
                    return release.future();
                }));
        locked.future().await();

        assertThatThrownBy(() -> database.inTransaction(tx -> tx.query(lock, Tuple.tuple()))
                        .await())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasRootCauseMessage("ERROR: canceling statement due to lock timeout (55P03)");
        release.complete();
        holding.await();
        other.close().await();
    }

    @Test
    void a_write_that_postgres_takes_from_nobody_at_present_passes() {
        String readOnly = "SET LOCAL transaction_read_only = on";

        assertThatThrownBy(() -> database.inTransaction(tx -> tx.query(readOnly, Tuple.tuple())
                                .compose(set -> tx.query("CREATE TABLE nobody_writes (id int)", Tuple.tuple())))
                        .await())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasRootCauseMessage("ERROR: cannot execute CREATE TABLE in a read-only transaction (25006)");
    }

    /** With both on, a plan that is kept from when a table was empty reads it whole when it has grown. */
    @Test
    void a_session_reads_no_table_whole_that_has_an_index_and_compiles_no_plans() {
        String settings = database.read(tx -> tx.query(
                                "SELECT current_setting('enable_seqscan') || ' ' || current_setting('jit') AS both",
                                Tuple.tuple())
                        .map(rows -> rows.iterator().next().getString("both")))
                .await();

        assertThat(settings).isEqualTo("off off");
    }

    @Test
    void a_serialisation_failure_is_tried_again_at_most_three_times() {
        AtomicInteger runs = new AtomicInteger();
        String fails = "DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = 'serialization_failure'; END $$";

        assertThatThrownBy(() -> database.inTransaction(tx -> {
                            runs.incrementAndGet();
                            return tx.query(fails, Tuple.tuple());
                        })
                        .await())
                .isInstanceOf(PgException.class);
        assertThat(runs).hasValue(3);
    }

    @Test
    void closing_ends_what_is_under_way_at_once_and_postgres_rolls_it_back() {
        Promise<Void> held = Promise.promise();
        Future<Void> underWay =
                database.inTransaction(tx -> tx.query("SELECT pg_advisory_xact_lock(4243)", Tuple.tuple())
                        .compose(rows -> {
                            held.complete();
                            return Promise.<Void>promise().future();
                        }));
        held.future().await();

        database.close().await();

        Database other = new Database(
                INFRASTRUCTURE.vertx(),
                PgConfig.from(new Env(INFRASTRUCTURE.environment("penalty-service", "gateway"))),
                "gateway");
        assertThat(other.read(tx -> tx.query(
                                        "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' AND usename = current_user",
                                        Tuple.tuple())
                                .map(rows -> rows.iterator().next().getLong(0)))
                        .await())
                .isZero();
        other.close().await();
        assertThat(underWay.isComplete()).isFalse();
    }

    private Future<Integer> one() {
        return database.read(tx -> tx.query("SELECT 1 AS one", Tuple.tuple())
                .map(rows -> rows.iterator().next().getInteger("one")));
    }
}
