package io.redress.kit.http;

import io.redress.kit.boot.MachineClock;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.time.Instant;

/**
 * The service's own token for calls to others, by the client-credentials grant; kept until shortly before it expires.
 * One request to the issuer serves all who need a token meanwhile, each on its own context.
 */
public final class MachineTokens {

    private static final int RENEW_BEFORE_SECONDS = 30;
    private static final int TIMEOUT_MILLIS = 3_000;

    private final WebClient client;
    private final TokenConfig config;
    private final MachineClock clock;
    private String token = "";
    private Instant renewAt = Instant.EPOCH;
    private Future<String> asking;

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
        if (asking == null) {
            Future<String> answer = ask();
            Promise<String> promise = Promise.promise();
            asking = promise.future();
            answer.onComplete(answered -> {
                settle();
                promise.handle(answered);
            });
            return promise.future();
        }
        return here(asking);
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
                    return keep(response.bodyAsJsonObject());
                });
    }

    private synchronized String keep(JsonObject answer) {
        token = answer.getString("access_token");
        renewAt = clock.now().plusSeconds(answer.getLong("expires_in", 60L)).minusSeconds(RENEW_BEFORE_SECONDS);
        return "Bearer " + token;
    }

    private synchronized void settle() {
        asking = null;
    }

    private static Future<String> here(Future<String> elsewhere) {
        Context context = Vertx.currentContext();
        if (context == null) {
            return elsewhere;
        }
        Promise<String> promise = Promise.promise();
        elsewhere.onComplete(result -> context.runOnContext(ignored -> promise.handle(result)));
        return promise.future();
    }
}
