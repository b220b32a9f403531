package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.e2e.RunningSuite;
import io.redress.e2e.SuiteAddress;
import io.redress.infra.PgUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every oracle finds what it is there for: the truth of a suite with a told story is broken in a transaction that is
 * never committed, and the oracle asked on that transaction.
 */
@Order(4)
class BrokenTruthE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final SuiteAddress ADDRESS = SUITE.address();
    private static final Instant LONG_AGO = Instant.parse("2018-01-15T01:00:00Z");

    @BeforeAll
    static void tellAStory() {
        assertThat(SUITE.holds("S4", false, Map.of())).isTrue();
        assertThat(new Rest(ADDRESS).await()).isEmpty();
    }

    static List<Break> breaks() {
        return BrokenTruths.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void an_oracle_finds(Break broken) throws SQLException {
        onBrokenTruth(broken.sql(), connection -> {
            Oracle oracle = broken.oracle().apply(connection);

            assertThat(oracle.check())
                    .as(broken.what())
                    .allMatch(violation -> violation.oracle().equals(oracle.id()))
                    .anyMatch(violation -> violation.what().matches("(?s).*" + broken.found() + ".*"));
            return null;
        });
    }

    @Test
    void points_that_the_service_answers_and_no_event_gave() throws SQLException {
        SuiteReads reads = new SuiteReads(ADDRESS);
        Function<String, JsonNode> boasting = shop -> {
            JsonNode standing = reads.standing(shop);
            ((ObjectNode) standing.path("buckets").path(0)).put("points", 999);
            return standing;
        };

        List<Violation> found = onBrokenTruth("SELECT 1", connection -> new PointsOracle(connection, boasting).check());

        assertThat(found)
                .isNotEmpty()
                .allMatch(violation -> violation.what().contains("the service answers 999 points"));
    }

    @Test
    void an_inbox_that_shows_a_notice_twice() throws SQLException {
        SuiteReads reads = new SuiteReads(ADDRESS);
        Function<String, List<JsonNode>> stammering = merchant -> {
            List<JsonNode> inbox = reads.inbox(merchant);
            inbox.add(inbox.get(0));
            return inbox;
        };

        List<Violation> found =
                onBrokenTruth("SELECT 1", connection -> new InboxOracle(connection, stammering, 1).check());

        assertThat(found).singleElement().satisfies(violation -> assertThat(violation.what())
                .matches("inbox of .* notices, without \\[], and too many \\[not_.*]"));
    }

    @Test
    void a_dead_letter_that_is_expected_excuses_what_waits_behind_it_and_has_to_be_there() throws SQLException {
        String buried = """
                INSERT INTO cases.dead_letter (topic, partition, record_offset, key, envelope, cause)
                VALUES ('penalties.events.v1', 0, -1, 's-x', '{}', 'because');
                INSERT INTO cases.parked_event (topic, partition, record_offset, key, subject, sequence, envelope, reason,
                    deadline)
                VALUES ('penalties.events.v1', 0, 0, 's-x', 'pen_x', 2, '{}', 'because', now())""";
        Function<Connection, List<Violation>> look = connection -> new DeliveryOracle(
                        connection, new TopicScan(ADDRESS), Set.of("cases penalties.events.v1 s-x"), Set.of())
                .check();

        assertThat(onBrokenTruth(buried, look)).isEmpty();
        assertThat(onBrokenTruth("SELECT 1", look))
                .containsExactly(new Violation(
                        "I6", "no open dead letter where one was expected: cases penalties.events.v1 s-x"));
    }

    @Test
    void a_secret_in_a_topic_a_metric_and_a_log_is_found_and_not_repeated(@TempDir Path logs) throws Exception {
        Files.writeString(logs.resolve("case-service.log"), "one line\nthe KEY of Thistle-and-Thorn\n");
        SuiteAddress withLogs = new SuiteAddress(
                ADDRESS.gateway(),
                ADDRESS.control(),
                ADDRESS.management(),
                ADDRESS.superuser(),
                ADDRESS.kafkaBootstrap(),
                ADDRESS.kafkaPasswords(),
                logs);
        Map<String, String> planted = Map.of(
                "in events", "\"type\":\"io.redress.cases.RulingIssued\"",
                "in metrics", "redress_outbox_published_total",
                "in logs", "thistle-and-thorn",
                "nowhere", "heather-and-heath");

        List<Violation> found = new SecrecyOracle(withLogs, new TopicScan(ADDRESS), planted).check();

        assertThat(found).extracting(Violation::what).allMatch(what -> !what.contains("horn"));
        assertThat(found).extracting(Violation::what).anyMatch(what -> what.startsWith("in events stands in cases."));
        assertThat(found).extracting(Violation::what).anyMatch(what -> what.matches("in metrics stands in .*/metrics"));
        assertThat(found).extracting(Violation::what).contains("in logs stands in case-service.log");
        assertThat(found).extracting(Violation::what).noneMatch(what -> what.startsWith("nowhere"));
    }

    private static <T> T onBrokenTruth(String sql, Function<Connection, T> look) throws SQLException {
        PgUrl url = ADDRESS.superuser();
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // Neither triggers nor foreign keys: somebody with every right edits.
                statement.execute("SET LOCAL session_replication_role = replica");
                statement.execute(sql);
                return look.apply(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    /**
     * One way to break the truth.
     *
     * @param found what a violation has to say, as a regular expression
     */
    record Break(String what, Function<Connection, Oracle> oracle, String found, String sql) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Oracle points(Connection connection) {
        return new PointsOracle(connection, new SuiteReads(ADDRESS)::standing);
    }

    static Oracle notices(Connection connection) {
        return new NoticesOracle(connection, Expectations.ofSample().desks());
    }

    static Oracle delivery(Connection connection) {
        return new DeliveryOracle(connection, new TopicScan(ADDRESS), Set.of(), Set.of());
    }

    static Oracle deadlines(Connection connection) {
        return new DeadlinesOracle(connection, LONG_AGO);
    }
}
