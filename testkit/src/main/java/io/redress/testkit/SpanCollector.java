package io.redress.testkit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes spans as a collector does, by OTLP over HTTP in protobuf, and keeps the last of them. */
public final class SpanCollector implements AutoCloseable {

    private static final int KEPT = 20_000;
    private static final int STATUS_ERROR = 2;

    /**
     * A span as it came over the wire.
     *
     * @param parentId empty for the first of its trace
     */
    public record CollectedSpan(
            String service,
            String traceId,
            String spanId,
            String parentId,
            String name,
            Map<String, String> attributes,
            boolean failed) {}

    private final Deque<CollectedSpan> spans = new ArrayDeque<>();
    private final HttpServer server;

    private SpanCollector(Vertx vertx) {
        server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(this::take);
    }

    public static SpanCollector start(Vertx vertx) {
        SpanCollector collector = new SpanCollector(vertx);
        collector.server.listen(0, "127.0.0.1").await();
        return collector;
    }

    /** For REDRESS_OTEL_ENDPOINT. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    public synchronized List<CollectedSpan> ofTrace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    /** The span that another hangs on, if it has come. */
    public synchronized Optional<CollectedSpan> parentOf(CollectedSpan child) {
        return spans.stream()
                .filter(span ->
                        span.traceId().equals(child.traceId()) && span.spanId().equals(child.parentId()))
                .findFirst();
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            boolean known = request.path().equals("/v1/traces");
            if (known) {
                keep(read(body.getBytes()));
            }
            request.response()
                    .setStatusCode(known ? 200 : 404)
                    .putHeader("Content-Type", "application/x-protobuf")
                    .end();
        });
    }

    private synchronized void keep(List<CollectedSpan> more) {
        spans.addAll(more);
        while (spans.size() > KEPT) {
            spans.removeFirst();
        }
    }

    // field numbers: opentelemetry/proto/trace/v1/trace.proto
    private static List<CollectedSpan> read(byte[] request) {
        List<CollectedSpan> read = new ArrayList<>();
        for (ProtobufFields ofResource : ProtobufFields.of(request).messages(1)) {
            String service = attributes(ofResource.messages(1).get(0), 1).get("service.name");
            for (ProtobufFields ofScope : ofResource.messages(2)) {
                ofScope.messages(2).forEach(span -> read.add(span(service, span)));
            }
        }
        return read;
    }

    private static CollectedSpan span(String service, ProtobufFields span) {
        HexFormat hex = HexFormat.of();
        return new CollectedSpan(
                service,
                hex.formatHex(span.bytes(1)),
                hex.formatHex(span.bytes(2)),
                hex.formatHex(span.bytes(4)),
                span.text(5),
                attributes(span, 9),
                span.messages(15).stream().anyMatch(status -> status.number(3) == STATUS_ERROR));
    }

    private static Map<String, String> attributes(ProtobufFields holder, int tag) {
        Map<String, String> attributes = new TreeMap<>();
        holder.messages(tag)
                .forEach(attribute -> attributes.put(
                        attribute.text(1), attribute.messages(2).get(0).text(1)));
        return attributes;
    }

    @Override
    public void close() {
        server.close().await();
    }
}
