package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** S4 from the brief to the ruling. */
final class S4Appeal {

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final S4Bodies bodies;
    private final StoryReads reads;

    private final User enforcerAsJudge = User.staff("enf-1", "enforcement", "adjudicator");
    private final User advocateAsJudge = User.staff("adv-1", "advocate", "adjudicator");

    S4Appeal(StoryRun run, StoryFile story, Timeline when, S4Bodies bodies, StoryReads reads) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.bodies = bodies;
        this.reads = reads;
    }

    void tell(String penalty, String caseFile, List<String> violations) {
        argue(caseFile, violations);
        deliberate(caseFile, violations);
        rule(penalty, caseFile, violations);
    }

    private void argue(String caseFile, List<String> violations) {
        JsonNode early = run.refusedMove(
                "a claim before the brief is refused",
                409,
                "illegal-transition",
                Cast.ADJUDICATOR,
                Cast.ADVOCATE,
                caseFile,
                "/claim",
                null);
        run.facts()
                .check(
                        "the refusal names the status",
                        "IN_ADVOCACY",
                        early.path("currentStatus").asText());
        run.advanceTo(when.at("briefAt"));
        run.facts().step("adv-1 files the brief on the ground NOT_ENUMERATED");
        run.facts()
                .check(
                        "the brief is filed",
                        "SUBMITTED",
                        status(run.move(Cast.ADVOCATE, caseFile, "/briefs", bodies.brief(violations))));
        run.advanceTo(when.at("claimedAt"));
        run.refusedMove(
                "enf-1, who proposed, may not adjudicate",
                403,
                "own-cause",
                enforcerAsJudge,
                Cast.ADVOCATE,
                caseFile,
                "/claim",
                null);
        run.refusedMove(
                "adv-1, the advocate, may not adjudicate",
                403,
                "own-cause",
                advocateAsJudge,
                Cast.ADVOCATE,
                caseFile,
                "/claim",
                null);
        run.facts().step("adj-1 claims the case");
        run.facts()
                .check(
                        "the case is in deliberation",
                        "IN_DELIBERATION",
                        status(run.move(Cast.ADJUDICATOR, caseFile, "/claim", null)));
    }

    private void deliberate(String caseFile, List<String> violations) {
        run.advanceTo(when.at("answeredAt"));
        run.facts().step("enf-2 answers for the department");
        run.move(Cast.RESPONDENT, caseFile, "/answers", bodies.answer());
        run.advanceTo(when.at("draftAt"));
        run.refusedMove(
                "a draft without individual reasons is refused",
                422,
                "reasons-missing",
                Cast.ADJUDICATOR,
                Cast.ADJUDICATOR,
                caseFile,
                "/draft-rulings",
                bodies.draft(violations.subList(0, 0)));
        run.facts().step("adj-1 shows both sides a draft: " + story.given("outcome"));
        JsonNode drafted = Drafting.issue(run, Cast.ADJUDICATOR, caseFile, bodies.draft(violations));
        run.facts().check("both sides may reply", "REPLY_WINDOW", status(drafted));
        if (when.years() == 0) {
            String repliesBy = StoryRun.utc(when.at("repliesBy"));
            run.facts()
                    .check(
                            "replies are due after two business days",
                            repliesBy,
                            StoryRun.instant(drafted.path("draft").path("repliesBy"))
                                    .replaceFirst(":\\d\\d(\\.\\d+)?Z$", ":00Z"));
        }
        run.move(Cast.ADVOCATE, caseFile, "/replies", Map.of("text", bodies.reply()));
    }

    private void rule(String penalty, String caseFile, List<String> violations) {
        run.advanceTo(when.at("ruledAt"));
        boolean effects = !story.expect("effects").isEmpty();
        run.holdMarketplace(true);
        try {
            String draftId = run.read(Cast.ADJUDICATOR, caseFile)
                    .path("draft")
                    .path("id")
                    .asText();
            run.refusedMove(
                    "a ruling without individual reasons is refused",
                    422,
                    "reasons-missing",
                    Cast.ADJUDICATOR,
                    Cast.ADJUDICATOR,
                    caseFile,
                    "/rulings",
                    bodies.ruling(draftId, violations.subList(0, 0)));
            run.facts().step("adj-1 rules " + story.given("outcome"));
            run.move(Cast.ADJUDICATOR, caseFile, "/rulings", bodies.ruling(draftId, violations));
            if (effects) {
                run.eventually(
                        "points are applied, the lift waits for the marketplace",
                        "MEASURE SHOP_CLOSURE PENDING, POINTS APPLIED",
                        () -> reads.effects(caseFile));
                run.facts()
                        .check(
                                "the case stays open while the lift is unconfirmed",
                                "EXECUTING",
                                text(Cast.ADJUDICATOR, caseFile, "status"));
                run.facts()
                        .check(
                                "the penalty has its ruled points",
                                story.givenNumber("ruledPoints"),
                                number(run.read(Cast.OPERATOR, penalty), "points"));
            }
        } finally {
            run.holdMarketplace(false);
        }
        run.eventually("the case is closed", "CLOSED", () -> text(Cast.ADJUDICATOR, caseFile, "status"));
        run.facts()
                .check(
                        "every effect is confirmed",
                        effects ? "MEASURE SHOP_CLOSURE APPLIED, POINTS APPLIED" : "",
                        reads.effects(caseFile));
    }

    private String text(User user, String path, String member) {
        return run.read(user, path).path(member).asText();
    }

    private static String status(JsonNode caseFile) {
        return caseFile.path("status").asText();
    }

    private static int number(JsonNode node, String member) {
        return node.path(member).asInt();
    }
}
