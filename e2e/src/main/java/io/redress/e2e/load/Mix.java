package io.redress.e2e.load;

import io.redress.e2e.load.LoadWorld.Penalty;
import io.redress.e2e.load.Reply.Verdict;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What is asked: of twenty requests two open a case, nine read a shop's standing and nine a merchant's notices. A
 * command that was not answered with 2xx is asked again later under its own key, as a client would. When every penalty
 * has its case, only reads are left.
 */
final class Mix implements Supplier<Ask> {

    private static final int ROUND = 20;
    private static final int EVERY_COMMAND = 10;

    private final LoadWorld world;
    private final Map<String, Ask> asks = new ConcurrentHashMap<>();
    private final Queue<Ask> toOpen = new ConcurrentLinkedQueue<>();
    private final Map<String, String> opened = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();

    Mix(LoadWorld world) {
        this.world = world;
        for (Penalty penalty : world.penalties()) {
            JsonObject body = new JsonObject().put("kind", "PENALTY_APPEAL").put("penaltyId", penalty.id());
            Ask ask = Ask.command("/v1/cases", penalty.merchant(), penalty.id(), body.encode());
            asks.put(penalty.id(), ask);
            toOpen.add(ask);
        }
    }

    @Override
    public Ask get() {
        int now = turn.getAndIncrement();
        Ask command = now % EVERY_COMMAND == 0 ? toOpen.poll() : null;
        if (command != null) {
            return command;
        }
        return now % ROUND < ROUND / 2
                ? Ask.read("/v1/shops/" + world.shop(now) + "/standing", world.staff(now))
                : Ask.read("/v1/notices?limit=10", world.merchant(now));
    }

    /** To be told of every reply. */
    void heard(Reply reply) {
        reply.ask().about().filter(asks::containsKey).ifPresent(penalty -> {
            if (reply.verdict() == Verdict.DONE) {
                String before = opened.putIfAbsent(penalty, reply.id());
                if (before != null && !before.equals(reply.id())) {
                    contradictions.add(penalty + " was answered " + before + " and then " + reply.id());
                }
            } else {
                toOpen.add(reply.ask());
            }
        });
    }

    /** Commands that have no answer yet. */
    List<Ask> left() {
        return asks.entrySet().stream()
                .filter(ask -> !opened.containsKey(ask.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Those that have one, again. */
    List<Ask> again() {
        return opened.keySet().stream().map(asks::get).toList();
    }

    /** The case of each penalty, as it was acknowledged. */
    Map<String, String> opened() {
        return new TreeMap<>(opened);
    }

    List<String> contradictions() {
        return new ArrayList<>(contradictions);
    }
}
