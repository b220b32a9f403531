package io.redress.e2e.oracles;

import com.sun.net.httpserver.HttpServer;
import io.redress.e2e.SuiteAddress;
import io.redress.infra.PgUrl;
import io.redress.quickstart.suite.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The management port of one case-service that says what a test has it say. */
final class ManagementPages implements AutoCloseable {

    private final HttpServer server;

    ManagementPages(String path, Supplier<String> page) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(path, exchange -> {
            byte[] body = page.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    SuiteAddress suite() {
        String origin = "http://127.0.0.1:" + server.getAddress().getPort();
        return new SuiteAddress(
                origin,
                origin,
                Map.of(ServiceName.CASES, List.of(origin)),
                new PgUrl("127.0.0.1", 1, "redress", "postgres", ""),
                "127.0.0.1:1",
                Map.of(),
                Path.of("none"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
