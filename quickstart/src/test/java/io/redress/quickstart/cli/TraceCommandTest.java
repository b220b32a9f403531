package io.redress.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a suite whose every management port is one stand-in. */
class TraceCommandTest {

    private static final String KNOWN = """
            {"reads":[],"truncated":false,"events":[{"id":"evt_1","source":"penalty-service",
             "type":"io.redress.penalties.PenaltyProposed","subject":"pen_1","sequence":1,"version":1,
             "businessTime":"2018-01-15T01:00:00Z","recordedAt":"2026-01-01T00:00:00Z","actor":"enf-1",
             "correlationId":"req-12345678","causationId":null,"traceId":null,"effectId":null,"state":"PUBLISHED"}]}""";
    private static final String UNKNOWN = "{\"reads\":[],\"truncated\":false,\"events\":[]}";

    @TempDir
    private Path directory;

    private HttpServer management;

    @BeforeEach
    void pretendToRun() throws IOException {
        management = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        management.createContext("/trace", exchange -> {
            String question = exchange.getRequestURI().getQuery();
            byte[] answer = (question.equals("id=req-12345678") ? KNOWN : UNKNOWN).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        management.start();
        Map<ServiceName, Integer> ports = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            ports.put(service, management.getAddress().getPort());
        }
        new SuiteFile(ProcessHandle.current().pid(), new SuitePorts(1, 2, 3, 4, ports, ports)).write(directory);
    }

    @AfterEach
    void stop() {
        management.stop(0);
    }

    @Test
    void what_is_known_is_printed_and_ends_with_0() {
        Ended ended = run("req-12345678");

        assertThat(ended.code()).isZero();
        assertThat(ended.printed().lines())
                .containsExactly(
                        "request req-12345678 by enf-1, trace unknown",
                        "  penalty-service  PenaltyProposed  pen_1 #1  published"
                                + "  2018-01-15T01:00:00Z (recorded 2026-01-01T00:00:00Z)");
    }

    @Test
    void programs_read_the_same_as_json() throws IOException {
        Ended ended = run("req-12345678", "--json");

        JsonNode trace = new ObjectMapper().readTree(ended.printed());
        assertThat(ended.code()).isZero();
        assertThat(trace.path("events").path(0).path("id").asText()).isEqualTo("evt_1");
        assertThat(trace.path("events").path(0).path("recordedAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void what_nobody_knows_ends_with_1() {
        Ended ended = run("pen_nobody");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.printed()).contains("nothing is known under pen_nobody");
    }

    private record Ended(int code, String printed) {}

    private Ended run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "trace";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--data-dir";
        all[all.length - 1] = directory.toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return new Ended(Redress.run(all), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
