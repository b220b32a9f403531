package io.redress.cases;

import io.redress.cases.WalkLife.Line;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a walk and the case that it walks through have to agree on.
 *
 * @param effects in words
 * @param conditions states, in alphabetical order
 */
record WalkShown(
        String status,
        long version,
        boolean ownMotion,
        boolean counted,
        String advocate,
        String adjudicator,
        String draftId,
        List<String> effects,
        List<String> conditions,
        int reopenings) {

    static WalkShown of(WalkLife life) {
        return new WalkShown(
                life.status,
                life.version,
                life.ownMotion,
                !life.briefBy.isEmpty(),
                life.advocate,
                life.adjudicator,
                life.draft == null ? "" : life.draft.id,
                life.lines.stream().map(WalkShown::words).sorted().toList(),
                life.draft == null
                        ? List.of()
                        : life.draft.conditions.stream()
                                .map(condition -> condition.state)
                                .sorted()
                                .toList(),
                life.reviews.size());
    }

    private static String words(Line line) {
        return line.effectId + " " + line.state + " " + line.overdue + " " + line.dueAt;
    }

    static WalkShown of(JsonObject seen) {
        JsonObject draft = seen.getJsonObject("draft", new JsonObject());
        JsonArray conditions =
                draft.getJsonObject("terms", new JsonObject()).getJsonArray("conditions", new JsonArray());
        return new WalkShown(
                seen.getString("status"),
                seen.getLong("version"),
                seen.getBoolean("ownMotion"),
                seen.getBoolean("counted"),
                seen.getString("advocateId", ""),
                seen.getString("adjudicatorId", ""),
                draft.getString("id", ""),
                objects(seen.getJsonArray("effects"))
                        .map(line -> line.getString("effectId") + " " + line.getString("state") + " "
                                + line.getBoolean("overdue") + " " + line.getString("dueAt"))
                        .sorted()
                        .toList(),
                objects(conditions)
                        .map(condition -> condition.getString("state"))
                        .sorted()
                        .toList(),
                seen.getJsonArray("reopenings").size());
    }

    /** What was asked of it when it was closed, in words; those who answer for the department do not see it. */
    static List<String> requests(WalkLife life) {
        return life.requests.stream()
                .map(request -> request.id + " " + request.state() + " " + request.overdue)
                .toList();
    }

    static List<String> requests(JsonObject seen) {
        return objects(seen.getJsonArray("reopeningRequests"))
                .map(request -> request.getString("id") + " " + request.getString("state") + " "
                        + request.getBoolean("overdue"))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
