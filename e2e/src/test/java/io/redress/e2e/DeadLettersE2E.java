package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.e2e.CommandLine.Ended;
import io.redress.quickstart.suite.ServiceName;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records that cannot be handled, put onto the suite's broker as penalty-service would: what case-service and
 * notification-service make of them, and what an operator does through the gateway and by the command line.
 */
class DeadLettersE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String TOPIC = "penalties.events.v1";
    private static final int HELD = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    /** Who reads the topic and remembers merchants or passes them over. */
    private static final List<String> READERS = List.of("cases", "notifications");

    @TempDir
    private static Path directory;

    private static CommandLine redress;
    private static ApiClient operator;

    @BeforeAll
    static void prepare() {
        redress = SUITE.commandLine(directory);
        operator = SUITE.gateway("op-1", "operator");
    }

    @Test
    void a_poison_message_holds_up_its_key_alone_until_an_operator_discards_it() {
        SUITE.events().publish("penalty-service", TOPIC, "m-unreadable", "{\"specversion\":");
        publish("m-unreadable", 1, Instant.now());
        publish("m-unreadable", 2, Instant.now());
        publish("m-unhindered", 1, Instant.now());

        for (String schema : READERS) {
            untilHandled(schema, "m-unhindered", 1);
            untilParked(schema, "m-unreadable", 2);
        }
        assertThat(parked("cases", "m-unreadable"))
                .extracting(event -> event.getString("subject") + "#" + event.getLong("sequence"))
                .containsExactly("m-unreadable#1", "m-unreadable#2");
        JsonObject letter = letters("cases", "m-unreadable").get(0);
        assertThat(letter.getString("cause")).isEqualTo("not a JSON object");
        String id = letter.getString("id");

        Ended list = redress.run("dead-letters", "--service", "case-service");
        assertThat(list.exit()).as(list.toString()).isEqualTo(HELD);
        assertThat(list.lines())
                .anyMatch(line ->
                        line.matches(id + " +penalties\\.events\\.v1 +m-unreadable +unreadable +0 +not a JSON object"));
        Ended waiting = redress.run("dead-letters", "parked", "--service", "cases");
        assertThat(waiting.lines()).anyMatch(line -> line.contains("m-unreadable #1"));
        Ended show = redress.run("dead-letters", "show", id);
        assertThat(show.exit()).isEqualTo(HELD);
        assertThat(show.lines()).contains("waiting   2 behind its key", "envelope  {\"specversion\":");
        Ended hopeless = redress.run("dead-letters", "replay", "--topic", TOPIC, "--key", "m-unreadable");
        assertThat(hopeless.exit()).isEqualTo(FAILED);
        assertThat(hopeless.lines())
                .contains("FAILED " + TOPIC + " m-unreadable: 0 handled, " + id + " stays: not a JSON object");
        assertThat(hopeless.lastLine()).isEqualTo("dead-letters replay: 0 handled, 2 keys wait on");

        Ended discarded = redress.run("dead-letters", "discard", id, "--reason", "a test", "--as", "op-9");
        assertThat(discarded.exit()).as(discarded.toString()).isEqualTo(HELD);
        untilHandled("cases", "m-unreadable", 2);
        assertThat(parked("notifications", "m-unreadable")).hasSize(2);
        String other = letters("notifications", "m-unreadable").get(0).getString("id");
        Answer byApi = operator.post(
                "/v1/operations/notifications/dead-letters/" + other + "/discards",
                new JsonObject().put("reason", "a test"));
        assertThat(byApi.status()).as(byApi.toString()).isEqualTo(200);
        untilHandled("notifications", "m-unreadable", 2);

        JsonObject kept =
                operator.get("/v1/operations/cases/dead-letters/" + id).json();
        assertThat(kept.getString("closedBy")).isEqualTo("op-9");
        assertThat(kept.getString("reason")).isEqualTo("a test");
        Ended twice = redress.run("dead-letters", "discard", id, "--reason", "again");
        assertThat(twice.exit()).isEqualTo(FAILED);
        assertThat(twice.err()).contains("illegal-transition");
    }

    @Test
    void what_is_too_old_waits_for_an_operator_and_a_replay_handles_it_and_what_is_behind_it_in_order() {
        publish("m-too-old", 1, Instant.now().minus(Duration.ofDays(40)));
        publish("m-too-old", 2, Instant.now());
        publish("m-too-old", 3, Instant.now());
        for (String schema : READERS) {
            untilParked(schema, "m-too-old", 2);
            assertThat(letters(schema, "m-too-old")).singleElement().matches(letter -> letter.getString("cause")
                    .startsWith("too old: recorded "));
        }
        await().atMost(LIMIT).until(() -> openGauge(ServiceName.CASES) >= 1);

        Ended replayed =
                redress.run("dead-letters", "replay", "--topic", TOPIC, "--key", "m-too-old", "--service", "cases");

        assertThat(replayed.exit()).as(replayed.toString()).isEqualTo(HELD);
        assertThat(replayed.lines())
                .containsExactly(
                        "ok " + TOPIC + " m-too-old: 1 handled", "dead-letters replay: 1 handled, 0 keys wait on");
        untilHandled("cases", "m-too-old", 3);
        assertThat(letters("cases", "m-too-old")).isEmpty();
        Ended json = redress.run("dead-letters", "list", "--service", "notifications", "--json");
        assertThat(new JsonObject(json.out())
                        .getJsonArray("items").stream()
                                .map(JsonObject.class::cast)
                                .filter(letter -> letter.getString("key").equals("m-too-old")))
                .singleElement()
                .matches(letter -> letter.getString("service").equals("notification-service"));
        JsonObject key =
                new JsonObject().put("scope", "KEY").put("topic", TOPIC).put("key", "m-too-old");
        Answer byApi = operator.post("/v1/operations/notifications/dead-letters/replays", key);
        assertThat(byApi.json().getJsonArray("keys").getJsonObject(0).getInteger("closed"))
                .isEqualTo(1);
        untilHandled("notifications", "m-too-old", 3);
    }

    @Test
    void what_the_command_line_cannot_find_or_does_not_understand() {
        Ended unknown = redress.run("dead-letters", "show", "dlt_cases_999999999");
        Ended state = redress.run("dead-letters", "list", "--state", "LOST");
        Ended usage = redress.run("dead-letters", "replay");

        assertThat(unknown.exit()).isEqualTo(FAILED);
        assertThat(unknown.err()).contains("not-found");
        assertThat(state.exit()).isEqualTo(UNUSABLE);
        assertThat(state.err()).contains("OPEN, REPLAYED, DISCARDED");
        assertThat(usage.exit()).isEqualTo(UNUSABLE);
    }

    private static void publish(String merchant, long sequence, Instant recorded) {
        JsonObject envelope = new JsonObject()
                .put("specversion", "1.0")
                .put("id", "evt_" + merchant + "_" + sequence)
                .put("source", "penalty-service")
                .put("type", "io.redress.penalties.MerchantRegistered")
                .put("subject", merchant)
                .put("time", recorded.toString())
                .put("datacontenttype", "application/json")
                .put("sequence", Long.toString(sequence))
                .put("aggregateversion", Long.toString(sequence))
                .put("businesstime", "2018-01-15T01:00:00Z")
                .put("actor", "marketplace")
                .put("correlationid", "dead-letters-e2e")
                .put(
                        "data",
                        new JsonObject()
                                .put("merchantId", merchant)
                                .put("name", "Shop " + sequence)
                                .put("language", "en")
                                .put("email", merchant + "@example.com"));
        SUITE.events().publish("penalty-service", TOPIC, merchant, envelope.encode());
    }

    /** The service's own word that it has handled the subject's events up to this one. */
    private static void untilHandled(String schema, String subject, long sequence) {
        ServiceName service = ServiceName.find(schema).orElseThrow();
        String question = "/trace/handling?subject=" + subject;
        await().atMost(LIMIT).until(() -> new JsonObject(SUITE.management(service, question))
                .getJsonArray("handled").stream()
                        .map(JsonObject.class::cast)
                        .anyMatch(handled -> handled.getLong("sequence") == sequence));
    }

    private static void untilParked(String schema, String key, int count) {
        await().atMost(LIMIT).until(() -> parked(schema, key).size(), size -> size == count);
    }

    private static double openGauge(ServiceName service) {
        return SUITE.management(service, "/metrics")
                .lines()
                .filter(line -> line.startsWith("redress_dead_letters_open{topic=\"" + TOPIC + "\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    private static List<JsonObject> letters(String schema, String key) {
        return items(schema, "dead-letters", key);
    }

    private static List<JsonObject> parked(String schema, String key) {
        return items(schema, "parked-events", key);
    }

    private static List<JsonObject> items(String schema, String list, String key) {
        Answer answer = operator.get("/v1/operations/" + schema + "/" + list + "?key=" + key);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
