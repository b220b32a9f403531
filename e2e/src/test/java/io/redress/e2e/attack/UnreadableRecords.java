package io.redress.e2e.attack;

import io.redress.e2e.SuiteEvents;
import io.redress.testkit.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;

/** A dead letter at each service that reads events, of records that none can read, under a key that is nobody else's. */
final class UnreadableRecords {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String KEY = "attack-unreadable";
    private static final List<String> SCHEMAS = List.of("Cases", "Penalties", "Refunds", "Notifications");

    private final SuiteEvents events;
    private final ApiClient operator;

    UnreadableRecords(SuiteEvents events, ApiClient operator) {
        this.events = events;
        this.operator = operator;
    }

    /** Every service has an id of its own. */
    void putInto(World world) {
        events.publish("case-service", "cases.events.v1", KEY, "no event");
        events.publish("refund-service", "refunds.events.v1", KEY, "no event");
        for (String schema : SCHEMAS) {
            String id = Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> open(schema), letters -> !letters.isEmpty())
                    .get(0);
            world.thing("deadLetterId", id, "get" + schema + "DeadLetter");
            world.thing("deadLetterId", id, "discard" + schema + "DeadLetter");
        }
    }

    private List<String> open(String schema) {
        return World.items(operator.get(place(schema) + "?key=" + KEY).json()).stream()
                .map(letter -> letter.getString("id"))
                .toList();
    }

    private static String place(String schema) {
        return "/v1/operations/" + schema.toLowerCase(Locale.ROOT) + "/dead-letters";
    }
}
