package io.redress.quickstart.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.trace.Handling.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against stand-ins of two management ports that answer what a question is answered with. */
class TraceFinderTest {

    private static final String EVENT = """
            {"id":"%s","source":"%s","type":"io.redress.%s","subject":"%s","sequence":%d,"version":1,
             "businessTime":"2018-01-15T01:00:00Z","recordedAt":"2026-01-01T00:00:0%dZ","actor":"enf-1",
             "correlationId":"req-12345678","causationId":%s,"traceId":null,"effectId":null,"state":"PUBLISHED"}""";

    private final Map<String, String> penaltyAnswers = new LinkedHashMap<>();
    private final Map<String, String> noticeAnswers = new LinkedHashMap<>();
    private HttpServer penalties;
    private HttpServer notices;

    @BeforeEach
    void start() throws IOException {
        penalties = standIn(penaltyAnswers);
        notices = standIn(noticeAnswers);
    }

    @AfterEach
    void stop() {
        penalties.stop(0);
        notices.stop(0);
    }

    @Test
    void an_aggregate_leads_to_its_requests_and_these_to_what_other_services_did() {
        String issued = EVENT.formatted("evt_1", "penalty-service", "penalties.StatementIssued", "pen_1", 2, 0, null);
        String stored = EVENT.formatted(
                "evt_2", "notification-service", "notifications.NoticeStored", "not_1", 1, 1, "\"evt_1\"");
        penaltyAnswers.put("/trace?id=pen_1", answer("notifications.events.v1", issued));
        penaltyAnswers.put("/trace?id=req-12345678", answer("notifications.events.v1", issued));
        penaltyAnswers.put("/trace/handling?subject=pen_1&subject=not_1", """
                {"handled":[],"deadLetters":[],"parked":[{"topic":"notifications.events.v1","subject":"not_1",
                 "sequence":1,"state":"PARKED","at":"2026-01-01T00:00:07Z"}]}""");
        noticeAnswers.put("/trace?id=req-12345678", answer("penalties.events.v1", stored));
        noticeAnswers.put("/trace?id=pen_1", answer("penalties.events.v1", ""));
        noticeAnswers.put("/trace/handling?subject=pen_1&subject=not_1", """
                {"handled":[{"topic":"penalties.events.v1","subject":"pen_1","sequence":3,"state":"HANDLED",
                 "at":"2026-01-01T00:00:09Z"}],"parked":[],"deadLetters":[]}""");

        Trace trace = finder().find("pen_1");

        assertThat(trace.events()).extracting(TracedEvent::name).containsExactly("StatementIssued", "NoticeStored");
        assertThat(trace.handlings(trace.events().get(0)))
                .containsExactly(new Handling("notification-service", State.HANDLED, Optional.empty()));
        assertThat(trace.handlings(trace.events().get(1)))
                .containsExactly(new Handling(
                        "penalty-service", State.PARKED, Optional.of(Instant.parse("2026-01-01T00:00:07Z"))));
        assertThat(trace.silent()).isEmpty();
    }

    @Test
    void a_service_that_fails_is_named_and_the_others_are_asked() {
        noticeAnswers.put("/trace?id=req-12345678", answer("penalties.events.v1", ""));
        penalties.stop(0);

        Trace trace = finder().find("req-12345678");

        assertThat(trace.isEmpty()).isTrue();
        assertThat(trace.silent()).containsExactly("penalty-service");
    }

    private TraceFinder finder() {
        return new TraceFinder(Map.of("penalty-service", client(penalties), "notification-service", client(notices)));
    }

    private static String answer(String reads, String events) {
        return "{\"reads\":[\"" + reads + "\"],\"truncated\":false,\"events\":[" + events + "]}";
    }

    private static HttpJson client(HttpServer server) {
        return new HttpJson("http://127.0.0.1:" + server.getAddress().getPort(), Duration.ofSeconds(10));
    }

    private static HttpServer standIn(Map<String, String> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String answer = answers.get(exchange.getRequestURI().toString());
            byte[] body = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
