package io.redress.quickstart.story;

import static io.redress.quickstart.story.AdvocacyBodies.both;
import static io.redress.quickstart.story.AdvocacyBodies.decided;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Several merchants, one question: their cases are heard together under a lead, and each is ruled with reasons of its own. */
final class JoinedDemo {

    private static final String BUCKET = "SERIOUS";

    /** A punished shop and what is about it. */
    private record Member(DemoShop shop, String penalty, String violation) {}

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final JoinedBodies bodies;
    private final int size;
    private final int points;
    private final int kept;
    private final List<DemoShop> shops = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<DemoCase> cases = new ArrayList<>();

    JoinedDemo(StoryRun run, StoryFile story, Timeline when) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.bodies = new JoinedBodies(story);
        this.size = story.givenNumber("groupSize");
        this.points = story.givenNumber("groupPoints");
        this.kept = story.givenNumber("groupKept");
    }

    /** Before the first date. */
    void register() {
        for (int i = 0; i < size; i++) {
            String merchantId = run.own(story.given("groupMerchant") + "-" + i);
            String shopId = run.own(story.given("groupShop") + "-" + i);
            StoryReads.register(
                    run,
                    merchantId,
                    story.given("groupMerchantName") + " " + (i + 1),
                    story.given("language"),
                    when.at("penaltyAt").minusYears(2),
                    shopId);
            shops.add(new DemoShop(run, when, User.merchant(merchantId), shopId));
        }
    }

    void tell() {
        punished();
        opened();
        joined();
        oneLeaves();
        answered();
        drafted();
        ruled();
        alone();
    }

    private void punished() {
        run.advanceTo(when.at("groupPunishedAt"));
        run.facts().step("ONE QUESTION: " + size + " shops are punished because buyers stacked coupons");
        for (int i = 0; i < size; i++) {
            String penalty = shops.get(i).propose(bodies.proposal(shops.get(i), i, when.at("groupPunishedAt")));
            String violation = shops.get(i).reads().violationIds(penalty).get(0);
            members.add(new Member(shops.get(i), penalty, violation));
        }
        run.mustBecome("their penalties are in force", Collections.nCopies(size, "IN_FORCE"), () -> members.stream()
                .map(one -> one.shop().status(one.penalty()))
                .toList());
    }

    private void opened() {
        run.advanceTo(when.at("groupHeardAt"));
        for (Member member : members) {
            String penalty = member.penalty().substring(member.penalty().lastIndexOf('/') + 1);
            DemoCase opened = DemoCase.open(
                    run, member.shop().merchant(), Map.of("kind", "PENALTY_APPEAL", "penaltyId", penalty));
            opened.assign(story.given("language"));
            opened.brief("Reverse it.", bodies.argued(member.violation()));
            cases.add(opened);
        }
    }

    private DemoCase lead() {
        return cases.get(0);
    }

    private DemoCase last() {
        return cases.get(size - 1);
    }

    private JsonNode join(List<DemoCase> joining) {
        return run.move(
                Cast.ADJUDICATOR,
                lead().path(),
                "/members",
                Map.of("caseIds", joining.stream().map(DemoCase::id).toList(), "question", JoinedBodies.QUESTION));
    }

    private void joined() {
        lead().claim(Cast.ADJUDICATOR);
        run.facts().step("adj-1 joins the others to it: one question decides them all");
        JsonNode joined = join(cases.subList(1, size));
        run.facts()
                .check("each is claimed with it", Collections.nCopies(size - 1, "IN_DELIBERATION"), statuses(joined));
        run.facts().check("a case is joined once", "already-joined", refusal(join(cases.subList(1, 2))));
        JsonNode seen = cases.get(1).seenBy(cases.get(1).merchant());
        run.facts()
                .check(
                        "a merchant reads the question",
                        JoinedBodies.QUESTION.get("en"),
                        seen.path("heardTogether").path("question").path("en").asText());
        run.facts()
                .check(
                        "and nothing of the others",
                        List.of(),
                        cases.stream()
                                .filter(other -> other != cases.get(1))
                                .filter(other -> seen.toString().contains(other.id())
                                        || seen.toString()
                                                .contains(other.merchant().subject()))
                                .map(DemoCase::id)
                                .toList());
    }

    private void oneLeaves() {
        run.facts().step("the last one says that its case is different");
        JsonNode left =
                run.move(last().merchant(), last().path(), "/leave", Map.of("reasons", Map.of("zh", "我们的情况不同。")));
        run.facts().check("it is heard alone, which is its right", false, left.has("heardTogether"));
        run.facts().check("and nobody joins it again", "heard-alone", refusal(join(List.of(last()))));
    }

    private void answered() {
        run.facts().step("enf-2 answers once for all of them");
        JsonNode answers = run.create(
                Cast.RESPONDENT,
                lead().path() + "/joint-answers",
                Map.of("text", both("规则如此。", "That is how the rule is applied.")));
        run.facts()
                .check(
                        "the answer is filed in each case that is heard together",
                        Collections.nCopies(size - 1, "IN_DELIBERATION"),
                        statuses(answers));
    }

    private void drafted() {
        Map<String, Object> copied = bodies.draft(lead(), members.get(0).violation(), 0, kept);
        copied.put(
                "violations", List.of(decided(members.get(0).violation(), "OVERTURN", JoinedBodies.COMMON, "count")));
        run.facts()
                .check(
                        "what is said for all is no reason of one's own",
                        "reasons-not-individual",
                        refusal(together("/joint-draft-rulings", List.of(copied))));
        List<Map<String, Object>> drafts = new ArrayList<>();
        for (int i = 0; i < size - 1; i++) {
            drafts.add(bodies.draft(cases.get(i), members.get(i).violation(), i, kept));
        }
        run.facts()
                .check(
                        "each has a draft of its own",
                        Collections.nCopies(size - 1, "REPLY_WINDOW"),
                        Drafting.together(run, drafts, some -> statuses(together("/joint-draft-rulings", some))));
        for (DemoCase one : cases.subList(0, size - 1)) {
            one.reply(one.advocate(), "The merchant has nothing to add.");
            one.reply(Cast.RESPONDENT, "No objection.");
        }
    }

    private void ruled() {
        List<Map<String, Object>> rulings = new ArrayList<>();
        for (int i = 0; i < size - 1; i++) {
            rulings.add(bodies.ruling(cases.get(i), members.get(i).violation(), i));
        }
        run.facts().step("adj-1 rules in all of them");
        run.facts()
                .check(
                        "each ruling is carried out by itself",
                        Collections.nCopies(size - 1, "EXECUTING"),
                        statuses(together("/joint-rulings", rulings)));
        for (int i = 0; i < size - 1; i++) {
            cases.get(i).closes("POINTS APPLIED");
            int left = i == 1 ? kept : 0;
            shops.get(i)
                    .points(left + " of " + points + " points are left", left == 0 ? Map.of() : Map.of(BUCKET, left));
        }
        String reasons = lead().seenBy(lead().merchant())
                .path("ruling")
                .path("violations")
                .path(0)
                .path("reasons")
                .path("en")
                .asText();
        run.facts()
                .check(
                        "each merchant reads what holds for all, and then what holds for it",
                        JoinedBodies.COMMON.get("en") + "\n\n"
                                + JoinedBodies.none(0).get("en"),
                        reasons);
    }

    private JsonNode together(String verb, List<Map<String, Object>> of) {
        return run.create(
                Cast.ADJUDICATOR, lead().path() + verb, Map.of("commonReasons", JoinedBodies.COMMON, "members", of));
    }

    private void alone() {
        DemoCase last = last();
        run.facts().step("the one that left is decided alone");
        last.answer(Cast.RESPONDENT, both("该店订单无真实买家。", "The orders of this shop had no buyers."));
        last.decidedBy(Cast.ADJUDICATOR);
        last.draft(AdvocacyBodies.draft(
                "UPHOLD",
                List.of(decided(
                        members.get(size - 1).violation(),
                        "UPHOLD",
                        both("订单没有真实买家。", "There were no buyers: coupons have nothing to do with it."),
                        "count"))));
        last.reply(last.advocate(), "The merchant has nothing to add.");
        last.reply(Cast.RESPONDENT, "No objection.");
        last.rule();
        last.closes("");
        shops.get(size - 1).points("it keeps its points", Map.of(BUCKET, points));
    }

    private static List<String> statuses(JsonNode results) {
        List<String> statuses = new ArrayList<>();
        results.path("results")
                .forEach(one -> statuses.add(
                        one.has("refused")
                                ? one.path("refused").path("code").asText()
                                : one.path("status").asText()));
        return statuses;
    }

    private static String refusal(JsonNode results) {
        return results.path("results").path(0).path("refused").path("code").asText();
    }
}
