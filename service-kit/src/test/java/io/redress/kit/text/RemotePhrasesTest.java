package io.redress.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.config.Secret;
import io.redress.kit.http.MachineTokens;
import io.redress.kit.http.TokenConfig;
import io.redress.kit.resilience.Guard;
import io.redress.kit.resilience.GuardConfig;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be checked is not let through; what was known once stays known. */
class RemotePhrasesTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<String> term = Optional.empty();
    private HttpServer keeper;
    private RemotePhrases phrases;

    @BeforeEach
    void start() {
        keeper = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .await();
        String url = "http://127.0.0.1:" + keeper.actualPort();
        WebClient client = WebClient.create(vertx);
        TokenConfig tokens = new TokenConfig(
                url, url + "/jwks", "redress", url + "/token", "case-service", new Secret("s"), Optional.empty());
        phrases = new RemotePhrases(
                vertx,
                url + "/terms",
                client,
                new MachineTokens(client, tokens, MachineClock.system()),
                new Guard(
                        vertx, "keeper", new GuardConfig(10_000, 20_000, 4, 1, 100, 1_000), new SimpleMeterRegistry()));
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private void answer(HttpServerRequest request) {
        if (request.path().equals("/token")) {
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end("{\"access_token\":\"t\",\"expires_in\":600}");
            return;
        }
        String seen = request.getHeader("If-None-Match");
        asked.add(request.getHeader("Authorization") + " " + seen);
        if (term.isEmpty()) {
            request.response().setStatusCode(503).end();
            return;
        }
        String etag = '"' + term.get() + '"';
        if (etag.equals(seen)) {
            request.response().setStatusCode(304).putHeader("ETag", etag).end();
            return;
        }
        request.response()
                .putHeader("ETag", etag)
                .putHeader("Content-Type", "application/json")
                .end("{\"version\":1,\"terms\":[{\"en\":\"" + term.get() + "\",\"zh\":\"引流词库\"}]}");
    }

    @Test
    void as_long_as_none_was_ever_loaded_there_is_no_scanner() {
        assertThatThrownBy(() -> phrases.scanner().await()).isInstanceOf(PeerUnavailable.class);
    }

    @Test
    void the_last_good_set_is_kept_while_the_keeper_is_away_and_replaced_when_it_changes() {
        term = Optional.of("first-term");
        assertThat(phrases.scanner().await().find("the first term")).contains("first-term");

        term = Optional.empty();
        assertThatThrownBy(() -> phrases.refresh().await()).isInstanceOf(PeerUnavailable.class);
        assertThat(phrases.scanner().await().find("the first term")).contains("first-term");

        term = Optional.of("second-term");
        phrases.refresh().await();
        assertThat(phrases.scanner().await().find("the first term")).isEmpty();
        assertThat(phrases.scanner().await().find("the second term")).contains("second-term");
    }

    @Test
    void an_unchanged_set_is_not_sent_again() {
        term = Optional.of("first-term");
        phrases.refresh().await();
        phrases.refresh().await();

        assertThat(asked).containsExactly("Bearer t null", "Bearer t \"first-term\"");
        assertThat(phrases.scanner().await().find("first term")).isPresent();
    }
}
