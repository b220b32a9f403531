package io.redress.simulators.marketplace;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where the marketplace finds the suite and how it proves who it is.
 *
 * @param kafkaBootstrap host and port of the broker
 * @param kafkaUser its SASL principal, also its consumer group
 * @param kafkaPassword the principal's password
 * @param gatewayUrl base URL of the gateway, without a slash at the end
 * @param tokenUrl where machine tokens come from
 * @param clientId its client id there
 * @param clientSecret its client secret there
 * @param controlPort the port of its own control server; empty for none, 0 for a free one
 * @param firstRetry how long to wait before a confirmation is sent again; doubled each time
 * @param longestRetry the longest such wait
 */
public record MarketplaceConfig(
        String kafkaBootstrap,
        String kafkaUser,
        String kafkaPassword,
        String gatewayUrl,
        String tokenUrl,
        String clientId,
        String clientSecret,
        OptionalInt controlPort,
        Duration firstRetry,
        Duration longestRetry) {
    public MarketplaceConfig {
        Objects.requireNonNull(kafkaBootstrap, "kafkaBootstrap");
        Objects.requireNonNull(gatewayUrl, "gatewayUrl");
        Objects.requireNonNull(tokenUrl, "tokenUrl");
    }

    /** The usual settings: no control server of its own, retries from 100 ms to 5 s. */
    public static MarketplaceConfig of(
            String kafkaBootstrap,
            String kafkaUser,
            String kafkaPassword,
            String gatewayUrl,
            String tokenUrl,
            String clientId,
            String clientSecret) {
        return new MarketplaceConfig(
                kafkaBootstrap,
                kafkaUser,
                kafkaPassword,
                gatewayUrl,
                tokenUrl,
                clientId,
                clientSecret,
                OptionalInt.empty(),
                Duration.ofMillis(100),
                Duration.ofSeconds(5));
    }

    @Override
    public String toString() {
        return "MarketplaceConfig[" + kafkaBootstrap + ", " + gatewayUrl + ", " + clientId + ", ***]";
    }
}
