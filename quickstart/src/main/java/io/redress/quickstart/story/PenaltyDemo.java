package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** One shop over four years: points, thresholds, the ends of three years, a cure window that lapses, the export. */
final class PenaltyDemo {

    private static final String COUNTERFEIT = "COUNTERFEIT";
    private static final String GENERAL = "GENERAL";
    private static final int CAP = 24;
    private static final int HARASSMENT = 12;
    private static final int HOLDS_PAYOUTS = 36;

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final PenaltyDemoBodies bodies;
    private final StoryReads reads;

    private final User enforcer = User.staff("enf-1", "enforcement");
    private final User operator = User.staff("operator-1", "operator");
    private final User merchant;

    private final String merchantId;
    private final String shop;
    private final int promised;
    private final int suspected;

    PenaltyDemo(StoryRun run, StoryFile story) {
        this.run = run;
        this.story = story;
        this.when = Timeline.after(run.now(), story.timeline());
        this.merchantId = run.own(story.given("merchant"));
        this.shop = run.own(story.given("shop"));
        this.merchant = User.merchant(merchantId);
        this.bodies = new PenaltyDemoBodies(run, shop);
        this.reads = new StoryReads(run, operator, operator, merchant);
        this.promised = story.givenNumber("promisePoints");
        this.suspected = story.givenNumber("suspectedPoints");
    }

    void tell() {
        run.facts().step("merchant " + merchantId + ", dates moved by " + when.years() + " years");
        StoryReads.register(
                run,
                merchantId,
                story.given("merchantName"),
                story.given("language"),
                when.at("counterfeitAt").minusYears(3),
                shop);
        counterfeit();
        general();
        forecast();
        new CureDemo(run, story, when).tell();
        firstYearEnds();
        cureLapses();
        laterYearsEnd();
        export();
    }

    private void counterfeit() {
        OffsetDateTime at = arrive("counterfeitAt");
        String clause = story.given("counterfeitClause");
        run.refused(
                "an act that is still to come is refused",
                422,
                "act-time-invalid",
                enforcer,
                "/v1/penalties",
                bodies.tomorrow(clause, "l-1", at));
        run.refused(
                "more than 24 points off the closed list are refused",
                422,
                "closure-not-enumerated",
                enforcer,
                "/v1/penalties",
                bodies.breach(clause, "l-1", at, OptionalInt.of(CAP + 1)));
        punish(bodies.breach(clause, "l-1", at, OptionalInt.empty()));
        run.refused(
                "one fact is punished once",
                409,
                "fact-already-punished",
                enforcer,
                "/v1/penalties",
                bodies.breach(clause, "l-1", at, OptionalInt.empty()));
        points("a counterfeit is 24 points", Map.of(COUNTERFEIT, CAP));
        run.eventually(
                "24 points hide the shop and remove listings",
                "LISTINGS_REMOVED IN_FORCE, SHOP_HIDDEN IN_FORCE",
                () -> reads.measures(shop));
    }

    private void general() {
        OffsetDateTime at = arrive("promiseAt");
        run.eventually(
                "hiding ended after 14 days, removal has no end",
                "LISTINGS_REMOVED IN_FORCE, SHOP_HIDDEN SERVED",
                () -> reads.measures(shop));
        String clause = story.given("promiseClause");
        Map<String, String> factors = Map.of("amount", "small", "repeat", "no");
        run.refused(
                "points above the range of the clause are refused",
                422,
                "tariff-mismatch",
                enforcer,
                "/v1/penalties",
                bodies.chosen(clause, "l-2", at, 7, factors));
        run.refused(
                "points in a range without factors and reasons are refused",
                422,
                "points-not-reasoned",
                enforcer,
                "/v1/penalties",
                bodies.breach(clause, "l-2", at, OptionalInt.of(promised)));
        run.refused(
                "a factor that the clause does not know is refused",
                422,
                "unknown-factor",
                enforcer,
                "/v1/penalties",
                bodies.chosen(clause, "l-2", at, promised, Map.of("hardship", "yes")));
        punish(bodies.chosen(clause, "l-2", at, promised, factors));
        points("a broken promise adds to another bucket", Map.of(COUNTERFEIT, CAP, GENERAL, promised));
        OffsetDateTime next = arrive("harassmentAt");
        punish(bodies.breach(story.given("harassmentClause"), "l-3", next, OptionalInt.empty()));
        points("harassment adds 12", Map.of(COUNTERFEIT, CAP, GENERAL, promised + HARASSMENT));
        run.eventually(
                "12 points in the other bucket hide the shop again and ban it from promotions",
                "LISTINGS_REMOVED IN_FORCE, PROMOTION_BAN IN_FORCE, SHOP_HIDDEN IN_FORCE, SHOP_HIDDEN SERVED",
                () -> reads.measures(shop));
    }

    private void forecast() {
        JsonNode step = run.read(merchant, "/v1/shops/" + shop + "/forecast")
                .path("steps")
                .path(0);
        String lastDay = when.at("lastMoment").toLocalDate().toString();
        run.facts()
                .check(
                        "if nothing happens, the next change is at the end of the year",
                        lastDay,
                        step.path("lastDay").asText());
        Map<String, String> expected = new TreeMap<>();
        expected.put(COUNTERFEIT, CAP + " to " + CAP);
        expected.put(GENERAL, (promised + HARASSMENT) + " to 0");
        Map<String, String> told = new TreeMap<>();
        step.path("buckets")
                .forEach(bucket -> told.put(
                        bucket.path("bucket").asText(),
                        bucket.path("before").asInt() + " to "
                                + bucket.path("after").asInt()));
        told.keySet().retainAll(expected.keySet());
        run.facts().check("the merchant is told what will go and what will stay", expected, told);
    }

