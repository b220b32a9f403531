package io.redress.notifications;

import io.redress.notifications.app.Carrier;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.SendResult;
import io.redress.notifications.domain.TextMessage;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Text messages without a network; what it may claim is what the real carrier is held to, {@link SmsContract}. */
final class FakeSmsCarrier implements Carrier, SmsNetwork {
    private final Map<String, TextMessage> arrived = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private boolean busy;
    private boolean away;

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean takenIsAccepted() {
        return false;
    }

    @Override
    public synchronized Future<SendResult> send(Notice notice, String address) {
        return Future.succeededFuture(result(TextMessage.of(notice, address)));
    }

    private SendResult result(TextMessage message) {
        if (away) {
            return new SendResult.Unreachable("nobody answers");
        }
        if (busy) {
            busy = false;
            return new SendResult.Deferred("429 too many");
        }
        if (unknown.contains(message.to())) {
            return new SendResult.Refused("404 no such number");
        }
        arrived.putIfAbsent(message.reference(), message);
        return new SendResult.Taken("202 queued");
    }

    @Override
    public synchronized void unknown(String number) {
        unknown.add(number);
    }

    @Override
    public synchronized void busyOnce() {
        busy = true;
    }

    @Override
    public synchronized void goAway() {
        away = true;
    }

    @Override
    public synchronized List<TextMessage> arrived() {
        return List.copyOf(arrived.values());
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }
}
