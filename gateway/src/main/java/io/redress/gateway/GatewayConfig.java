package io.redress.gateway;

import io.redress.gateway.access.AccessConfig;
import io.redress.gateway.browser.BrowserConfig;
import io.redress.gateway.limits.RateConfig;
import io.redress.gateway.limits.StreamLimits;
import io.redress.kit.config.Env;
import io.redress.kit.faults.FaultsConfig;
import io.redress.kit.http.HttpConfig;
import io.redress.kit.http.TokenConfig;
import io.redress.kit.trace.TracingConfig;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the gateway is told by its environment.
 *
 * @param maxBodyBytes larger request bodies are refused with 413 before any service sees them
 * @param upstreams where the instances of each service listen, without a slash at the end
 * @param upstreamTimeout how long one service may take for one answer
 * @param overviewTimeout how long a part of the overview is waited for
 */
public record GatewayConfig(
        HttpConfig http,
        int maxBodyBytes,
        TokenConfig tokens,
        AccessConfig access,
        Map<Upstream, List<URI>> upstreams,
        Duration upstreamTimeout,
        Duration overviewTimeout,
        RateConfig rates,
        StreamLimits streams,
        BrowserConfig browsers,
        TracingConfig tracing,
        FaultsConfig faults) {

    public static final int DEFAULT_PORT = 8080;

    private static final int MAX_INSTANCES = 16;
    private static final int MIB = 1_048_576;

    public GatewayConfig {
        upstreams = Map.copyOf(upstreams);
    }

    /** @throws io.redress.kit.config.ConfigProblems naming every setting that is missing or malformed */
    public static GatewayConfig from(Env env) {
        Map<Upstream, List<URI>> upstreams = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            upstreams.put(upstream, env.httpUrls(upstream.urlVariable(), MAX_INSTANCES));
        }
        GatewayConfig config = new GatewayConfig(
                HttpConfig.from(env, DEFAULT_PORT),
                env.integer("REDRESS_GATEWAY_MAX_BODY_BYTES", MIB, 1_024, 16 * MIB),
                TokenConfig.from(env),
                AccessConfig.from(env),
                upstreams,
                env.duration("REDRESS_GATEWAY_UPSTREAM_TIMEOUT", Duration.ofSeconds(10)),
                env.duration("REDRESS_GATEWAY_OVERVIEW_TIMEOUT", Duration.ofSeconds(3)),
                RateConfig.from(env),
                StreamLimits.from(env),
                BrowserConfig.from(env),
                TracingConfig.from(env),
                FaultsConfig.from(env));
        env.check();
        return config;
    }
}
