package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** S5: the appeal, in which the record is read and its seal challenged, and which rests on what was disclosed. */
final class S5Appeal {

    private static final String OWN_WORDS = "You hide behind your graph-risk-score and 阈值0.87, I know it.";

    private final StoryRun run;
    private final Timeline when;
    private final S5Bodies bodies;
    private final StoryReads reads;
    private final User merchant;

    private final User integrity = User.staff("int-1", "integrity");

    private String caseFile = "";

    S5Appeal(StoryRun run, Timeline when, S5Bodies bodies, StoryReads reads, User merchant) {
        this.run = run;
        this.when = when;
        this.bodies = bodies;
        this.reads = reads;
        this.merchant = merchant;
    }

    String caseFile() {
        return caseFile;
    }

    void tell(String penaltyId) {
        String penalty = "/v1/penalties/" + penaltyId;
        open(penaltyId);
        readRecord(penalty + "/detection-record");
        challenge(penalty, penalty + "/detection-record/challenges");
        List<String> violations = reads.violationIds(penalty);
        argue(violations);
        decide(violations);
    }

    private void open(String penaltyId) {
        run.advanceTo(when.at("openedAt"));
        run.facts().step("adv-1 opens the appeal on the advocate's own motion");
        caseFile = "/v1/cases/"
                + run.create(
                                Cast.ADVOCATE,
                                "/v1/cases",
                                Map.of("kind", "PENALTY_APPEAL", "penaltyId", penaltyId, "ownMotion", true))
                        .path("id")
                        .asText();
    }

    private void readRecord(String record) {
        run.facts().step("who may read how it was found, and who may not");
        Map<String, Object> purpose = Map.of("purpose", "To prepare the appeal.");
        Map<String, User> strangers = Map.of(
                "the merchant",
                merchant,
                "the agency",
                new User("agency-1", List.of("agency"), Optional.empty()),
                "another advocate",
                User.staff("adv-2", "advocate"),
                "another adjudicator",
                User.staff("adj-2", "adjudicator"),
                "another officer",
                Cast.RESPONDENT,
                "an operator",
                Cast.OPERATOR);
        strangers.forEach((who, user) -> run.refused(
                "to " + who + " the record does not exist", 404, "not-found", user, record + "/readings", purpose));
        run.eventually(
                "adv-1 is known as the case's advocate", 200, () -> run.tryRead(Cast.ADVOCATE, record + "/challenges")
                        .status());
        JsonNode read = run.create(Cast.ADVOCATE, record + "/readings", purpose);
        run.facts()
                .check(
                        "adv-1 reads the record",
                        List.of(bodies.detectionRecord().get("summary"), "ADVOCATE"),
                        List.of(
                                read.path("record").path("summary").asText(),
                                read.path("role").asText()));
        run.create(Cast.ENFORCER, record + "/readings", Map.of("purpose", "To prepare the answer."));
        run.refused(
                "a purpose that names what is sealed is refused",
                422,
                "sealed-term-in-text",
                Cast.ADVOCATE,
                record + "/readings",
                Map.of("purpose", "To check the graph risk score."));
        List<String> readings = new ArrayList<>();
        run.read(integrity, record + "/readings")
                .path("items")
                .forEach(one -> readings.add(one.path("readBy").asText() + " "
                        + one.path("role").asText() + ": " + one.path("purpose").asText()));
        run.facts()
                .check(
                        "each reading is on record with its purpose",
                        List.of("adv-1 ADVOCATE: To prepare the appeal.", "enf-1 PROPOSER: To prepare the answer."),
                        readings);
    }

    private void challenge(String penalty, String challenges) {
        run.advanceTo(when.at("challengedAt"));
        run.facts().step("adv-1 challenges the seal");
        JsonNode raised = run.create(Cast.ADVOCATE, challenges, bodies.challenge());
        run.facts()
                .check(
                        "it is to be answered within three days",
                        3L * 24 * 60,
                        java.time.Duration.between(
                                        java.time.Instant.parse(
                                                raised.path("raisedAt").asText()),
                                        java.time.Instant.parse(
                                                raised.path("answerBy").asText()))
                                .toMinutes());
        run.refused("a second challenge waits", 409, "duplicate", Cast.ADVOCATE, challenges, bodies.challenge());
        run.advanceTo(when.at("challengeAnsweredAt"));
        String answers = challenges + "/" + raised.path("id").asText() + "/answers";
        run.refused(
                "whoever proposed the penalty does not answer",
                403,
                "own-cause",
                User.staff("enf-1", "rule-owner"),
                answers,
                bodies.challengeAnswer("They complained on 12 March."));
        run.refused(
                "a disclosure holds no sealed term",
                422,
                "sealed-term-in-text",
                Cast.RULE_OWNER,
                answers,
                bodies.challengeAnswer("The device cluster complained on 12 March."));
        run.create(Cast.RULE_OWNER, answers, bodies.challengeAnswer("They complained on 12 March."));
        JsonNode told = run.read(merchant, penalty + "/statement-of-reasons").path("disclosures");
        run.facts()
                .check(
                        "the merchant is told in addition",
                        "They complained on 12 March.",
                        told.path(0).path("disclosure").path("en").asText());
        run.eventually(
                "a notice tells the merchant what is disclosed",
                true,
                () -> tells(merchant, "DisclosureIssued", penaltyId(penalty), "They complained on 12 March."));
        run.eventually(
                "a notice tells adv-1 of the answer",
                true,
                () -> tells(Cast.ADVOCATE, "SealChallengeAnswered", penaltyId(penalty), "facts are disclosed"));
        run.facts()
                .check(
                        "adv-1 sees the outcome and its reasons",
                        "DISCLOSED The time of the complaints says nothing about the method.",
                        outcome(run.read(Cast.ADVOCATE, challenges)
                                .path("items")
                                .path(0)));
    }

