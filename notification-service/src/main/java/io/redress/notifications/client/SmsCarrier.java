package io.redress.notifications.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.http.PeerClient;
import io.redress.kit.resilience.Guard;
import io.redress.kit.resilience.GuardConfig;
import io.redress.kit.resilience.PeerUnavailable;
import io.redress.notifications.app.Carrier;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.SendResult;
import io.redress.notifications.domain.TextMessage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.Set;

/**
 * Text messages over a gateway's HTTP interface: {@code POST} of {@code {reference, to, text}} with a bearer secret and
 * the reference as Idempotency-Key. 2xx means that the gateway took it, which is no evidence that it arrived.
 */
public final class SmsCarrier implements Carrier {
    /** How many messages are handed over at once. */
    public static final int CONCURRENT = 4;

    private static final GuardConfig LIMITS = new GuardConfig(10_000, 10_000, CONCURRENT, 1, 6, 5_000);

    /** Answers that say that this message will never be taken; any other failure may be mended. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 404, 410, 422);

    private final WebClient client;
    private final SmsConfig config;
    private final Guard guard;

    public SmsCarrier(Vertx vertx, WebClient client, SmsConfig config, MeterRegistry metrics) {
        this.client = client;
        this.config = config;
        this.guard = new Guard(vertx, "sms", LIMITS, metrics);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean takenIsAccepted() {
        return false;
    }

    @Override
    public Future<SendResult> send(Notice notice, String address) {
        TextMessage message = TextMessage.of(notice, address);
        return guard.call(() -> attempt(message))
                .recover(failure -> failure instanceof PeerUnavailable
                        ? Future.succeededFuture(new SendResult.Unreachable(String.valueOf(failure.getCause())))
                        : Future.failedFuture(failure));
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }

    private Future<SendResult> attempt(TextMessage message) {
        return client.postAbs(config.url())
                .as(PeerClient.answer())
                .followRedirects(false)
                .bearerTokenAuthentication(config.secret().value())
                .putHeader("Idempotency-Key", message.reference())
                .sendJsonObject(new JsonObject()
                        .put("reference", message.reference())
                        .put("to", message.to())
                        .put("text", message.text()))
                .map(SmsCarrier::result);
    }

    private static SendResult result(HttpResponse<Buffer> answer) {
        int status = answer.statusCode();
        String body = answer.bodyAsString();
        String evidence = status + (body == null || body.isBlank() ? "" : " " + body);
        if (status >= 200 && status < 300) {
            return new SendResult.Taken(evidence);
        }
        return FOR_GOOD.contains(status) ? new SendResult.Refused(evidence) : new SendResult.Deferred(evidence);
    }
}
