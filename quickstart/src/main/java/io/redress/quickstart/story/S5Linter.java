package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;

/** S5: no explanation holds a sealed term, however it is spelled; what only resembles one passes. */
final class S5Linter {

    private final StoryRun run;
    private final StoryFile story;
    private final S5Bodies bodies;
    private final User enforcer;
    private final String shop;
    private int listings;

    S5Linter(StoryRun run, StoryFile story, S5Bodies bodies, User enforcer) {
        this.run = run;
        this.story = story;
        this.bodies = bodies;
        this.enforcer = enforcer;
        this.shop = run.own("s-2095");
    }

    void check(OffsetDateTime openedAt) {
        StoryReads.register(run, run.own("m-1095"), "Willow Lamp Works", "en", openedAt, shop);
        run.facts().step("enf-1 tries to explain a penalty in sealed words");
        for (JsonNode one : story.givenList("linterCases")) {
            String caught = one.path("caught").asText();
            refused("'" + visible(caught) + "' is caught", caught);
            passes(one.path("nearMiss").asText());
        }
        for (JsonNode term : story.givenList("sealed")) {
            refused(
                    "'" + term.path("en").asText() + "' is caught",
                    term.path("en").asText());
            refused(
                    "'" + term.path("zh").asText() + "' is caught",
                    term.path("zh").asText());
        }
        JsonNode problem = refused("'graph-risk-score' is caught in a sentence", "Its graph-risk-score was high.");
        run.facts()
                .check(
                        "the refusal says where, and names the term to the proposer",
                        List.of("/explanation/zh holds: graph-risk-score", "/explanation/en holds: graph-risk-score"),
                        errors(problem));
    }

    private JsonNode refused(String fact, String words) {
        return run.refused(
                fact, 422, "sealed-term-in-text", enforcer, "/v1/penalties", bodies.explained(shop, "l-0", words));
    }

    private void passes(String nearMiss) {
        listings++;
        JsonNode proposed = run.create(enforcer, "/v1/penalties", bodies.explained(shop, "l-9" + listings, nearMiss));
        run.facts()
                .check(
                        "the near miss '" + nearMiss + "' passes",
                        nearMiss,
                        proposed.path("explanation").path("en").asText());
    }

    private static List<String> errors(JsonNode problem) {
        return problem.path("errors").findParents("pointer").stream()
                .map(error -> error.path("pointer").asText() + " "
                        + error.path("detail").asText())
                .toList();
    }

    /** Without what a terminal would not show. */
    private static String visible(String text) {
        return text.replace("\u200b", "<U+200B>");
    }
}
