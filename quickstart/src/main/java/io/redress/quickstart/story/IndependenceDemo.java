package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The advocate is free: who answers for the penalty, or is above who does, has no say in who defends, and leaves a trace. */
final class IndependenceDemo {

    private static final User INTEGRITY = User.staff("integrity-lead", "integrity");
    private static final String REASSIGN = "/advocate-reassignments";
    private static final String RATE = "/advocate-ratings";

    private final StoryRun run;
    private final DemoCase appeal;

    IndependenceDemo(StoryRun run, DemoCase appeal) {
        this.run = run;
        this.appeal = appeal;
    }

    /** While the case is open. */
    void attempted() {
        run.facts().step("the department's head, and who is above, try to have another advocate in the case");
        appeal.refused(
                "the head of the department cannot remove the advocate",
                422,
                "advocate-is-free",
                User.staff("enf-lead", "enforcement-approver"),
                REASSIGN,
                Map.of());
        appeal.refused(
                "nor can a superior, even with an operator's role",
                422,
                "advocate-is-free",
                User.staff("gov-vp", "operator"),
                REASSIGN,
                Map.of());
        run.facts()
                .check(
                        "she still has the case",
                        appeal.advocate().subject(),
                        appeal.seenBy(Cast.OPERATOR).path("advocateId").asText());
    }

    /** When it has ended. */
    void rated() {
        run.refused(
                "the department does not rate her either",
                422,
                "advocate-is-free",
                Cast.RESPONDENT,
                appeal.path() + RATE,
                Map.of("score", 1));
        run.facts()
                .check(
                        "the merchant does",
                        5,
                        run.create(appeal.merchant(), appeal.path() + RATE, Map.of("score", 5))
                                .path("score")
                                .asInt());
        run.facts()
                .check(
                        "integrity reads who tried what",
                        List.of(
                                "enf-lead RESPONDENT REASSIGN",
                                "gov-vp ABOVE_RESPONDENT REASSIGN",
                                "enf-2 RESPONDENT RATE"),
                        attempts());
    }

    private List<String> attempts() {
        List<String> about = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = run.read(INTEGRITY, "/v1/integrity/attempts?limit=200" + cursor);
            page.path("items").forEach(attempt -> {
                if (attempt.path("caseId").asText().equals(appeal.id())) {
                    about.add(attempt.path("by").asText() + " "
                            + attempt.path("standing").asText() + " "
                            + attempt.path("kind").asText());
                }
            });
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return about;
    }
}
