package io.redress.kit.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.config.Env;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();

    private static final String LOUD =
            "SELECT name, upper(name) AS loud FROM unnest($1::text[]) AS n (name) WHERE name <> 'nobody'";

    private final Database database = new Database(
            INFRASTRUCTURE.vertx(),
            PgConfig.from(new Env(INFRASTRUCTURE.environment("penalty-service", "gateway"))),
            "gateway");
    private final Queue<List<String>> sent = new ConcurrentLinkedQueue<>();
    private final Lookup<String, String> loud = new Lookup<>(this::loud);

    private Future<Map<String, String>> loud(Tx tx, List<String> names) {
        sent.add(names);
        return tx.query(LOUD, Tuple.of(names.toArray(String[]::new)))
                .map(rows -> Lookup.byKey(rows, row -> row.getString("name"), row -> row.getString("loud")));
    }

    @AfterEach
    void close() {
        database.close().await();
    }

    @Test
    void what_is_asked_for_at_the_same_time_is_one_statement_and_each_has_his_own_answer() {
        List<Future<Optional<String>>> asked = database.read(tx -> {
                    List<Future<Optional<String>>> all = List.of(
                            loud.find(tx, "ada"), loud.find(tx, "nobody"), loud.find(tx, "bo"), loud.find(tx, "ada"));
                    return Future.all(all).map(found -> all);
                })
                .await();

        assertThat(asked)
                .extracting(Future::result)
                .containsExactly(Optional.of("ADA"), Optional.empty(), Optional.of("BO"), Optional.of("ADA"));
        assertThat(sent).containsExactly(List.of("ada", "nobody", "bo"));
    }

    @Test
    void what_is_asked_for_afterwards_is_read_anew() {
        String last = database.read(tx -> loud.find(tx, "ada")
                        .compose(first -> loud.find(tx, "ada").map(Optional::orElseThrow)))
                .await();

        assertThat(last).isEqualTo("ADA");
        assertThat(sent).containsExactly(List.of("ada"), List.of("ada"));
    }

    @Test
    void two_transactions_do_not_read_for_each_other() {
        Optional<String> inner = database.read(outer -> database.read(tx -> {
                    Future<Optional<String>> ada = loud.find(outer, "ada");
                    return loud.find(tx, "bo").compose(bo -> ada.map(found -> bo));
                }))
                .await();

        assertThat(inner).contains("BO");
        assertThat(sent).containsExactlyInAnyOrder(List.of("ada"), List.of("bo"));
    }

    @Test
    void a_statement_that_fails_fails_for_everybody_who_asked_and_the_next_one_is_sent_again() {
        Lookup<String, String> broken = new Lookup<>(
                (tx, names) -> tx.query("SELECT 1 / 0", Tuple.tuple()).map(rows -> Map.of()));

        List<Future<Optional<String>>> asked = database.read(tx -> {
                    List<Future<Optional<String>>> all = List.of(broken.find(tx, "ada"), broken.find(tx, "bo"));
                    return Future.join(all).transform(ended -> Future.succeededFuture(all));
                })
                .await();

        assertThat(asked).extracting(Future::cause).allMatch(PgException.class::isInstance);
        assertThatThrownBy(() -> database.read(tx -> broken.find(tx, "ada")).await())
                .isInstanceOf(PgException.class);
    }
}
