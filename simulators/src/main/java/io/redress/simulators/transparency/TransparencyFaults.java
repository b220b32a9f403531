package io.redress.simulators.transparency;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the simulator was told to do wrong, and how often still. */
final class TransparencyFaults {

    private final AtomicInteger failing = new AtomicInteger();
    private final AtomicInteger losing = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final Map<String, JsonObject> refused = new ConcurrentHashMap<>();
    private volatile boolean searchLags;
    private volatile long delayMillis;

    void failNext(int count) {
        failing.set(count);
    }

    void loseNextAnswers(int count) {
        losing.set(count);
    }

    void busyForNext(int count) {
        busy.set(count);
    }

    void refuse(String puid, String field, String message) {
        refused.put(puid, new JsonObject().put(field, new JsonArray().add(message)));
    }

    void searchLags(boolean lags) {
        searchLags = lags;
    }

    void delay(long millis) {
        delayMillis = millis;
    }

    boolean fails() {
        return take(failing);
    }

    boolean losesAnswer() {
        return take(losing);
    }

    boolean isBusy() {
        return take(busy);
    }

    JsonObject errors(String puid) {
        return puid == null
                ? new JsonObject()
                : refused.getOrDefault(puid, new JsonObject()).copy();
    }

    boolean searchLags() {
        return searchLags;
    }

    long delayMillis() {
        return delayMillis;
    }

    private static boolean take(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(count - 1, 0)) > 0;
    }
}
