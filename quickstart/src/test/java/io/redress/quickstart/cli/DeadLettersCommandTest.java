package io.redress.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.SuiteFile;
import io.redress.quickstart.suite.SuitePorts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a suite whose gateway and issuer are one stand-in. */
class DeadLettersCommandTest {

    private static final String LETTER = """
            {"id":"dlt_cases_7","state":"OPEN","topic":"refunds.events.v1","partition":3,"offset":41,"key":"clm_1",
             "subject":"clm_1","sequence":2,"cause":"no such\\ncase","openedAt":"2026-01-01T00:00:00Z","attempts":1}""";

    @TempDir
    private Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer suite;
    private int replays;

    @BeforeEach
    void pretendToRun() throws IOException {
        suite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        suite.createContext("/", exchange -> {
            byte[] answer = answer(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        suite.start();
        int port = suite.getAddress().getPort();
        Map<ServiceName, Integer> ports = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            ports.put(service, port);
        }
        new SuiteFile(ProcessHandle.current().pid(), new SuitePorts(port, 2, 3, 4, ports, ports)).write(directory);
    }

    @AfterEach
    void stop() {
        suite.stop(0);
    }

    @Test
    void every_service_is_asked_page_by_page_and_a_cause_stays_on_its_line() {
        Ended ended = run("dead-letters");

        assertThat(ended.code()).isZero();
        assertThat(ended.printed().lines())
                .hasSize(3)
                .filteredOn(
                        line -> line.matches("dlt_cases_7 +refunds\\.events\\.v1 +clm_1 +clm_1 #2 +1 +no such case"))
                .hasSize(2);
        assertThat(asked)
                .containsExactly(
                        "token op",
                        "GET /v1/operations/penalties/dead-letters?limit=200&state=OPEN",
                        "GET /v1/operations/cases/dead-letters?limit=200&state=OPEN",
                        "GET /v1/operations/cases/dead-letters?limit=200&state=OPEN&cursor=Nw",
                        "GET /v1/operations/refunds/dead-letters?limit=200&state=OPEN",
                        "GET /v1/operations/notifications/dead-letters?limit=200&state=OPEN");
    }

    @Test
    void programs_read_the_same_as_json_with_the_service_in_it() throws IOException {
        Ended ended = run("dead-letters", "list", "--service", "case-service", "--state", "REPLAYED", "--json");

        JsonNode items = new ObjectMapper().readTree(ended.printed()).path("items");
        assertThat(ended.code()).isZero();
        assertThat(items).hasSize(2);
        assertThat(items.path(0).path("service").asText()).isEqualTo("case-service");
        assertThat(items.path(0).path("offset").asLong()).isEqualTo(41);
        assertThat(asked).contains("GET /v1/operations/cases/dead-letters?limit=200&state=REPLAYED");
    }

    @Test
    void a_replay_calls_until_there_is_no_more_and_ends_with_1_if_a_dead_letter_stays() {
        Ended ended = run("dead-letters", "replay", "--all", "--service", "cases");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.printed().lines())
                .containsExactly(
                        "ok refunds.events.v1 clm_1: 2 handled",
                        "FAILED refunds.events.v1 clm_2: 1 handled, dlt_cases_9 stays: no such case",
                        "dead-letters replay: 3 handled, 1 keys wait on");
    }

    private String answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (path.equals("/dev/tokens")) {
            asked.add("token op");
            return "{\"access_token\":\"t\"}";
        }
        asked.add(exchange.getRequestMethod() + " " + path);
        if (path.endsWith("/replays")) {
            replays++;
            return replays == 1
                    ? "{\"keys\":[{\"topic\":\"refunds.events.v1\",\"key\":\"clm_1\",\"closed\":2}],\"more\":true}"
                    : "{\"keys\":[{\"topic\":\"refunds.events.v1\",\"key\":\"clm_2\",\"closed\":1,\"failed\":"
                            + "{\"deadLetterId\":\"dlt_cases_9\",\"cause\":\"no such case\"}}],\"more\":false}";
        }
        if (!path.contains("/cases/")) {
            return "{\"items\":[]}";
        }
        return path.contains("cursor=")
                ? "{\"items\":[" + LETTER + "]}"
                : "{\"items\":[" + LETTER + "],\"next\":\"Nw\"}";
    }

    private record Ended(int code, String printed) {}

    private Ended run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data-dir", directory.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return new Ended(Redress.run(all.toArray(String[]::new)), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
