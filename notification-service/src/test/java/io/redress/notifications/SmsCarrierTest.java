package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.config.Secret;
import io.redress.notifications.app.Carrier;
import io.redress.notifications.client.SmsCarrier;
import io.redress.notifications.client.SmsConfig;
import io.redress.notifications.domain.RetryTable;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The carrier that is shipped, over HTTP. */
class SmsCarrierTest extends SmsContract {
    private final Vertx vertx = Vertx.vertx();
    private final SmsGateway gateway = new SmsGateway(vertx);
    private final SmsCarrier carrier = new SmsCarrier(
            vertx,
            WebClient.create(vertx),
            new SmsConfig(gateway.url(), new Secret("sms-secret"), new RetryTable(List.of(Duration.ofMinutes(1)))),
            new SimpleMeterRegistry());

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Override
    Carrier carrier() {
        return carrier;
    }

    @Override
    SmsNetwork network() {
        return gateway;
    }

    @Test
    void it_shows_its_secret() {
        what_is_taken_has_arrived_once_with_its_title_and_is_no_evidence_of_acceptance();

        assertThat(gateway.authorizations()).containsOnly("Bearer sms-secret");
    }
}
