package io.redress.quickstart.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The appeal from its evidence to its last confirmed effect, with what each side could and could not see on the way. */
final class AppealHearing {

    private static final User INTEGRITY = User.staff("integrity-lead", "integrity");
    private static final User OTHER_ADVOCATE = User.staff("adv-lead", "advocate");

    private final StoryRun run;
    private final StoryFile story;
    private final DemoShop shop;
    private final AppealBodies bodies;
    private final AppealMeasures measures;
    private final DemoCase appeal;
    private final List<String> violations;

    AppealHearing(
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

    void tell(String penalty) {
        argued();
        deliberated();
        ruled();
        closed(penalty);
    }

    private void argued() {
        run.facts().step("the merchant's side gathers its evidence, which is its own until it is filed");
        DemoEvidence proof =
                DemoEvidence.add(run, appeal, appeal.merchant(), "parcels.pdf", "That forty parcels were signed for");
        proof.sentAgain(appeal.advocate());
        DemoEvidence hardship = DemoEvidence.hardship(run, appeal, appeal.merchant(), "illness.pdf");
        List<User> others =
                List.of(Cast.ADJUDICATOR, Cast.RESPONDENT, OTHER_ADVOCATE, User.merchant(run.own("m-other")));
        run.facts()
                .check(
                        "to adjudicators, the department, other advocates and other merchants it does not exist",
                        List.of(404, 404, 404, 404),
                        proof.asked(others));
        run.facts()
                .check(
                        "what is no document is refused, whatever it says it is",
                        "422 file-type-refused",
                        brief(run.send(
                                appeal.merchant(),
                                appeal.path() + "/evidence?fileName=page.pdf",
                                "application/pdf",
                                "<html><script>1</script></html>")));
        appeal.say(AdvocacyBodies.provided("disputedFact." + violations.get(1), "orderExport", proof.id()));
        run.facts()
                .check(
                        "what the advocate has gathered for a requirement, only her side knows",
                        "PROVIDED OPEN",
                        state(appeal.advocate()) + " " + state(Cast.ADJUDICATOR));
        appeal.refused(
                "hardship is no ground",
                422,
                "hardship-is-no-ground",
                appeal.advocate(),
                "/briefs",
                Map.of("violations", bodies.points(violations, "HARDSHIP", proof, hardship)));
        appeal.brief("Reverse what did not happen.", bodies.points(violations, "FACTS_WRONG", proof, hardship));
        proof.readWhole("with the brief the file is open to the adjudicator, byte for byte", Cast.ADJUDICATOR);
        run.facts()
                .check(
                        "hardship stays hidden from who decides and from the department",
                        List.of(404, 404, 200),
                        hardship.asked(List.of(Cast.ADJUDICATOR, Cast.RESPONDENT, appeal.advocate())));
        run.facts()
                .check(
                        "it is on record who has read the file",
                        List.of(Cast.ADJUDICATOR.subject()),
                        proof.readings(INTEGRITY));
    }

    private String state(User reader) {
        return appeal.requirements(reader).get("disputedFact." + violations.get(1));
    }

    private void deliberated() {
        appeal.refused(
                "who proposed the penalty does not decide about it",
                403,
                "own-cause",
                User.staff("enf-1", "enforcement", "adjudicator"),
                "/claim",
                null);
        appeal.claim(Cast.ADJUDICATOR);
        appeal.draftRefused(
                "before the department has answered there is no draft",
                422,
                "answer-window-open",
                bodies.firstDraft(violations));
        appeal.answer(Cast.RESPONDENT, bodies.answer());
        appeal.draftRefused(
                "a draft gives its reasons for each violation",
                422,
                "reasons-missing",
                AdvocacyBodies.draft(
                        "OVERTURN",
                        List.of(AdvocacyBodies.decided(
                                violations.get(1), "OVERTURN", bodies.answer(), "description"))));
        appeal.draft(bodies.firstDraft(violations));
        appeal.refused(
                "nothing is ruled before both sides have replied",
                422,
                "reply-window-open",
                Cast.ADJUDICATOR,
                "/rulings",
                appeal.ruling());
        appeal.reply(appeal.merchant(), "We are glad about the parcels.");
        appeal.reply(Cast.RESPONDENT, "No objection.");
    }

    private void ruled() {
        shop.arrive("ruledAt");
        run.holdMarketplace(true);
        try {
            appeal.rule();
            if (measures.lifted()) {
                run.eventually(
                        "money and points are settled, the lifted ban waits for the marketplace",
                        "CLAIM APPLIED, MEASURE NEW_LISTING_BAN PENDING, POINTS APPLIED",
                        appeal::effects);
                run.facts().check("until it confirms the case stays open", "EXECUTING", appeal.status());
            }
        } finally {
            run.holdMarketplace(false);
        }
        appeal.closes(
                "CLAIM APPLIED, " + (measures.lifted() ? "MEASURE NEW_LISTING_BAN APPLIED, " : "") + "POINTS APPLIED");
    }

    private void closed(String penalty) {
        shop.points("what stands still counts, what fell does not", Map.of("GENERAL", story.givenNumber("keptPoints")));
        shop.measures("so do measures", measures.afterTheRuling());
        new ClaimFacts(run, appeal).booked("PENALTY_REVERSAL", story.givenNumber("feesBack"));
        Map<String, Integer> told = new TreeMap<>();
        List.of("CaseOpened", "AdvocateAssigned", "BriefFiled", "DraftRulingIssued", "RulingIssued", "CaseClosed")
                .forEach(type -> told.put(type, 1));
        run.eventually("the merchant was told of each step, once", told, () -> stepsOf(appeal.told()));
        List<String> read = new ArrayList<>();
        for (String path :
                List.of(appeal.path(), penalty, penalty + "/statement-of-reasons", "/v1/notices?limit=100")) {
            read.add(run.read(appeal.merchant(), path).toString());
        }
        run.facts()
                .check(
                        "in nothing that it reads stands how it was found",
                        0L,
                        read.stream()
                                .filter(text -> text.contains(AppealBodies.SEALED))
                                .count());
        run.refused(
                "nor can it read the record of that",
                404,
                "not-found",
                appeal.merchant(),
                penalty + "/detection-record/readings",
                Map.of("purpose", "To know."));
    }

    private static Map<String, Integer> stepsOf(Map<String, Integer> told) {
        Map<String, Integer> steps = new TreeMap<>(told);
        steps.keySet().removeIf(type -> type.startsWith("Measure") || type.startsWith("Penalty"));
        return steps;
    }

    private static String brief(io.redress.quickstart.http.HttpAnswer answer) {
        return answer.status() + " " + answer.code();
    }
}
