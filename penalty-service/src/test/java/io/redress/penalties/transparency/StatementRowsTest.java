package io.redress.penalties.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.TransparencySamples;
import io.redress.penalties.domain.transparency.FieldRule;
import io.redress.penalties.domain.transparency.FormatProblem;
import io.redress.penalties.domain.transparency.StatementCheck;
import io.redress.penalties.transparency.StatementRows.Sample;
import io.redress.simulators.transparency.TransparencyDatabaseSimulator;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement written by hand is judged as it says, by our own check and by the simulator. */
class StatementRowsTest {

    private static Vertx vertx;
    private static WebClient web;
    private static TransparencyDatabaseSimulator database;

    private final StatementCheck check = TransparencySamples.check();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        web = WebClient.create(vertx);
        database = new TransparencyDatabaseSimulator(vertx, "secret", 0, 100_000, 100_000);
        database.start().await();
    }

    @AfterAll
    static void stop() {
        database.stop().await();
        vertx.close().await();
    }

    static Stream<String> fields() {
        return TransparencySamples.SCHEMA.rules().stream().map(FieldRule::name);
    }

    static Stream<Sample> samples() {
        return fields().flatMap(field -> StatementRows.of(field).stream());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void each_row_has_a_valid_and_an_invalid_statement(String field) {
        assertThat(StatementRows.of(field))
                .anyMatch(sample -> sample.detail().isEmpty())
                .anyMatch(sample -> sample.detail().isPresent() && !sample.onlyDocumented());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void our_check_says_what_is_wrong_and_what_is_not_kept(Sample sample) {
        List<FormatProblem> problems = check.problems(asFields(sample.statement()));

        if (sample.detail().isEmpty()) {
            assertThat(problems).isEmpty();
            assertThat(check.ignored(asFields(sample.statement()))).isEqualTo(sample.ignored());
        } else {
            assertThat(problems)
                    .contains(new FormatProblem(sample.field(), sample.detail().get()));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_simulator_takes_what_the_databases_code_takes(Sample sample) {
        JsonObject statement = sample.statement().copy();
        if (!sample.field().equals("puid")) {
            statement.put(
                    "puid",
                    sample.field() + "-" + Integer.toHexString(sample.why().hashCode()));
        }

        HttpResponse<Buffer> answer = web.postAbs(database.url() + "/statement")
                .bearerTokenAuthentication("secret")
                .sendJsonObject(statement)
                .await();

        boolean taken = sample.detail().isEmpty() || sample.onlyDocumented();
        assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(taken ? 201 : 422);
        if (taken) {
            sample.ignored()
                    .forEach(field -> assertThat(answer.bodyAsJsonObject().getValue(field))
                            .as(field)
                            .isIn(null, new JsonArray()));
        } else {
            assertThat(answer.bodyAsJsonObject().getJsonObject("errors").fieldNames())
                    .contains(sample.field());
        }
    }

    @Test
    void all_problems_of_a_statement_are_named_at_once_in_the_order_of_the_format() {
        JsonObject statement =
                StatementRows.base().put("category", "COUNTERFEIT").put("application_date", "2018-04-20");
        statement.remove("puid");
        // the explanation page has it, the database's code does not
        statement.put("content_language_other", "Swiss German");

        assertThat(check.problems(asFields(statement)))
                .containsExactly(
                        new FormatProblem("puid", "is required"),
                        new FormatProblem("category", "is none of the values of the format"),
                        new FormatProblem("application_date", "is 2018-04-20, and the format starts in 2020"),
                        new FormatProblem("content_language_other", "the format has no such field"));
    }

    @Test
    void a_statement_without_any_decision_lacks_all_four() {
        JsonObject statement = StatementRows.base();
        statement.remove("decision_visibility");

        assertThat(check.problems(asFields(statement)))
                .extracting(FormatProblem::field)
                .containsExactly("decision_visibility", "decision_monetary", "decision_provision", "decision_account");
    }

    private static Map<String, Object> asFields(JsonObject statement) {
        Map<String, Object> fields = new LinkedHashMap<>();
        statement.forEach(member -> fields.put(
                member.getKey(),
                member.getValue() instanceof JsonArray list
                        ? list.getList()
                        : member.getValue() instanceof JsonObject object ? object.getMap() : member.getValue()));
        return fields;
    }
}
