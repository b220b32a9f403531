package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A case in a demonstration: each step is taken by the person whose step it is. */
final class DemoCase {

    private final StoryRun run;
    private final User merchant;
    private final String path;
    private final StoryReads reads;
    private User advocate = Cast.ADVOCATE;
    private User adjudicator = Cast.ADJUDICATOR;

    private DemoCase(StoryRun run, User merchant, String path) {
        this.run = run;
        this.merchant = merchant;
        this.path = path;
        this.reads = new StoryReads(run, Cast.OPERATOR, Cast.OPERATOR, merchant);
    }

    /** The merchant opens it. */
    static DemoCase open(StoryRun run, User merchant, Map<String, Object> opening) {
        JsonNode opened = run.create(merchant, "/v1/cases", opening);
        run.facts().check("the case is open", "OPEN", opened.path("status").asText());
        return new DemoCase(run, merchant, "/v1/cases/" + opened.path("id").asText());
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String path() {
        return path;
    }

    User merchant() {
        return merchant;
    }

    User advocate() {
        return advocate;
    }

    JsonNode seenBy(User reader) {
        return run.read(reader, path);
    }

    String status() {
        return seenBy(Cast.OPERATOR).path("status").asText();
    }

    String effects() {
        return reads.effects(path);
    }

    /** Nobody is named: the rule chooses, and what it must choose is worked out from what the candidates are. */
    void assign(String language) {
        JsonNode candidates =
                run.read(Cast.OPERATOR, path + "/advocate-candidates").path("items");
        String expected = StreamSupport.stream(candidates.spliterator(), false)
                .filter(one -> one.path("conflicts").isEmpty())
                .min(Comparator.comparing((JsonNode one) -> !speaks(one, language))
                        .thenComparing(one -> one.path("load").asLong())
                        .thenComparing(one -> one.path("employeeId").asText()))
                .map(one -> one.path("employeeId").asText())
                .orElse("nobody");
        JsonNode assigned = run.move(Cast.OPERATOR, path, "/advocate", Map.of());
        run.facts()
                .check(
                        "its advocate is who speaks " + language + " and has the least work",
                        expected,
                        assigned.path("advocateId").asText());
        defendedBy(assigned);
    }

    private static boolean speaks(JsonNode candidate, String language) {
        return StreamSupport.stream(candidate.path("languages").spliterator(), false)
                .anyMatch(one -> one.asText().equals(language));
    }

    /** Whoever is its advocate by now takes the steps from here on. */
    void defendedBy(JsonNode seen) {
        advocate = User.staff(seen.path("advocateId").asText(), "advocate");
    }

    void say(Map<String, Object> requirement) {
        run.move(advocate, path, "/requirements", requirement);
    }

    /** Where each requirement stands, as this reader sees it. */
    Map<String, String> requirements(User reader) {
        Map<String, String> states = new LinkedHashMap<>();
        seenBy(reader)
                .path("requirements")
                .forEach(one ->
                        states.put(one.path("id").asText(), one.path("state").asText()));
        return states;
    }

    void brief(String relief, List<Map<String, Object>> points) {
        run.facts().step(advocate.subject() + " files the brief");
        run.facts()
                .check(
                        "the brief is filed",
                        "SUBMITTED",
                        run.move(advocate, path, "/briefs", Map.of("relief", relief, "violations", points))
                                .path("status")
                                .asText());
    }

    JsonNode claim(User by) {
        adjudicator = by;
        run.facts().step(by.subject() + " claims the case");
        return run.move(by, path, "/claim", null);
    }

    void answer(User respondent, Map<String, String> text) {
        run.facts().step(respondent.subject() + " answers for the department");
        run.move(respondent, path, "/answers", Map.of("text", text));
    }

    /** Who reopened it decides it anew. */
    void decidedBy(User by) {
        adjudicator = by;
    }

    JsonNode draft(Map<String, Object> draft) {
        run.facts().step(adjudicator.subject() + " shows both sides a draft: " + draft.get("outcome"));
        JsonNode drafted = Drafting.issue(run, adjudicator, path, draft);
        run.facts()
                .check(
                        "both sides may reply",
                        "REPLY_WINDOW",
                        drafted.path("status").asText());
        return drafted;
    }

    void reply(User by, String text) {
        run.move(by, path, "/replies", Map.of("text", text));
    }

    void draftRefused(String fact, int status, String code, Map<String, Object> draft) {
        refused(fact, status, code, adjudicator, "/draft-rulings", draft);
    }

    void refused(String fact, int status, String code, User by, String verb, Object body) {
        run.refusedMove(fact, status, code, by, Cast.OPERATOR, path, verb, body);
    }

    /** As drafted, reason for reason. */
    Map<String, Object> ruling() {
        JsonNode draft = seenBy(adjudicator).path("draft");
        return Map.of("draftId", draft.path("id").asText(), "violations", draft.path("violations"));
    }

    JsonNode rule() {
        run.facts().step(adjudicator.subject() + " rules as drafted");
        return run.move(adjudicator, path, "/rulings", ruling());
    }

    /** Every effect is confirmed, and only then is it closed. */
    void closes(String effects) {
        run.mustBecome("the case is closed", "CLOSED", this::status);
        run.facts().check("every effect is confirmed", effects, effects());
    }

    /** What the merchant was told of in this case, by type. */
    Map<String, Integer> told() {
        Map<String, Integer> counted = new java.util.TreeMap<>();
        notices(merchant).forEach(one -> counted.merge(one.path("type").asText(), 1, Integer::sum));
        return counted;
    }

    /** The titles of what this reader was told of the case, oldest first, without the name of the case. */
    List<String> titles(User reader, String words) {
        List<String> titles = new ArrayList<>();
        notices(reader)
                .forEach(one ->
                        titles.add(0, one.path("title").path("en").asText().replace("Case " + id() + ": ", "")));
        titles.removeIf(title -> !title.contains(words));
        return titles;
    }

    /** Whether this reader was told of the case in these words. */
    boolean tells(User reader, String words) {
        return notices(reader).stream()
                .anyMatch(one -> one.path("body").path("en").asText().contains(words));
    }

    private List<JsonNode> notices(User reader) {
        return StreamSupport.stream(
                        run.read(reader, "/v1/notices?limit=200").path("items").spliterator(), false)
                .filter(one -> one.path("about").path("caseId").asText().equals(id()))
                .toList();
    }
}
