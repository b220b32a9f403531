package io.redress.kit.text;

import io.redress.kit.boot.Companion;
import io.redress.kit.http.MachineTokens;
import io.redress.kit.http.PeerClient;
import io.redress.kit.resilience.Guard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phrases that another service keeps, fetched at start, every 30 seconds and when somebody says that they changed.
 * The last good set is kept while that service cannot be reached. As long as none was ever loaded, {@link #scanner()}
 * fails with {@link io.redress.kit.resilience.PeerUnavailable}: what cannot be checked is not let through. Phrases are
 * never logged.
 */
public final class RemotePhrases implements Companion {

    private static final Logger LOG = LoggerFactory.getLogger(RemotePhrases.class);
    private static final long EVERY_MILLIS = 30_000;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private record Known(String etag, PhraseScanner scanner) {}

    private final Vertx vertx;
    private final String url;
    private final WebClient client;
    private final MachineTokens tokens;
    private final Guard guard;
    private volatile Known known;
    private volatile long timer = -1;

    /**
     * @param url of the phrases, for example {@code http://127.0.0.1:8082/v1/sealed-terms}
     * @param guard for reads of that service
     */
    public RemotePhrases(Vertx vertx, String url, WebClient client, MachineTokens tokens, Guard guard) {
        this.vertx = vertx;
        this.url = url;
        this.client = client;
        this.tokens = tokens;
        this.guard = guard;
    }

    /** Begins to fetch; does not wait for the first answer, because services start in any order. */
    @Override
    public Future<Void> start() {
        refreshQuietly();
        timer = vertx.setPeriodic(EVERY_MILLIS, ignored -> refreshQuietly());
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> stop() {
        vertx.cancelTimer(timer);
        return Future.succeededFuture();
    }

    /** Fetches the phrases if they have changed; fails when their keeper cannot be reached. */
    public Future<Void> refresh() {
        return guard.call(() -> ask().map(this::take)).mapEmpty();
    }

    /** A scanner for the last good set; asks for one if there is none yet. */
    public Future<PhraseScanner> scanner() {
        Known present = known;
        return present == null ? refresh().map(fetched -> known.scanner()) : Future.succeededFuture(present.scanner());
    }

    /** The same as {@link #refresh()}; a failure is logged, and the next round tries again. */
    public void refreshQuietly() {
        refresh().onFailure(failure -> LOG.atWarn().setCause(failure).log("could not fetch the phrases"));
    }

    private Future<HttpResponse<Buffer>> ask() {
        Known present = known;
        return tokens.authorization()
                .compose(authorization -> {
                    HttpRequest<Buffer> request = client.getAbs(url)
                            .as(PeerClient.answer())
                            .putHeader(HttpHeaders.AUTHORIZATION.toString(), authorization);
                    if (present != null) {
                        request.putHeader(HttpHeaders.IF_NONE_MATCH.toString(), present.etag());
                    }
                    return request.send();
                })
                .map(response -> {
                    if (response.statusCode() != OK && response.statusCode() != NOT_MODIFIED) {
                        throw new IllegalStateException("the phrases were answered with " + response.statusCode());
                    }
                    return response;
                });
    }

    private PhraseScanner take(HttpResponse<Buffer> response) {
        if (response.statusCode() == OK) {
            List<Phrase> phrases = response.bodyAsJsonObject().getJsonArray("terms").stream()
                    .map(JsonObject.class::cast)
                    .map(term -> new Phrase(term.getString("en"), term.getString("zh")))
                    .toList();
            String etag = response.getHeader(HttpHeaders.ETAG.toString());
            known = new Known(etag == null ? "" : etag, PhraseScanner.of(phrases));
        }
        return known.scanner();
    }
}
