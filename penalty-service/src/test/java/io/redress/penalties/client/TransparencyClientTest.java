package io.redress.penalties.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.config.Secret;
import io.redress.kit.http.PeerClient;
import io.redress.penalties.app.transparency.Existing;
import io.redress.penalties.app.transparency.FilingAnswer;
import io.redress.penalties.app.transparency.TransparencyDatabase.Item;
import io.redress.penalties.domain.transparency.FormatProblem;
import io.redress.simulators.transparency.TransparencyDatabaseSimulator;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client that is shipped, against the database's answers. */
class TransparencyClientTest {

    private static final String FIRST = "00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "00000000-0000-4000-8000-000000000002";

    private final Vertx vertx = Vertx.vertx();
    private final TransparencyDatabaseSimulator database = new TransparencyDatabaseSimulator(vertx, "secret", 0);

    @BeforeEach
    void start() {
        database.start().await();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void a_batch_that_is_taken_is_named_by_puid() {
        FilingAnswer answer =
                client("secret").file(List.of(item("p-1"), item("p-2"))).await();

        assertThat(answer).isEqualTo(new FilingAnswer.Taken(Map.of("p-1", FIRST, "p-2", SECOND)));
        assertThat(database.statements()).hasSize(2);
    }

    @Test
    void of_a_batch_that_is_rejected_the_bad_ones_are_told_by_their_place() {
        Item bad =
                new Item("p-2", statement("p-2").put("category", "COUNTERFEIT").encode());

        FilingAnswer answer = client("secret").file(List.of(item("p-1"), bad)).await();

        assertThat(answer)
                .isEqualTo(new FilingAnswer.Rejected(
                        Map.of(1, List.of(new FormatProblem("category", "The selected category is invalid."))),
                        Set.of(),
                        "refused without a message"));
        assertThat(database.statements()).isEmpty();
    }

    @Test
    void puids_that_the_database_has_are_told() {
        client("secret").file(List.of(item("p-1"))).await();

        FilingAnswer answer =
                client("secret").file(List.of(item("p-1"), item("p-2"))).await();

        assertThat(answer)
                .isEqualTo(new FilingAnswer.Rejected(
                        Map.of(), Set.of("p-1"), "The platform identifier(s) are not all unique within this call."));
    }

    @Test
    void whether_it_is_there_is_told_with_its_uuid() {
        TransparencyClient client = client("secret");
        client.file(List.of(item("p-1"))).await();

        assertThat(client.existing("p-1").await()).isEqualTo(new Existing.There(FIRST));
        assertThat(client.existing("p-2").await()).isEqualTo(new Existing.Absent());
    }

    @Test
    void a_busy_database_says_when_to_come_back() {
        database.busyForNext(1);

        assertThat(client("secret").file(List.of(item("p-1"))).await())
                .isEqualTo(new FilingAnswer.Busy(Duration.ofSeconds(1)));
    }

    @Test
    void without_access_nothing_was_taken() {
        assertThat(client("another").file(List.of(item("p-1"))).await())
                .isEqualTo(new FilingAnswer.Closed("answered 401"));
    }

    @Test
    void a_failure_a_lost_answer_and_nobody_there_leave_it_unknown() {
        TransparencyClient client = client("secret");
        database.failNext(2);
        assertThat(client.file(List.of(item("p-1"))).await()).isInstanceOf(FilingAnswer.Unknown.class);
        assertThat(client.existing("p-1").await()).isInstanceOf(Existing.Unknown.class);
        database.loseNextAnswers(1);
        assertThat(client.file(List.of(item("p-1"))).await()).isInstanceOf(FilingAnswer.Unknown.class);
        assertThat(database.statements()).hasSize(1);
        database.stop().await();
        assertThat(client.file(List.of(item("p-2"))).await()).isInstanceOf(FilingAnswer.Unknown.class);
    }

    @Test
    void a_database_that_keeps_failing_is_left_alone_for_a_while() {
        TransparencyClient client = client("secret");
        database.failNext(6);
        for (int call = 0; call < 6; call++) {
            client.existing("p-1").await();
        }

        Existing answer = client.existing("p-1").await();

        assertThat(answer).isInstanceOf(Existing.Unknown.class);
        assertThat(database.requests()).hasSize(6);
    }

    private TransparencyClient client(String token) {
        return new TransparencyClient(
                vertx,
                PeerClient.create(vertx),
                new TransparencyConfig(database.url(), new Secret(token), 50, Duration.ofSeconds(2)),
                new SimpleMeterRegistry());
    }

    private static Item item(String puid) {
        return new Item(puid, statement(puid).encode());
    }

    private static JsonObject statement(String puid) {
        return new JsonObject()
                .put("puid", puid)
                .put("decision_visibility", new JsonArray().add("DECISION_VISIBILITY_CONTENT_DISABLED"))
                .put("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT")
                .put("incompatible_content_ground", "C-01@12")
                .put("incompatible_content_explanation", "Goods bore a sign without consent.")
                .put("category", "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS")
                .put("content_type", new JsonArray().add("CONTENT_TYPE_PRODUCT"))
                .put("content_date", "2016-01-01")
                .put("application_date", "2026-04-20")
                .put("decision_facts", "One listing of a counterfeit.")
                .put("source_type", "SOURCE_VOLUNTARY")
                .put("automated_detection", "Yes")
                .put("automated_decision", "AUTOMATED_DECISION_NOT_AUTOMATED");
    }
}
