package io.redress.gateway.browser;

import io.redress.kit.config.Env;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What browsers are told.
 *
 * @param allowedOrigins whose pages may call, exactly as browsers send them; empty: none
 * @param https the gateway is reached by https only
 */
public record BrowserConfig(Set<String> allowedOrigins, boolean https) {

    public BrowserConfig {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    public static BrowserConfig from(Env env) {
        Set<String> origins = Arrays.stream(
                        env.optional("REDRESS_GATEWAY_ALLOWED_ORIGINS", "").split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toSet());
        boolean https = env.find("REDRESS_GATEWAY_PUBLIC_URL").isPresent()
                && env.httpUrl("REDRESS_GATEWAY_PUBLIC_URL").startsWith("https:");
        return new BrowserConfig(origins, https);
    }
}
