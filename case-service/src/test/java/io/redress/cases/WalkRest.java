package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.WalkLife.Line;
import io.redress.testkit.PublishedEvents;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** When the service has nothing left to do, and what its tables hold then. */
final class WalkRest {

    private static final CaseSuite SUITE = CaseSuite.get();

    private static final String TOLD = """
            SELECT event_type, sequence FROM history WHERE subject = $1 ORDER BY sequence""";

    /** Effects and conditions that somebody would still be waited for. */
    private static final String WAITING = """
            SELECT d.kind, d.subject FROM deadline d
            WHERE d.state = 'PENDING'
              AND (d.subject IN (SELECT effect_id FROM effect_line WHERE case_id = $1)
                   OR d.subject IN (SELECT condition_id FROM ruling_condition WHERE case_id = $1))""";

    private static final String DEFENCE = "SELECT advocate_id FROM advocate_term WHERE case_id = $1 AND until IS NULL";

    private final ClockDesk desk = new ClockDesk();
    private final JsonObject before = activity();

    private static JsonObject activity() {
        return SUITE.management().get("/activity").json();
    }

    /** Everything that was told is heard, everything that is due is done, everything that was to be sent is sent. */
    void await() {
        Awaitility.await("nothing is left to do").atMost(CaseSuite.PATIENCE).until(this::nothingIsLeft);
    }

    private boolean nothingIsLeft() {
        JsonObject now = activity();
        return now.getLong("consumerLag") == 0
                && now.getLong("outboxRows") == 0
                && now.getLong("dueDeadlines") == 0
                && now.getLong("parkedEvents").equals(before.getLong("parkedEvents"));
    }

    void ended(List<Walk> walks) {
        await();
        assertThat(activity().getLong("deadLetters")).isEqualTo(before.getLong("deadLetters"));
        Map<String, List<String>> published = published(walks);
        walks.forEach(walk -> walk.step(one -> ended(one, published.getOrDefault(one.id(), List.of()))));
    }

    void theChainHolds() {
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    private void ended(Walk walk, List<String> published) {
        String as = walk.toString();
        assertThat(walk.life.status).as(as).isIn(WalkLife.ENDED);
        assertThat(walk.life.lines).as(as).allMatch(Line::settled);
        assertThat(walk.life.waiting()).as(as).isEmpty();
        List<String> told = new ArrayList<>();
        for (Row row : rows(TOLD, walk)) {
            told.add(row.getString("event_type"));
            assertThat(row.getLong("sequence")).as(as).isEqualTo(told.size());
        }
        assertThat(told).as(as).isEqualTo(walk.life.events);
        assertThat(published).as(as).isEqualTo(walk.life.events);
        assertThat(rows(WAITING, walk)).as(as).isEmpty();
        List<String> defence = rows(DEFENCE, walk).stream()
                .map(row -> row.getString("advocate_id"))
                .toList();
        assertThat(defence).as(as).isEqualTo(walk.life.advocate.isEmpty() ? List.of() : List.of(walk.life.advocate));
    }

    private List<Row> rows(String sql, Walk walk) {
        List<Row> rows = new ArrayList<>();
        desk.database.read(tx -> tx.query(sql, Tuple.of(walk.id()))).await().forEach(rows::add);
        return rows;
    }

    /** Types of what the broker has of each case. */
    private static Map<String, List<String>> published(List<Walk> walks) {
        Map<String, List<String>> published = new HashMap<>();
        List<Walk> right = walks.stream().filter(walk -> walk.wrong().isEmpty()).toList();
        long expected =
                right.stream().mapToLong(walk -> walk.life.events.size()).sum();
        Awaitility.await("what was told").atMost(CaseSuite.PATIENCE).until(() -> {
            published.clear();
            right.forEach(walk -> published.put(walk.id(), new ArrayList<>()));
            for (JsonObject event : SUITE.published.all()) {
                published.computeIfPresent(event.getString("subject"), (id, types) -> {
                    types.add(PublishedEvents.type(event));
                    return types;
                });
            }
            return published.values().stream().mapToLong(List::size).sum() >= expected;
        });
        return published;
    }
}
