package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.Runtime;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Migrations;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonObject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands that come at the same time and share transactions. */
class JointCommandsIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final int MANY = 50;

    private static TallyService service;
    private static ApiClient counter;
    private static ExecutorService callers;

    @BeforeAll
    static void start() throws Exception {
        Env env = new Env(INFRASTRUCTURE.environment("penalty-service", "gateway"));
        ServiceConfig config = ServiceConfig.from(env, 8080);
        env.check();
        Migrations.run(config.pg(), "gateway");
        service = new TallyService(
                config,
                new Runtime(
                        INFRASTRUCTURE.vertx(),
                        new TestClock("2018-04-20T10:00:00+08:00"),
                        MachineClock.system(),
                        Ids.uuidV7()));
        service.kit().start().await();
        counter = ApiClient.of("http://127.0.0.1:" + service.kit().httpPort())
                .as(INFRASTRUCTURE.issuer().staff("anna", "counter", "operator"));
        callers = Executors.newFixedThreadPool(MANY);
    }

    @AfterAll
    static void stop() throws Exception {
        callers.shutdown();
        service.kit().stop().await();
    }

    @Test
    void many_at_once_have_each_its_own_answer_history_and_events_in_fewer_transactions() {
        List<String> names =
                IntStream.range(0, MANY).mapToObj(number -> "many-" + number).toList();

        Map<String, Answer> answers = openAll(names);

        answers.forEach((name, answer) -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(answer.json().getString("id")).isEqualTo("tal_" + name);
            assertThat(answer.etag()).isEqualTo("\"1\"");
            assertThat(answer.header("location")).contains("/v1/tallies/tal_" + name);
            Answer again = open(name, "key-" + name);
            assertThat(again.header("idempotent-replayed")).contains("true");
            assertThat(again.bytes()).isEqualTo(answer.bytes());
        });
        String many = " FROM gateway.history WHERE subject LIKE 'tal_many-%'";
        assertThat(number("SELECT count(*)" + many + " AND sequence = 1 AND version = 1"))
                .isEqualTo(MANY);
        assertThat(number("SELECT count(DISTINCT xid)" + many)).isLessThan(MANY);
        JsonObject audit = ApiClient.of("http://127.0.0.1:" + service.kit().managementPort())
                .get("/audit")
                .json();
        assertThat(audit.getJsonArray("problems")).isEmpty();
    }

    @Test
    void one_that_is_refused_or_breaks_hurts_none_of_the_others() {
        List<String> names = Stream.of("good-", "refused-", "defect-", "poison-")
                .flatMap(kind -> IntStream.range(0, 10).mapToObj(number -> kind + number))
                .toList();

        Map<String, Answer> answers = openAll(names);

        answers.forEach((name, answer) -> {
            int expected = name.startsWith("good") ? 201 : name.startsWith("refused") ? 422 : 500;
            assertThat(answer.status()).as(name + " " + answer.text()).isEqualTo(expected);
        });
        assertThat(number("SELECT count(*) FROM gateway.tally WHERE tally_id ~ '^tal_(good|refused|defect|poison)-'"))
                .isEqualTo(10);
        assertThat(number("SELECT count(*) FROM gateway.history WHERE subject ~ '^tal_(good|refused|defect|poison)-'"))
                .isEqualTo(10);
        Answer refused = open("refused-3", "key-refused-3");
        assertThat(refused.header("idempotent-replayed")).contains("true");
        assertThat(refused.bytes()).isEqualTo(answers.get("refused-3").bytes());
    }

    @Test
    void one_key_has_one_effect_however_often_it_is_sent_at_once() {
        List<Answer> answers = all(IntStream.range(0, MANY)
                .mapToObj(twin -> (Supplier<Answer>) () -> open("twin", "one-key"))
                .toList());

        Answer first = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        for (Answer answer : answers) {
            if (answer.status() == 201) {
                assertThat(answer.bytes()).isEqualTo(first.bytes());
            } else {
                assertThat(answer.status()).as(answer.text()).isEqualTo(409);
                assertThat(answer.code()).isEqualTo("idempotency-key-running");
            }
        }
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .filter(answer -> answer.header("idempotent-replayed").isEmpty()))
                .hasSize(1);
        assertThat(number("SELECT count(*) FROM gateway.history WHERE subject = 'tal_twin'"))
                .isEqualTo(1);
    }

    @Test
    void of_many_about_one_subject_one_is_done_and_the_others_find_it_there() {
        List<Answer> answers = all(IntStream.range(0, MANY)
                .mapToObj(number -> (Supplier<Answer>) () -> open("same", "same-" + number))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 422)).hasSize(MANY - 1);
        assertThat(number("SELECT count(*) FROM gateway.idempotency WHERE key LIKE 'same-%'"))
                .isEqualTo(MANY);
    }

    private static Map<String, Answer> openAll(List<String> names) {
        List<Answer> answers = all(names.stream()
                .map(name -> (Supplier<Answer>) () -> open(name, "key-" + name))
                .toList());
        Map<String, Answer> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), answers.get(i));
        }
        return byName;
    }

    private static Answer open(String name, String key) {
        return counter.with("Idempotency-Key", key).post("/v1/joint-tallies", new JsonObject().put("name", name));
    }

    private static List<Answer> all(List<Supplier<Answer>> calls) {
        List<Future<Answer>> asked = new ArrayList<>();
        calls.forEach(call -> asked.add(callers.submit(call::get)));
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : asked) {
            try {
                answers.add(one.get());
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return answers;
    }

    private static long number(String sql) {
        PgUrl superuser = INFRASTRUCTURE.postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
        try (var connection = DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
