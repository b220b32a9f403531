package io.redress.penalties.client;

import io.redress.penalties.app.transparency.FilingAnswer;
import io.redress.penalties.domain.transparency.FormatProblem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bodies that the database answers with. */
final class DatabaseAnswers {

    private static final Pattern PLACE = Pattern.compile("statement_([0-9]{1,3})");
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_PROBLEMS = 50;

    private DatabaseAnswers() {}

    /** {@code {statements: [{puid, uuid}]}}. */
    static Map<String, String> uuids(JsonObject body) {
        Map<String, String> uuids = new HashMap<>();
        for (Object statement : body.getJsonArray("statements", new JsonArray())) {
            JsonObject taken = (JsonObject) statement;
            uuid(taken).ifPresent(uuid -> Optional.ofNullable(taken.getString("puid"))
                    .ifPresent(puid -> uuids.put(puid, uuid)));
        }
        return uuids;
    }

    static Optional<String> uuid(JsonObject statement) {
        return Optional.ofNullable(statement)
                .map(there -> there.getString("uuid"))
                .filter(uuid -> !uuid.isBlank() && uuid.length() <= 100);
    }

    /** {@code {message, errors: {statement_3: {field: [texts]}}}}, or {@code {errors: {puid, existing_puids: […]}}}. */
    static FilingAnswer.Rejected rejected(JsonObject body) {
        JsonObject errors = body.getJsonObject("errors", new JsonObject());
        Map<Integer, List<FormatProblem>> problems = new HashMap<>();
        for (String key : errors.fieldNames()) {
            Matcher place = PLACE.matcher(key);
            if (place.matches()) {
                problems.put(Integer.parseInt(place.group(1)), problems(errors.getJsonObject(key)));
            }
        }
        Set<String> known = new HashSet<>();
        errors.getJsonArray("existing_puids", new JsonArray()).forEach(puid -> known.add((String) puid));
        return new FilingAnswer.Rejected(problems, known, cut(body.getString("message", "refused without a message")));
    }

    private static List<FormatProblem> problems(JsonObject fields) {
        List<FormatProblem> problems = new ArrayList<>();
        for (String field : fields.fieldNames()) {
            for (Object text : fields.getJsonArray(field)) {
                if (problems.size() < MOST_PROBLEMS) {
                    problems.add(new FormatProblem(cut(field), cut(String.valueOf(text))));
                }
            }
        }
        return problems;
    }

    private static String cut(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }
}
