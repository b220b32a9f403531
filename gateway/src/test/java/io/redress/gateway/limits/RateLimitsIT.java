package io.redress.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.RawHttp;
import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates through HTTP: 3 at once and 1 a minute for a caller, 2 at once and 1 a minute for an address. */
class RateLimitsIT {

    private final RunningGateway gateway = new RunningGateway();

    @BeforeEach
    void start() {
        String penalties = gateway.serve(
                request -> request.response().putHeader("RateLimit", "spoof").end("{}"));
        gateway.with(Upstream.PENALTIES, penalties)
                .with("REDRESS_GATEWAY_RATE_PER_MINUTE", "1")
                .with("REDRESS_GATEWAY_RATE_BURST", "3")
                .with("REDRESS_GATEWAY_UNKNOWN_RATE_PER_MINUTE", "1")
                .with("REDRESS_GATEWAY_UNKNOWN_RATE_BURST", "2")
                .start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void each_answer_says_what_is_left_and_the_one_too_many_when_to_come_back() {
        ApiClient caller = gateway.staff("enf-1", "enforcement");

        for (int left = 2; left >= 0; left--) {
            Answer answer = caller.get("/v1/penalties");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy")).hasValue("\"caller\";q=3;w=180");
            assertThat(answer.header("RateLimit").orElseThrow()).startsWith("\"caller\";r=" + left + ";t=");
        }
        Answer refused = caller.get("/v1/penalties");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(refused.header("RateLimit").orElseThrow()).startsWith("\"caller\";r=0;t=");
        assertThat(gateway.staff("enf-2", "enforcement").get("/v1/penalties").status())
                .isEqualTo(200);
    }

    @Test
    void guessing_tokens_is_slow_and_who_shares_the_address_with_a_guesser_goes_on() {
        ApiClient known = gateway.staff("enf-1", "enforcement");
        assertThat(known.get("/v1/penalties").status()).isEqualTo(200);
        ApiClient guesser = gateway.anybody().as("a.b.c");
        for (int left = 1; left >= 0; left--) {
            Answer guessed = guesser.get("/v1/penalties");
            assertThat(guessed.status()).isEqualTo(401);
            assertThat(guessed.header("RateLimit-Policy")).hasValue("\"address\";q=2;w=120");
            assertThat(guessed.header("RateLimit").orElseThrow()).startsWith("\"address\";r=" + left + ";t=");
        }

        Answer refused = guesser.get("/v1/penalties");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
        // not even a good token is looked at, if it was never seen
        assertThat(gateway.staff("enf-2", "enforcement").get("/v1/penalties").status())
                .isEqualTo(429);
        assertThat(known.get("/v1/penalties").status()).isEqualTo(200);
    }

    @Test
    void what_is_no_request_counts_against_its_address_too() {
        RawHttp.send(gateway.port(), "no request at all\r\n\r\n");
        RawHttp.send(gateway.port(), "no request at all\r\n\r\n");

        assertThat(gateway.anybody().get("/v1/penalties").status()).isEqualTo(429);
    }

    @Test
    void whom_a_caller_claims_to_be_forwarded_for_changes_nothing() {
        for (int i = 0; i < 2; i++) {
            assertThat(gateway.anybody()
                            .with("X-Forwarded-For", "10.0.0." + i)
                            .get("/v1/penalties")
                            .status())
                    .isEqualTo(401);
        }

        assertThat(gateway.anybody()
                        .with("X-Forwarded-For", "10.0.0.9")
                        .get("/v1/penalties")
                        .status())
                .isEqualTo(429);
    }
}
