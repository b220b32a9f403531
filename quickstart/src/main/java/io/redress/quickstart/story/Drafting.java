package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.quickstart.http.HttpAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An adjudicator drafts a ruling. On a suite that has closed many cases on the same clause a draft may leave the usual band of
 * theirs; then the adjudicator says why, as everybody has to, and drafts again. What else it is refused for breaks the story.
 */
final class Drafting {

    private static final String UNREASONED = "consistency-reason-missing";

    private static final Pattern POINTER = Pattern.compile("/violations/(\\d+)/deviationReasons");
    private static final String VIOLATIONS = "violations";

    private Drafting() {}

    /** The case with the draft. */
    static JsonNode issue(StoryRun run, User adjudicator, String caseFile, Map<String, Object> draft) {
        Map<String, Object> asked = draft;
        HttpAnswer answer = run.tryMove(adjudicator, caseFile, "/draft-rulings", asked);
        for (int told = 0; told < violations(draft).size() && unreasoned(answer); told++) {
            run.facts().step(adjudicator.subject() + " says why this one is decided otherwise than most");
            asked = reasoned(asked, item(answer.body()));
            answer = run.tryMove(adjudicator, caseFile, "/draft-rulings", asked);
        }
        return run.accepted("POST " + caseFile + "/draft-rulings", answer);
    }

    /**
     * Several at once, each of one item: what came of each, those last that had to say why.
     *
     * @param send gives the status of each, or the code of its refusal
     */
    static List<String> together(
            StoryRun run, List<Map<String, Object>> drafts, Function<List<Map<String, Object>>, List<String>> send) {
        List<String> results = new ArrayList<>(send.apply(drafts));
        List<Map<String, Object>> again = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).equals(UNREASONED)) {
                again.add(reasoned(drafts.get(i), 0));
            }
        }
        if (!again.isEmpty()) {
            run.facts().step("the adjudicator says why " + again.size() + " are decided otherwise than most");
            results.removeIf(UNREASONED::equals);
            results.addAll(send.apply(again));
        }
        return results;
    }

    /** The draft, saying why this item of it is decided otherwise than comparable ones. */
    private static Map<String, Object> reasoned(Map<String, Object> draft, int item) {
        List<Object> violations = new ArrayList<>(violations(draft));
        Map<Object, Object> violation = new LinkedHashMap<>((Map<?, ?>) violations.get(item));
        violation.put(
                "deviationReasons",
                AdvocacyBodies.both(
                        "本案事实与多数类似案件不同,理由见本项。",
                        "The facts of this case differ from those of most, as its reasons say."));
        violations.set(item, violation);
        Map<String, Object> all = new LinkedHashMap<>(draft);
        all.put(VIOLATIONS, violations);
        return all;
    }

    private static boolean unreasoned(HttpAnswer answer) {
        return answer.code().equals(UNREASONED);
    }

    private static int item(JsonNode problem) {
        String pointer = problem.path("errors").path(0).path("pointer").asText();
        Matcher matcher = POINTER.matcher(pointer);
        if (!matcher.matches()) {
            throw new StoryBroken(UNREASONED + " at " + pointer);
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static List<?> violations(Map<String, Object> draft) {
        return (List<?>) draft.get(VIOLATIONS);
    }
}
