package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.CounterfeitLamps;
import io.redress.e2e.RunningSuite;
import io.redress.e2e.SuiteAddress;
import io.redress.e2e.faults.HeldRelay;
import io.redress.e2e.faults.TopicChaos;
import io.redress.infra.PgUrl;
import io.redress.quickstart.suite.ServiceName;
import io.redress.testkit.ApiClient;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What must hold of a suite at rest holds after stories, after everything that stands in
 * its topics came again, and after events came before their turn.
 */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OraclesE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final long SEED = 20180115;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final SuiteAddress address = SUITE.address();
    private final Oracles oracles = new Oracles(address, Expectations.ofSample());
    private final TopicChaos chaos = new TopicChaos(address);

    @Test
    @Order(1)
    void nothing_is_wrong_after_stories() {
        assertThat(SUITE.holds("S4", false, Map.of())).isTrue();
        assertThat(SUITE.holds("S5", false, Map.of())).isTrue();

        assertThat(oracles.check()).isEmpty();
    }

    @Test
    @Order(2)
    void every_event_sent_again_changes_nothing() {
        int sent = chaos.duplicate(TopicChaos.topics(), Integer.MAX_VALUE);

        assertThat(sent).isPositive();
        assertThat(oracles.check()).isEmpty();
    }

    @Test
    @Order(3)
    void every_event_sent_again_in_any_order_across_all_topics_changes_nothing() {
        int sent = chaos.shuffle(TopicChaos.topics(), Integer.MAX_VALUE, SEED);

        assertThat(sent).as("seed %d", SEED).isPositive();
        assertThat(oracles.check()).as("seed %d", SEED).isEmpty();
    }

    @Test
    @Order(4)
    void events_that_come_before_their_turn_are_parked_and_resumed() throws SQLException {
        List<TopicRecord> sent = new ArrayList<>();
        long parkedBefore = parkedEver();

        try (HeldRelay relay = HeldRelay.of(address, ServiceName.PENALTIES)) {
            proposeFive();
            sent.addAll(chaos.overtake(relay, SEED));
            // Each statement is stored, so that each penalty enters into force, and its events wait again.
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> relay.waiting().stream()
                                    .filter(record -> record.value().contains(".PenaltyInForce\""))
                                    .count()
                            == 5);
            sent.addAll(chaos.overtake(relay, SEED));
        }

        assertThat(sent).hasSizeGreaterThan(20);
        assertThat(new Oracles(address, Expectations.ofSample().withOvertaken(Set.of("penalties.events.v1"))).check())
                .as("seed %d", SEED)
                .isEmpty();
        assertThat(parkedEver()).as("events that were parked").isGreaterThan(parkedBefore);
        assertThat(oracles.check())
                .as("the topic itself tells what was done to it")
                .isNotEmpty()
                .allMatch(violation -> violation.what().contains(" comes first after #"));
    }

    private static void proposeFive() {
        ApiClient marketplace = SUITE.gateway("marketplace", "machine");
        ApiClient enforcer = SUITE.gateway("enf-1", "enforcement");
        for (int i = 1; i <= 5; i++) {
            marketplace.put(
                    "/v1/merchants/m-chaos-" + i,
                    new JsonObject().put("name", "Lamps " + i).put("language", "en"));
            marketplace.put(
                    "/v1/shops/s-chaos-" + i,
                    new JsonObject().put("merchantId", "m-chaos-" + i).put("openedAt", "2015-01-01T00:00:00+08:00"));
            ApiClient.Answer proposed =
                    enforcer.post("/v1/penalties", CounterfeitLamps.proposal("s-chaos-" + i, "l-chaos-" + i));
            assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        }
    }

    /** How many rows the parking lots of those who read penalties have ever had. */
    private long parkedEver() throws SQLException {
        PgUrl url = address.superuser();
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password())) {
            return new Rows(connection).list("""
                            SELECT coalesce(pg_sequence_last_value('cases.parked_event_id_seq'), 0)
                                 + coalesce(pg_sequence_last_value('notifications.parked_event_id_seq'), 0)""", row -> row.getLong(1)).get(0);
        }
    }

    @Test
    @Order(5)
    void what_the_chaos_made_grow_comes_back() {
        Map<String, Long> processes = address.management().values().stream()
                .collect(Collectors.toMap(origins -> origins.get(0), origins -> ProcessHandle.current()
                        .pid()));
        Bounds.Sample before = Bounds.sample(address, processes);

        chaos.duplicate(TopicChaos.topics(), Integer.MAX_VALUE);

        assertThat(new Rest(address).await()).isEmpty();
        Bounds bounds = new Bounds(address, processes, before);
        assertThat(bounds.check()).isEmpty();
        assertThat(bounds.leftOut()).isEmpty();
    }
}