    private void firstYearEnds() {
        arrive("lastEvening");
        points("nothing goes while the year is not over", Map.of(COUNTERFEIT, CAP, GENERAL, promised + HARASSMENT));
        arrive("firstYearEnd");
        points("24 points for counterfeits survive, others do not", Map.of(COUNTERFEIT, CAP));
        run.facts()
                .check(
                        "the year's last millisecond can still be asked for",
                        Map.of(COUNTERFEIT, CAP, GENERAL, promised + HARASSMENT),
                        tallies("?at=" + StoryRun.utc(when.at("lastMoment"))));
        run.eventually(
                "listings stay removed while 24 points justify it",
                "LISTINGS_REMOVED IN_FORCE, PROMOTION_BAN SERVED, SHOP_HIDDEN SERVED, SHOP_HIDDEN SERVED",
                () -> reads.measures(shop));
    }

    private void cureLapses() {
        OffsetDateTime at = arrive("suspectedAt");
        String penalty = propose(bodies.chosen(
                story.given("suspectedClause"), "l-4", at, suspected, Map.of("volume", "low", "repeat", "no")));
        run.mustBecome("a first breach that can be cured waits", "ANNOUNCED", () -> status(penalty));
        points("and books nothing", Map.of(COUNTERFEIT, CAP));
        run.advanceTo(OffsetDateTime.parse(
                run.read(enforcer, penalty).path("announcedUntil").asText()));
        run.mustBecome("it enters into force when the window lapses without a cure", "IN_FORCE", () -> status(penalty));
        points("what was carried over and what came anew add up", Map.of(COUNTERFEIT, CAP + suspected));
        run.eventually(
                suspected + " points more " + (CAP + suspected >= HOLDS_PAYOUTS ? "hold payouts" : "fire nothing"),
                CAP + suspected >= HOLDS_PAYOUTS,
                () -> reads.measures(shop).contains("PAYOUT_HOLD"));
    }

    private void laterYearsEnd() {
        arrive("secondYearEnd");
        points("what survived one reset does not survive another", Map.of(COUNTERFEIT, suspected));
        run.eventually("listings come back once nothing justifies their removal", true, () -> reads.measures(shop)
                .contains("LISTINGS_REMOVED LIFTED"));
        arrive("thirdYearEnd");
        points("nothing is left", Map.of());
        run.eventually("the audit trail of points stays", true, () -> entries() >= 4);
    }

    private void export() {
        OffsetDateTime at = arrive("exportedAt");
        String path = punish(bodies.in("DE", story.given("counterfeitClause"), "l-5", at));
        String statement = run.read(enforcer, path).path("statementId").asText();
        User integrity = User.staff("integrity-lead", "integrity");
        run.mustBecome(
                "the decision is composed for the transparency database",
                "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS",
                () -> exported(integrity, statement).path("category").asText());
        JsonNode exported = exported(integrity, statement);
        run.facts()
                .check(
                        "it applies in the territory it was made for",
                        "[\"DE\"]",
                        exported.path("territorial_scope").toString());
        run.facts()
                .check(
                        "nobody but people had a part in it",
                        "No AUTOMATED_DECISION_NOT_AUTOMATED",
                        exported.path("automated_detection").asText() + " "
                                + exported.path("automated_decision").asText());
        run.facts()
                .check(
                        "it names no merchant",
                        false,
                        exported.toString().contains(merchantId)
                                || exported.toString().contains(story.given("merchantName")));
    }

    private JsonNode exported(User reader, String statement) {
        return run.tryRead(reader, "/v1/transparency-statements/" + statement)
                .body()
                .path("statement");
    }

    private OffsetDateTime arrive(String name) {
        run.advanceTo(when.at(name));
        return when.at(name);
    }

    private String propose(Map<String, Object> proposal) {
        return "/v1/penalties/"
                + run.create(enforcer, "/v1/penalties", proposal).path("id").asText();
    }

    /** Proposes, waits until it is in force, and lets the merchant read why: what comes later is another decision. */
    private String punish(Map<String, Object> proposal) {
        String path = propose(proposal);
        run.mustBecome("the penalty is in force", "IN_FORCE", () -> status(path));
        reads.readStatement(path.substring(path.lastIndexOf('/') + 1));
        return path;
    }

    private String status(String penalty) {
        return run.read(enforcer, penalty).path("status").asText();
    }

    private void points(String fact, Map<String, Integer> expected) {
        run.eventually(fact, expected, () -> tallies(""));
    }

    /** The buckets of the shop that are not empty, as the merchant sees them. */
    private Map<String, Integer> tallies(String at) {
        Map<String, Integer> tallies = new TreeMap<>();
        run.read(merchant, "/v1/shops/" + shop + "/standing" + at)
                .path("buckets")
                .forEach(bucket -> tallies.put(
                        bucket.path("bucket").asText(), bucket.path("points").asInt()));
        tallies.values().removeIf(points -> points == 0);
        return tallies;
    }

    private int entries() {
        return run.read(merchant, "/v1/shops/" + shop + "/points").path("items").size();
    }
}
