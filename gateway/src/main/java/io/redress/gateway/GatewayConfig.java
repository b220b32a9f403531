package io.redress.gateway;

import io.redress.gateway.access.AccessConfig;
import io.redress.gateway.browser.BrowserConfig;
import io.redress.gateway.limits.RateConfig;
import io.redress.gateway.limits.StreamLimits;
import io.redress.kit.config.Env;
import io.redress.kit.http.HttpConfig;
import io.redress.kit.http.TokenConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the gateway is told by its environment.
 *
 * @param maxBodyBytes larger request bodies are refused with 413 before any service sees them
 * @param upstreams where the instances of each service listen, without a slash at the end
 * @param upstreamTimeout how long one service may take for one answer
 */
public record GatewayConfig(
        HttpConfig http,
        int maxBodyBytes,
        TokenConfig tokens,
        AccessConfig access,
        Map<Upstream, List<URI>> upstreams,
        Duration upstreamTimeout,
        RateConfig rates,
        StreamLimits streams,
        BrowserConfig browsers) {

    public static final int DEFAULT_PORT = 8080;

    private static final int MIB = 1_048_576;

    public GatewayConfig {
        upstreams = Map.copyOf(upstreams);
    }

    /** @throws io.redress.kit.config.ConfigProblems naming every setting that is missing or malformed */
    public static GatewayConfig from(Env env) {
        Map<Upstream, List<URI>> upstreams = new EnumMap<>(Upstream.class);
        for (Upstream upstream : Upstream.values()) {
            upstreams.put(upstream, origins(env.required(upstream.urlVariable())));
        }
        GatewayConfig config = new GatewayConfig(
                HttpConfig.from(env, DEFAULT_PORT),
                env.integer("REDRESS_GATEWAY_MAX_BODY_BYTES", MIB, 1_024, 16 * MIB),
                TokenConfig.from(env),
                AccessConfig.from(env),
                upstreams,
                env.duration("REDRESS_GATEWAY_UPSTREAM_TIMEOUT", Duration.ofSeconds(10)),
                RateConfig.from(env),
                StreamLimits.from(env),
                BrowserConfig.from(env));
        env.check();
        return config;
    }

    /** Comma separated. */
    private static List<URI> origins(String urls) {
        return Arrays.stream(urls.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url))
                .toList();
    }
}
