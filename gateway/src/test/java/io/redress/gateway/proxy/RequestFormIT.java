package io.redress.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.RawHttp;
import io.redress.gateway.RawHttp.Raw;
import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose form no client would send, over a socket: one problem, the connection closed, no service reached. */
class RequestFormIT {

    private static final AtomicInteger REACHED = new AtomicInteger();
    private static final String SMUGGLED = "GET /v1/penalties/pen_smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    private static RunningGateway gateway;
    private static String token;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway();
        String penalties = gateway.serve(request -> request.body().onSuccess(body -> {
            REACHED.incrementAndGet();
            request.response().end("{}");
        }));
        gateway.with(Upstream.PENALTIES, penalties)
                .with("REDRESS_GATEWAY_UNKNOWN_RATE_BURST", "1000")
                .start();
        token = gateway.issuer().staff("enf-1", "enforcement");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        REACHED.set(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 52\r\n\r\n",
                "Content-Length: 0, 52\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: +5\r\n\r\nhello",
                "Transfer-Encoding: xchunked\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Host: other\r\nContent-Length: 0\r\n\r\n",
            })
    void a_length_or_host_that_can_be_read_in_two_ways_is_refused_and_nothing_behind_it_is_read(String rest) {
        Raw answer = RawHttp.send(gateway.port(), head("POST") + rest + SMUGGLED);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().getString("code")).isEqualTo("validation-failed");
        assertThat(answer.answers()).isEqualTo(1);
        assertThat(answer.closed()).isTrue();
        assertThat(REACHED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Request-Id: abc\rX-Evil: 1\r\n\r\n",
                "X-Request-Id: abc\u0000def\r\n\r\n",
                "Bad Name: 1\r\n\r\n",
            })
    void a_header_that_hides_another_is_refused(String rest) {
        Raw answer = RawHttp.send(gateway.port(), head("GET") + "Connection: close\r\n" + rest);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("X-Evil");
        assertThat(REACHED).hasValue(0);
    }

    @Test
    void a_target_that_injects_a_header_is_no_target() {
        Raw answer = RawHttp.send(
                gateway.port(),
                "GET /v1/penalties?x=a\rX-Evil:1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(REACHED).hasValue(0);
    }

    @Test
    void headers_that_are_too_long_are_a_431_problem() {
        Raw answer = RawHttp.send(gateway.port(), head("GET") + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.problem().getString("code")).isEqualTo("headers-too-large");
        assertThat(answer.closed()).isTrue();
    }

    @Test
    void a_target_that_is_too_long_is_a_414_problem() {
        Raw answer = RawHttp.send(
                gateway.port(), "GET /v1/penalties?x=" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.problem().getString("code")).isEqualTo("uri-too-long");
        assertThat(answer.closed()).isTrue();
    }

    @Test
    void a_body_that_is_too_long_is_a_413_problem_whether_its_length_is_told_or_not() {
        Raw told = RawHttp.send(gateway.port(), head("POST") + "Content-Length: 2000000\r\n\r\n");
        String chunk = "10000\r\n" + "x".repeat(65_536) + "\r\n";
        Raw chunked =
                RawHttp.send(gateway.port(), head("POST") + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17));

        assertThat(told.status()).isEqualTo(413);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.problem().getString("code")).isEqualTo("payload-too-large");
        assertThat(told.closed()).isTrue();
        assertThat(chunked.closed()).isTrue();
        assertThat(REACHED).hasValue(0);
    }

    @Test
    void a_compressed_body_is_a_415_problem_that_says_what_is_read() {
        Raw answer = RawHttp.send(
                gateway.port(), head("POST") + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b00");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem().getString("code")).isEqualTo("unsupported-media-type");
        assertThat(answer.text().lines()).anyMatch(line -> line.equalsIgnoreCase("accept-encoding: identity"));
        assertThat(REACHED).hasValue(0);
    }

    private static String head(String method) {
        return method + " /v1/penalties HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n";
    }
}
