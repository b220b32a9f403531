package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The closed appeal is decided anew by two others: never to the merchant's harm. */
final class ReopeningDemo {

    private static final User FIRST = User.staff("adj-2", "adjudicator");
    private static final User SECOND = User.staff("adj-lead", "adjudicator");
    private static final Map<String, String> WHY = AdvocacyBodies.both("出现了新的录音。", "A recording has come up.");
    private static final Map<String, Object> CONFIRMED =
            Map.of("confirmed", true, "reasons", AdvocacyBodies.both("录音可能改变裁决。", "It may change the ruling."));

    private final StoryRun run;
    private final StoryFile story;
    private final DemoShop shop;
    private final AppealBodies bodies;
    private final AppealMeasures measures;
    private final DemoCase appeal;
    private final List<String> violations;

    ReopeningDemo(
            StoryRun run,
            StoryFile story,
            DemoShop shop,
            AppealBodies bodies,
            AppealMeasures measures,
            DemoCase appeal,
            List<String> violations) {
        this.run = run;
        this.story = story;
        this.shop = shop;
        this.bodies = bodies;
        this.measures = measures;
        this.appeal = appeal;
        this.violations = violations;
    }

    void tell() {
        shop.arrive("reopenedAt");
        run.facts().step("new evidence: the merchant asks that the closed appeal be decided anew");
        reopened(asked());
        decidedAnew();
    }

    /** The id of the request. */
    private String asked() {
        DemoEvidence recording =
                DemoEvidence.add(run, appeal, appeal.merchant(), "recording.pdf", "That the buyer called");
        JsonNode asked = run.move(
                appeal.merchant(),
                appeal.path(),
                "/reopening-requests",
                Map.of(
                        "ground",
                        "NEW_EVIDENCE",
                        "reasons",
                        Map.of("zh", "买家来电有录音。"),
                        "evidence",
                        List.of(Map.of("kind", "recording", "reference", recording.id()))));
        JsonNode request = asked.path("reopeningRequests").path(0);
        run.facts()
                .check(
                        "he asks for it, and the case stays closed until he is answered",
                        "CLOSED OPEN",
                        asked.path("status").asText() + " "
                                + request.path("state").asText());
        recording.readWhole("the new evidence is open to whoever answers him", FIRST);
        run.eventually("their head is told that they are to answer", 1, () -> appeal.titles(
                        SECOND, "a request to decide it anew")
                .size());
        String id = request.path("id").asText();
        appeal.refused(
                "who ruled does not answer him",
                403,
                "own-cause",
                Cast.ADJUDICATOR,
                "/reopening-requests/" + id + "/refusals",
                Map.of("reasons", WHY));
        return id;
    }

    private void reopened(String requestId) {
        Map<String, Object> proposal =
                Map.of("ground", "NEW_EVIDENCE", "reasons", WHY, "reopeningRequestId", requestId);
        appeal.refused("who ruled does not reopen it", 403, "own-cause", Cast.ADJUDICATOR, "/reopen", proposal);
        run.facts()
                .check(
                        "another adjudicator proposes it",
                        "REOPENED",
                        run.move(FIRST, appeal.path(), "/reopen", proposal)
                                .path("status")
                                .asText());
        appeal.refused(
                "who proposes it does not confirm it", 403, "own-cause", FIRST, "/reopening-decisions", CONFIRMED);
        JsonNode confirmed = run.move(SECOND, appeal.path(), "/reopening-decisions", CONFIRMED);
        run.facts()
                .check(
                        "a third one confirms it and decides, with the brief and the answer that there are",
                        "IN_DELIBERATION adj-lead true true",
                        confirmed.path("status").asText() + " "
                                + confirmed.path("adjudicatorId").asText() + " " + confirmed.has("brief") + " "
                                + confirmed.has("answer"));
        appeal.decidedBy(SECOND);
        run.facts()
                .check(
                        "with that the merchant is answered",
                        "GRANTED",
                        confirmed
                                .path("reopeningRequests")
                                .path(0)
                                .path("state")
                                .asText());
        shop.points("meanwhile the ruling before stands", Map.of("GENERAL", story.givenNumber("keptPoints")));
    }

    private void decidedAnew() {
        int before = story.givenNumber("keptPoints");
        int left = story.givenNumber("reopenedPoints");
        appeal.draftRefused(
                "it cannot leave more than the ruling before",
                422,
                "worse-off",
                bodies.draftAnew(violations, before + 1));
        appeal.draft(bodies.draftAnew(violations, left));
        appeal.reply(appeal.advocate(), "The merchant has nothing to add.");
        appeal.reply(Cast.RESPONDENT, "No objection.");
        appeal.rule();
        String lifted =
                measures.liftedByTheSecond() ? "MEASURE PROMOTION_BAN APPLIED, MEASURE SHOP_HIDDEN APPLIED, " : "";
        appeal.closes(left == before ? "" : lifted + "POINTS APPLIED");
        shop.points("of " + before + " points " + left + " are left", left == 0 ? Map.of() : Map.of("GENERAL", left));
        shop.measures("measures are judged by what is left", measures.afterTheSecondRuling());
        JsonNode review = appeal.seenBy(appeal.merchant()).path("reopenings").path(0);
        run.facts()
                .check(
                        "the merchant sees the ruling before, and who reviewed it",
                        "PARTIAL " + before + " adj-1, adj-2, adj-lead",
                        review.path("former").path("outcome").asText() + " "
                                + review.path("former").path("points").asInt() + " "
                                + review.path("former").path("ruledBy").asText() + ", "
                                + review.path("proposedBy").asText() + ", "
                                + review.path("decision").path("decidedBy").asText());
        run.eventually(
                "and was told that it was reopened", 1, () -> appeal.told().getOrDefault("CaseReopened", 0));
    }
}
