package io.redress.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Spans through the OpenTelemetry SDK. Exports happen on a thread of the SDK's own, from a bounded queue: a collector
 * that is slow or away costs spans, never an answer. No context is kept in thread locals: the parent is always said.
 */
final class OtelTracing implements Tracing {

    private static final int QUEUE_SPANS = 4_096;
    private static final int BATCH_SPANS = 512;
    private static final Duration BATCH_EVERY = Duration.ofSeconds(1);
    private static final Duration EXPORT_TIMEOUT = Duration.ofSeconds(5);
    private static final long CLOSE_SECONDS = 6;

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private OtelTracing(SdkTracerProvider provider) {
        this.provider = provider;
        this.tracer = provider.get("io.redress.kit");
    }

    /** @param endpoint base of an OTLP/HTTP collector */
    static OtelTracing exporting(String endpoint, double ratio, String serviceName) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint + "/v1/traces")
                .setConnectTimeout(EXPORT_TIMEOUT)
                .setTimeout(EXPORT_TIMEOUT)
                .build();
        return through(
                BatchSpanProcessor.builder(new WatchedExporter(exporter, endpoint))
                        .setMaxQueueSize(QUEUE_SPANS)
                        .setMaxExportBatchSize(BATCH_SPANS)
                        .setScheduleDelay(BATCH_EVERY)
                        .setExporterTimeout(EXPORT_TIMEOUT)
                        .build(),
                ratio,
                serviceName);
    }

    static OtelTracing through(SpanProcessor processor, double ratio, String serviceName) {
        return new OtelTracing(SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), serviceName)))
                // by trace id alone: the flag in a header is a stranger's wish
                .setSampler(Sampler.traceIdRatioBased(ratio))
                .addSpanProcessor(processor)
                .build());
    }

    @Override
    public boolean recording() {
        return true;
    }

    @Override
    public Span start(Kind kind, String name, Optional<TraceParent> parent) {
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(SpanKind.valueOf(kind.name()));
        parent.ifPresentOrElse(before -> builder.setParent(context(before)), builder::setNoParent);
        return new Step(builder.startSpan());
    }

    private static Context context(TraceParent parent) {
        SpanContext remote = SpanContext.createFromRemoteParent(
                parent.traceId(),
                parent.spanId(),
                parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault());
        return Context.root().with(io.opentelemetry.api.trace.Span.wrap(remote));
    }

    @Override
    public Future<Void> close() {
        Promise<Void> closed = Promise.promise();
        CompletableResultCode shutdown = provider.shutdown();
        shutdown.whenComplete(closed::tryComplete);
        // what the collector did not take by then is lost, and that is no failure of the service
        return closed.future().timeout(CLOSE_SECONDS, TimeUnit.SECONDS).otherwiseEmpty();
    }

    private record Step(io.opentelemetry.api.trace.Span span) implements Span {

        @Override
        public TraceParent context() {
            SpanContext context = span.getSpanContext();
            return new TraceParent(context.getTraceId(), context.getSpanId(), context.isSampled());
        }

        @Override
        public Span attribute(String name, String value) {
            span.setAttribute(name, value);
            return this;
        }

        @Override
        public void end() {
            span.end();
        }

        @Override
        public void fail(Throwable failure) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failure.getClass().getSimpleName())
                    .end();
        }
    }
}
