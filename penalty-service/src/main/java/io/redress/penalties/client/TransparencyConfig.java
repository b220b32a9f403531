package io.redress.penalties.client;

import io.redress.kit.config.Secret;
import java.time.Duration;

/**
 * How the EU Transparency Database is called.
 *
 * @param url base of its API, without a slash at the end, such as {@code https://…/api/v1}
 * @param token bearer token of the platform
 * @param requestsPerSecond at most, by each replica
 * @param timeout of one request
 */
public record TransparencyConfig(String url, Secret token, int requestsPerSecond, Duration timeout) {}
