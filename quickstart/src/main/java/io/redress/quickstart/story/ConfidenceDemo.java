package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What merchant and advocate write to each other is theirs, until one of them puts a message in the file. */
final class ConfidenceDemo {

    private static final User INTEGRITY = User.staff("integrity-lead", "integrity");
    private static final String QUESTION = "Which orders took the coupon off twice?";
    private static final String ANSWER = "All from the first weekend.";

    private final StoryRun run;
    private final DemoCase of;
    private final User respondent;
    private final User former;

    /** @param former who was the case's advocate before */
    ConfidenceDemo(StoryRun run, DemoCase of, User respondent, User former) {
        this.run = run;
        this.of = of;
        this.respondent = respondent;
        this.former = former;
    }

    void tell() {
        run.facts().step(of.advocate().subject() + " asks the merchant, and the merchant answers");
        run.refused(
                "what the advocate writes is looked at for sealed terms",
                422,
                "sealed-term-in-text",
                of.advocate(),
                messages(),
                Map.of("text", "Do you know of a graph risk score?"));
        run.create(of.advocate(), messages(), Map.of("text", QUESTION, "asks", true));
        run.facts()
                .check(
                        "until the merchant answers the case lies with the merchant",
                        "MERCHANT",
                        of.seenBy(of.merchant()).path("heldBy").asText());
        String answer = run.create(of.merchant(), messages(), Map.of("text", ANSWER))
                .path("id")
                .asText();
        run.facts()
                .check(
                        "then with the advocate again",
                        "ADVOCATE",
                        of.seenBy(of.merchant()).path("heldBy").asText());
        run.facts().check("the advocate reads both", List.of(QUESTION, ANSWER), texts(of.advocate()));
        run.facts()
                .check(
                        "the adjudicator, the department, an operator and the advocate before read nothing",
                        List.of(),
                        seenByOthers());
        run.facts().check("integrity may read them", List.of(QUESTION, ANSWER), texts(INTEGRITY));
        run.facts()
                .check(
                        "and the merchant sees that it has",
                        INTEGRITY.subject(),
                        run.read(of.merchant(), messages() + "/readings")
                                .path("items")
                                .path(0)
                                .path("by")
                                .asText());
        run.create(of.merchant(), messages() + "/" + answer + "/filing", null);
        run.facts()
                .check(
                        "one message is filed, and everybody in the case reads that one",
                        List.of(ANSWER),
                        texts(Cast.ADJUDICATOR));
    }

    private String messages() {
        return of.path() + "/messages";
    }

    private List<String> seenByOthers() {
        List<String> seen = new ArrayList<>();
        for (User other : List.of(Cast.ADJUDICATOR, respondent, Cast.OPERATOR, former)) {
            seen.addAll(texts(other));
        }
        return seen;
    }

    private List<String> texts(User reader) {
        List<String> texts = new ArrayList<>();
        JsonNode page = run.read(reader, messages());
        page.path("items").forEach(one -> texts.add(one.path("text").asText()));
        return texts;
    }
}