    private boolean tells(User reader, String type, String penaltyId, String words) {
        for (JsonNode notice : run.read(reader, "/v1/notices?limit=100").path("items")) {
            if (notice.path("type").asText().equals(type)
                    && notice.path("title").path("en").asText().contains(penaltyId)
                    && notice.path("body").path("en").asText().contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static String penaltyId(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String outcome(JsonNode challenge) {
        return challenge.path("outcome").asText() + " "
                + challenge.path("reasons").path("en").asText();
    }

    private void argue(List<String> violations) {
        run.advanceTo(when.at("briefAt"));
        JsonNode named = run.refusedMove(
                "a brief with a sealed term is refused",
                422,
                "sealed-term-in-text",
                Cast.ADVOCATE,
                Cast.ADVOCATE,
                caseFile,
                "/briefs",
                bodies.brief(violations, "The graph risk score proves nothing."));
        run.facts()
                .check(
                        "the advocate, who has read the record, is told which",
                        "holds: graph-risk-score",
                        named.path("errors").path(0).path("detail").asText());
        run.move(Cast.ADVOCATE, caseFile, "/briefs", bodies.brief(violations, "Reverse it."));
        run.advanceTo(when.at("claimedAt"));
        run.move(Cast.ADJUDICATOR, caseFile, "/claim", null);
        run.advanceTo(when.at("answeredAt"));
        JsonNode unnamed = run.refusedMove(
                "an answer of the department with a sealed term is refused",
                422,
                "sealed-term-in-text",
                Cast.RESPONDENT,
                Cast.RESPONDENT,
                caseFile,
                "/answers",
                Map.of("text", S5Bodies.both("设备聚类清楚。", "The facts are clear.")));
        run.facts()
                .check(
                        "enf-2, a stranger to the record, is not told which",
                        "holds one",
                        unnamed.path("errors").path(0).path("detail").asText());
        run.move(Cast.RESPONDENT, caseFile, "/answers", Map.of("text", S5Bodies.both("事实清楚。", "The facts are clear.")));
    }

    private void decide(List<String> violations) {
        run.advanceTo(when.at("draftAt"));
        for (List<String> sealedOnly : List.of(List.<String>of(), List.of("detection-record"))) {
            run.refusedMove(
                    "a draft that cites " + (sealedOnly.isEmpty() ? "no fact" : "the record alone") + " is refused",
                    422,
                    "sealed-material-alone",
                    Cast.ADJUDICATOR,
                    Cast.ADJUDICATOR,
                    caseFile,
                    "/draft-rulings",
                    bodies.draft(violations, sealedOnly));
        }
        List<String> facts = bodies.own("orders");
        JsonNode drafted = Drafting.issue(run, Cast.ADJUDICATOR, caseFile, bodies.draft(violations, facts));
        run.facts().step("the merchant replies in its own words");
        JsonNode replied = run.move(merchant, caseFile, "/replies", Map.of("text", OWN_WORDS));
        run.facts()
                .check(
                        "the merchant's own words are not looked at and stand unaltered",
                        List.of(OWN_WORDS),
                        replied.findValuesAsText("text").stream()
                                .filter(OWN_WORDS::equals)
                                .distinct()
                                .toList());
        run.advanceTo(when.at("ruledAt"));
        String draftId = drafted.path("draft").path("id").asText();
        run.refusedMove(
                "a ruling on sealed material alone is refused",
                422,
                "sealed-material-alone",
                Cast.ADJUDICATOR,
                Cast.ADJUDICATOR,
                caseFile,
                "/rulings",
                bodies.ruling(draftId, violations, List.of("detection-record")));
        run.facts().step("adj-1 rules UPHOLD on what was disclosed");
        run.move(Cast.ADJUDICATOR, caseFile, "/rulings", bodies.ruling(draftId, violations, facts));
    }
}
