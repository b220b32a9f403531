package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import io.redress.notifications.TlsMailServer.Protection;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail servers that want TLS and a login, and those that only seem to. */
class TlsMailIT {
    private static final String HERE = "ip:127.0.0.1,dns:localhost";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"STARTTLS, m-641", "SSL, m-642"})
    void mail_goes_over_tls_to_a_server_whose_authority_is_configured(Protection protection, String merchantId) {
        try (TlsMailServer server = new TlsMailServer(directory, protection, HERE);
                ChannelsSuite suite = new ChannelsSuite(environment(server, protection, Map.of()))) {
            String address = suite.register(merchantId, "zh");

            JsonObject delivery = suite.delivery(suite.statement(merchantId), "EMAIL", "ACCEPTED");

            assertThat(ChannelsSuite.states(delivery)).containsExactly("QUEUED", "SENT", "ACCEPTED");
            assertThat(server.recipients()).contains(address);
            assertThat(server.logins()).isPositive();
            assertThat(server.upgrades() > 0).isEqualTo(protection == Protection.STARTTLS);
        }
    }

    @Test
    void a_wrong_password_is_on_record_and_loses_no_mail() {
        try (TlsMailServer server = new TlsMailServer(directory, Protection.STARTTLS, HERE);
                ChannelsSuite suite = new ChannelsSuite(environment(
                        server, Protection.STARTTLS, Map.of("REDRESS_SMTP_RETRIES", "PT0.3S" + ",PT2S".repeat(15))))) {
            server.password("another");
            String address = suite.register("m-643", "zh");
            JsonObject notice = suite.statement("m-643");

            JsonObject tried = suite.delivery(
                    notice, "EMAIL", delivery -> delivery.getJsonArray("steps").size() >= 3);
            assertThat(ChannelsSuite.states(tried)).containsOnly("QUEUED");
            assertThat(ChannelsSuite.evidence(tried, 1)).contains("535");
            assertThat(ChannelsSuite.evidence(tried, 2)).contains("535");
            assertThat(tried.encode()).doesNotContain("right");
            assertThat(server.recipients()).doesNotContain(address);
            server.password("right");

            suite.delivery(notice, "EMAIL", "ACCEPTED");

            assertThat(server.recipients()).containsOnlyOnce(address);
        }
    }

    @Test
    void a_server_without_starttls_gets_neither_the_mail_nor_the_password_in_plain_text() {
        try (TlsMailServer server = new TlsMailServer(directory, Protection.NONE, HERE);
                ChannelsSuite suite = new ChannelsSuite(environment(server, Protection.STARTTLS, Map.of()))) {
            assertNothingIsHandedOver(server, suite, "m-644");
        }
    }

    @Test
    void a_certificate_of_nobody_who_is_believed_gets_nothing() {
        try (TlsMailServer server = new TlsMailServer(directory, Protection.STARTTLS, HERE)) {
            Map<String, String> environment = environment(server, Protection.STARTTLS, Map.of());
            environment.remove("REDRESS_SMTP_CA");
            try (ChannelsSuite suite = new ChannelsSuite(environment)) {
                assertNothingIsHandedOver(server, suite, "m-645");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS, m-646", "SSL, m-647"})
    void a_certificate_for_another_name_gets_nothing(Protection protection, String merchantId) {
        try (TlsMailServer server = new TlsMailServer(directory, protection, "dns:other.example");
                ChannelsSuite suite = new ChannelsSuite(environment(server, protection, Map.of()))) {
            assertNothingIsHandedOver(server, suite, merchantId);
        }
    }

    @Test
    void a_file_without_certificates_stops_the_service_before_it_starts() throws Exception {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "no certificate\n");
        Map<String, String> environment = new HashMap<>(SealedTermsPeer.environment());
        environment.put("REDRESS_SMTP_HOST", "mail.example");
        environment.put("REDRESS_SMTP_FROM", "notices@redress.example");
        environment.put("REDRESS_SMTP_CA", empty.toString());

        assertThatThrownBy(() -> NotificationServiceConfig.from(new Env(environment)))
                .isInstanceOf(ConfigProblems.class)
                .hasMessageContaining("REDRESS_SMTP_CA must be a readable file of PEM certificates");
    }

    /** A connection that is over has got what it would ever get. */
    private static void assertNothingIsHandedOver(TlsMailServer server, ChannelsSuite suite, String merchantId) {
        suite.register(merchantId, "zh");
        JsonObject notice = suite.statement(merchantId);

        await("two attempts").atMost(ChannelsSuite.LONG).until(() -> server.ended() >= 2);

        assertThat(server.recipients()).isEmpty();
        assertThat(server.logins()).isZero();
        JsonObject delivery = suite.deliveryNow(notice, "EMAIL");
        assertThat(delivery.getString("state")).isEqualTo("QUEUED");
        assertThat(suite.mail.mails(delivery.getString("address"))).isEmpty();
    }

    private static Map<String, String> environment(
            TlsMailServer server, Protection protection, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("REDRESS_SMTP_PORT", String.valueOf(server.port()));
        environment.put("REDRESS_SMTP_TLS", protection.name());
        environment.put("REDRESS_SMTP_CA", server.certificate().toString());
        environment.put("REDRESS_SMTP_USER", TlsMailServer.USER);
        environment.put("REDRESS_SMTP_PASSWORD", "right");
        environment.putAll(more);
        return environment;
    }
}
