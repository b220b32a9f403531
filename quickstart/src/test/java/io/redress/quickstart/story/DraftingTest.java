package io.redress.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.redress.quickstart.http.HttpJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a suite that has closed many cases on the clauses of a draft with two violations. */
class DraftingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final User ADJUDICATOR = User.staff("adj-1", "adjudicator");
    private static final Map<String, Object> DRAFT = Map.of(
            "outcome",
            "UPHOLD",
            "violations",
            List.of(Map.of("violationId", "vio_1", "facts", List.of("count")), Map.of("violationId", "vio_2")));

    private final List<JsonNode> drafts = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final HttpServer suite = suite();

    @AfterEach
    void stop() {
        suite.stop(0);
    }

    @Test
    void whoever_leaves_the_usual_band_says_why_of_each_item_and_of_no_other() {
        unusual(1);

        JsonNode drafted = Drafting.issue(run(), ADJUDICATOR, "/v1/cases/cas_1", DRAFT);

        assertThat(drafted.path("status").asText()).isEqualTo("REPLY_WINDOW");
        assertThat(drafts).hasSize(2);
        JsonNode last = drafts.get(1);
        assertThat(last.path("violations")
                        .path(1)
                        .path("deviationReasons")
                        .path("zh")
                        .asText())
                .isNotBlank();
        assertThat(last.path("violations")
                        .path(1)
                        .path("deviationReasons")
                        .path("en")
                        .asText())
                .isNotBlank();
        assertThat(last.path("violations").path(0))
                .isEqualTo(drafts.get(0).path("violations").path(0));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("adj-1 says why");
    }

    @Test
    void both_items_may_leave_it() {
        unusual(0, 1);

        Drafting.issue(run(), ADJUDICATOR, "/v1/cases/cas_1", DRAFT);

        assertThat(drafts).hasSize(3);
        assertThat(drafts.get(2).findValues("deviationReasons")).hasSize(2);
    }

    @Test
    void a_usual_draft_gives_no_such_reasons() {
        unusual();

        Drafting.issue(run(), ADJUDICATOR, "/v1/cases/cas_1", DRAFT);

        assertThat(drafts).hasSize(1);
        assertThat(drafts.get(0).findValues("deviationReasons")).isEmpty();
    }

    @Test
    void of_several_at_once_those_say_why_that_have_to() {
        Map<String, Object> usual = Map.of("caseId", "cas_1", "violations", List.of(Map.of("violationId", "vio_1")));
        Map<String, Object> other = Map.of("caseId", "cas_2", "violations", List.of(Map.of("violationId", "vio_2")));
        List<List<Map<String, Object>>> sent = new ArrayList<>();

        List<String> results = Drafting.together(run(), List.of(usual, other), some -> {
            sent.add(some);
            return sent.size() == 1 ? List.of("REPLY_WINDOW", "consistency-reason-missing") : List.of("REPLY_WINDOW");
        });

        assertThat(results).containsExactly("REPLY_WINDOW", "REPLY_WINDOW");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).hasSize(1);
        assertThat(sent.get(1).get(0)).containsEntry("caseId", "cas_2");
        assertThat(sent.get(1).get(0).get("violations").toString()).contains("deviationReasons");
    }

    @Test
    void what_else_a_draft_is_refused_for_breaks_the_story() {
        suite.createContext("/v1/cases/cas_1/draft-rulings", exchange -> answer(exchange, 422, """
                {"code": "reasons-missing", "detail": "No reasons."}"""));

        assertThatThrownBy(() -> Drafting.issue(run(), ADJUDICATOR, "/v1/cases/cas_1", DRAFT))
                .isInstanceOf(StoryBroken.class);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("FAILED", "reasons-missing");
    }

    private StoryRun run() {
        HttpJson origin = new HttpJson("http://127.0.0.1:" + suite.getAddress().getPort(), Duration.ofSeconds(10));
        return new StoryRun(origin, origin, new Facts(new PrintStream(said, true, StandardCharsets.UTF_8)), "t");
    }

    /** A draft whose items of these numbers need reasons. */
    private void unusual(int... items) {
        suite.createContext("/v1/cases/cas_1/draft-rulings", exchange -> {
            JsonNode draft = JSON.readTree(exchange.getRequestBody().readAllBytes());
            drafts.add(draft);
            for (int item : items) {
                if (!draft.path("violations").path(item).has("deviationReasons")) {
                    answer(exchange, 422, """
                            {"code": "consistency-reason-missing", "detail": "Say why.",
                             "errors": [{"pointer": "/violations/%d/deviationReasons", "detail": "Say why."}]}""".formatted(item));
                    return;
                }
            }
            answer(exchange, 200, "{\"status\": \"REPLY_WINDOW\"}");
        });
    }

    private static HttpServer suite() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/dev/tokens", exchange -> answer(exchange, 200, "{\"access_token\": \"t\"}"));
            server.createContext("/v1/cases/cas_1", exchange -> answer(exchange, 200, "{}"));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
