package io.redress.penalties.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.http.PeerClient;
import io.redress.kit.resilience.Guard;
import io.redress.kit.resilience.GuardConfig;
import io.redress.kit.resilience.PeerUnavailable;
import io.redress.penalties.app.transparency.Existing;
import io.redress.penalties.app.transparency.FilingAnswer;
import io.redress.penalties.app.transparency.TransparencyDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The database's API over HTTP, with a bearer token. Each request is made once: whoever calls knows what may be asked
 * again. Requests are spaced, so that a backlog stays below the database's limits. Neither token nor statements are
 * ever logged.
 */
public final class TransparencyClient implements TransparencyDatabase {

    private static final int WINDOW = 6;
    private static final long OPEN_MILLIS = 5_000;
    private static final Duration WITHOUT_RETRY_AFTER = Duration.ofSeconds(60);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    /** It answered that it failed; what it did before that, nobody knows. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(int status) {
            super("answered " + status);
        }
    }

    private final Vertx vertx;
    private final WebClient client;
    private final TransparencyConfig config;
    private final Guard guard;
    private final long spacingNanos;
    private final AtomicLong nextTurn = new AtomicLong(System.nanoTime());

    public TransparencyClient(Vertx vertx, WebClient client, TransparencyConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.client = client;
        this.config = config;
        long timeout = config.timeout().toMillis();
        this.guard =
                new Guard(vertx, "transparency", new GuardConfig(timeout, timeout, 1, 1, WINDOW, OPEN_MILLIS), metrics);
        this.spacingNanos = TimeUnit.SECONDS.toNanos(1) / config.requestsPerSecond();
    }

    @Override
    public Future<FilingAnswer> file(List<Item> batch) {
        String body = batch.stream().map(Item::payload).collect(Collectors.joining(",", "{\"statements\":[", "]}"));
        return turn().compose(mine -> guard.call(() -> request(client.postAbs(config.url() + "/statements"))
                        .putHeader("Content-Type", "application/json")
                        .sendBuffer(Buffer.buffer(body))
                        .map(TransparencyClient::whole)))
                .map(this::filed)
                .recover(failure -> failure instanceof PeerUnavailable
                        ? Future.succeededFuture(new FilingAnswer.Unknown(why(failure)))
                        : Future.failedFuture(failure));
    }

    @Override
    public Future<Existing> existing(String puid) {
        return turn().compose(mine ->
                        guard.call(() -> request(client.getAbs(config.url() + "/statement/existing-puid/" + puid))
                                .send()
                                .map(TransparencyClient::whole)))
                .map(TransparencyClient::found)
                .recover(failure -> failure instanceof PeerUnavailable
                        ? Future.succeededFuture(new Existing.Unknown(why(failure)))
                        : Future.failedFuture(failure));
    }

    private HttpRequest<Buffer> request(HttpRequest<Buffer> request) {
        return request.as(PeerClient.answer())
                .followRedirects(false)
                .timeout(config.timeout().toMillis())
                .putHeader("Accept", "application/json")
                .bearerTokenAuthentication(config.token().value());
    }

    /** Completes when this request's turn has come. */
    private Future<Void> turn() {
        long now = System.nanoTime();
        long mine = nextTurn.getAndUpdate(next -> Math.max(next - now, 0) + now + spacingNanos);
        long waitMillis = TimeUnit.NANOSECONDS.toMillis(mine - now);
        return waitMillis < 1
                ? Future.succeededFuture()
                : vertx.timer(waitMillis).mapEmpty();
    }

    /** A failure of the peer is a failed call, so that the breaker counts it. */
    private static HttpResponse<Buffer> whole(HttpResponse<Buffer> answer) {
        if (answer.statusCode() >= 500) {
            throw new Broken(answer.statusCode());
        }
        return answer;
    }

    private FilingAnswer filed(HttpResponse<Buffer> answer) {
        int status = answer.statusCode();
        try {
            return switch (status) {
                case 200, 201 -> new FilingAnswer.Taken(DatabaseAnswers.uuids(answer.bodyAsJsonObject()));
                case 422 -> DatabaseAnswers.rejected(answer.bodyAsJsonObject());
                case 429 -> new FilingAnswer.Busy(retryAfter(answer));
                case 401, 403 -> new FilingAnswer.Closed("answered " + status);
                default -> new FilingAnswer.Unknown("answered " + status);
            };
        } catch (DecodeException | ClassCastException e) {
            return new FilingAnswer.Unknown("answered " + status + " with something that cannot be read");
        }
    }

    private static Existing found(HttpResponse<Buffer> answer) {
        int status = answer.statusCode();
        try {
            return switch (status) {
                case 200, 302 ->
                    DatabaseAnswers.uuid(answer.bodyAsJsonObject())
                            .<Existing>map(Existing.There::new)
                            .orElseGet(() -> new Existing.Unknown("found, but without its uuid"));
                case 404 -> new Existing.Absent();
                default -> new Existing.Unknown("answered " + status);
            };
        } catch (DecodeException | ClassCastException e) {
            return new Existing.Unknown("answered " + status + " with something that cannot be read");
        }
    }

    private static Duration retryAfter(HttpResponse<Buffer> answer) {
        String header = answer.getHeader("Retry-After");
        if (header == null || !header.matches("[0-9]{1,6}")) {
            return WITHOUT_RETRY_AFTER;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(header));
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }

    private static String why(Throwable unavailable) {
        return String.valueOf(unavailable.getCause());
    }
}
