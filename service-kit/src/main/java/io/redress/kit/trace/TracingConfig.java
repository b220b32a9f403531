package io.redress.kit.trace;

import io.redress.kit.config.Env;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Whether spans are recorded, and for whom.
 *
 * @param endpoint of an OTLP/HTTP collector, without the path; empty: nothing is recorded
 * @param ratio of traces that are recorded, from 0 to 1; decided by the trace id alone, so that all services with the
 *     same ratio record the same traces, whatever a caller's header demands
 */
public record TracingConfig(Optional<String> endpoint, double ratio) {

    /** Nothing is recorded. */
    public static final TracingConfig OFF = new TracingConfig(Optional.empty(), 1);

    public static TracingConfig from(Env env) {
        if (!env.choice("REDRESS_OTEL", "off", "on", "off").equals("on")) {
            return OFF;
        }
        return new TracingConfig(
                Optional.of(env.httpUrl("REDRESS_OTEL_ENDPOINT")), env.fraction("REDRESS_OTEL_RATIO", 1));
    }

    /** @param serviceName what the spans are said to come from */
    public Tracing open(String serviceName) {
        return endpoint.<Tracing>map(url -> OtelTracing.exporting(url, ratio, serviceName))
                .orElseGet(() -> Tracing.off(new SecureRandom()));
    }
}
