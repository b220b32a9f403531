package io.redress.kit.http;

import io.redress.kit.boot.MachineClock;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.time.Instant;

/** The service's own token for calls to others, by the client-credentials grant; kept until shortly before it expires. */
public final class MachineTokens {

    private static final int RENEW_BEFORE_SECONDS = 30;
    private static final int TIMEOUT_MILLIS = 3_000;

    private final WebClient client;
    private final TokenConfig config;
    private final MachineClock clock;
    private String token = "";
    private Instant renewAt = Instant.EPOCH;
    private Future<String> running;

    public MachineTokens(WebClient client, TokenConfig config, MachineClock clock) {
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    /** The value of an Authorization header. */
    public synchronized Future<String> authorization() {
        if (clock.now().isBefore(renewAt)) {
            return Future.succeededFuture("Bearer " + token);
        }
        if (running == null) {
            Future<String> asked = ask();
            running = asked.isComplete() ? null : asked;
            return asked.onComplete(done -> settled());
        }
        return running;
    }

    private synchronized void settled() {
        running = null;
    }

    private Future<String> ask() {
        MultiMap form = MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", "client_credentials")
                .add("client_id", config.clientId())
                .add("client_secret", config.clientSecret().value())
                .add("audience", config.audience());
        return client.postAbs(config.tokenUrl())
                .timeout(TIMEOUT_MILLIS)
                .as(PeerClient.answer())
                .sendForm(form)
                .map(response -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException(
                                "the issuer refused a machine token with " + response.statusCode());
                    }
                    JsonObject answer = response.bodyAsJsonObject();
                    token = answer.getString("access_token");
                    renewAt = clock.now()
                            .plusSeconds(answer.getLong("expires_in", 60L))
                            .minusSeconds(RENEW_BEFORE_SECONDS);
                    return "Bearer " + token;
                });
    }
}
