package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.kit.boot.MachineClock;
import io.redress.notifications.StreamReader.Seen;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The inbox, live. */
class StreamIT {
    private static ChannelsSuite suite;

    @BeforeAll
    static void start() {
        suite = new ChannelsSuite(Map.of());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void shows_new_and_read_notices_of_the_own_inbox_only() {
        try (StreamReader stream = open("m-631", Optional.empty())) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.contentType()).startsWith("text/event-stream");
            suite.statement("m-632");
            JsonObject notice = suite.statement("m-631");
            awaitSize(stream, 1);
            suite.merchant("m-631").post("/v1/notices/" + notice.getString("id") + "/read", new JsonObject());
            awaitSize(stream, 2);

            assertThat(stream.noticeIds()).containsOnly(notice.getString("id"));
            Seen first = stream.seen().get(0);
            assertThat(first.type()).isEqualTo("notice");
            assertThat(first.data().getString("type")).isEqualTo("StatementIssued");
            assertThat(first.data().getString("severity")).isEqualTo("CRITICAL");
            assertThat(first.data().getJsonObject("title")).isEqualTo(notice.getJsonObject("title"));
            assertThat(stream.seen().get(1).data().getString("readAt")).isEqualTo("2018-04-20T02:00:00Z");
        }
    }

    @Test
    void comes_back_behind_the_last_id_without_a_gap() {
        String last;
        try (StreamReader stream = open("m-633", Optional.empty())) {
            suite.statement("m-633");
            awaitSize(stream, 1);
            last = stream.seen().get(0).id();
        }
        JsonObject missed = suite.withdrawn("m-633");

        try (StreamReader again = open("m-633", Optional.of(last))) {
            awaitSize(again, 1);

            assertThat(again.noticeIds()).containsExactly(missed.getString("id"));
        }
    }

    @Test
    void shows_the_whole_past_from_the_first_id_on() {
        List<String> ids = new ArrayList<>();
        ids.add(suite.statement("m-634").getString("id"));
        ids.add(suite.withdrawn("m-634").getString("id"));

        try (StreamReader stream = open("m-634", Optional.of("0-0"))) {
            awaitSize(stream, 2);

            assertThat(stream.noticeIds()).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void is_refused_without_a_token_and_with_an_id_that_is_none() {
        Answer noToken = suite.anonymous().get("/v1/stream");
        Answer noId = suite.merchant("m-635").with("Last-Event-ID", "1; drop").get("/v1/stream");

        assertThat(noToken.status()).isEqualTo(401);
        assertThat(noId.status()).isEqualTo(400);
        assertThat(noId.code()).isEqualTo("validation-failed");
    }

    @Test
    void a_caller_has_a_bounded_number_of_streams() {
        List<StreamReader> streams = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            streams.add(open("m-636", Optional.empty()));
        }

        Answer oneMore = suite.merchant("m-636").get("/v1/stream");

        assertThat(oneMore.status()).isEqualTo(429);
        assertThat(oneMore.code()).isEqualTo("rate-limited");
        assertThat(oneMore.header("Retry-After")).isPresent();
        streams.forEach(StreamReader::close);
        await("room again").atMost(ChannelsSuite.LONG).until(() -> {
            try (StreamReader stream = open("m-636", Optional.empty())) {
                return stream.status() == 200;
            }
        });
    }

    @Test
    void ends_with_the_token() {
        String token = suite.infrastructure
                .issuer()
                .sign(suite.infrastructure
                        .issuer()
                        .claims("m-637-owner", List.of("merchant"))
                        .claim("merchant_id", "m-637")
                        .expirationTime(Date.from(MachineClock.system().now().plusSeconds(3)))
                        .build());

        try (StreamReader stream = new StreamReader(suite.httpPort(), token, Optional.empty())) {
            assertThat(stream.status()).isEqualTo(200);
            await("end").atMost(ChannelsSuite.LONG).until(stream::ended);
        }
    }

    @Test
    void an_ordered_stop_ends_streams_at_once() {
        ChannelsSuite other = new ChannelsSuite(Map.of());
        try (StreamReader stream = new StreamReader(
                other.httpPort(),
                other.infrastructure.issuer().merchant("m-638-owner", "m-638", "merchant"),
                Optional.empty())) {
            other.close();

            await("end").atMost(ChannelsSuite.LONG).until(stream::ended);
        }
    }

    @Test
    void a_transaction_that_others_leave_open_holds_nothing_back() throws SQLException {
        PgUrl superuser = database();
        try (Connection others = transaction(superuser.user(), superuser.password());
                StreamReader stream = open("m-639", Optional.empty())) {
            execute(others, "SELECT pg_current_xact_id()");

            JsonObject notice = suite.statement("m-639");

            awaitSize(stream, 1);
            assertThat(stream.noticeIds()).containsExactly(notice.getString("id"));
            others.rollback();
        }
    }

    @Test
    void answers_once_it_is_known_where_it_begins_so_that_nothing_behind_its_first_byte_is_missed() throws Exception {
        PgUrl superuser = database();
        try (Connection others = transaction(superuser.user(), superuser.password())) {
            execute(others, "LOCK TABLE notifications.stream_event IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<StreamReader> opening =
                    CompletableFuture.supplyAsync(() -> open("m-6390", Optional.empty()));
            await("the stream looks where it begins").atMost(ChannelsSuite.LONG).until(() -> waiting(others) > 0);

            assertThat(opening).isNotDone();
            others.rollback();
            try (StreamReader stream = opening.get()) {
                JsonObject notice = suite.statement("m-6390");

                awaitSize(stream, 1);
                assertThat(stream.noticeIds()).containsExactly(notice.getString("id"));
            }
        }
    }

    private static long waiting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_locks "
                        + "WHERE NOT granted AND relation = 'notifications.stream_event'::regclass")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void a_row_that_is_written_first_and_committed_last_is_not_left_out() throws SQLException {
        String first = suite.statement("m-640").getString("id");
        Map<String, String> environment = suite.infrastructure.environment("notification-service", "notifications");
        try (Connection own = transaction(environment.get("REDRESS_PG_USER"), environment.get("REDRESS_PG_PASSWORD"));
                StreamReader stream = open("m-640", Optional.of("0-0"))) {
            awaitSize(stream, 1);
            execute(
                    own,
                    "INSERT INTO notifications.stream_event (recipient_kind, recipient_id, notice_id) "
                            + "VALUES ('MERCHANT', 'm-640', '" + first + "')");
            String second = suite.withdrawn("m-640").getString("id");
            // another stream has looked meanwhile, and seen no more than this one
            try (StreamReader other = open("m-640", Optional.of("0-0"))) {
                awaitSize(other, 1);
            }

            own.commit();
            suite.merchant("m-640").post("/v1/notices/" + second + "/read", new JsonObject());

            awaitSize(stream, 4);
            assertThat(stream.noticeIds()).containsExactly(first, first, second, second);
        }
    }

    private static PgUrl database() {
        return suite.infrastructure.postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
    }

    private static Connection transaction(String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(database().jdbc(), user, password);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StreamReader open(String merchantId, Optional<String> lastEventId) {
        String token = suite.infrastructure.issuer().merchant(merchantId + "-owner", merchantId, "merchant");
        return new StreamReader(suite.httpPort(), token, lastEventId);
    }

    private static void awaitSize(StreamReader stream, int size) {
        await("events").atMost(ChannelsSuite.LONG).untilAsserted(() -> assertThat(stream.seen())
                .hasSize(size));
    }
}
