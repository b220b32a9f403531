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
    private final DemoShop shop;
    private final String merchantId;
    private final int promised;
    private final int suspected;

    PenaltyDemo(StoryRun run, StoryFile story) {
        this.run = run;
        this.story = story;
        this.when = Timeline.after(run.now(), story.timeline());
        this.merchantId = run.own(story.given("merchant"));
        this.shop = new DemoShop(run, when, User.merchant(merchantId), run.own(story.given("shop")));
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
                shop.id());
        counterfeit();
        general();
        forecast();
        new CureDemo(run, story, when, merchantId).tell();
        new ProgrammeDemo(run, story, when, merchantId).tell();
        firstYearEnds();
        cureLapses();
        laterYearsEnd();
        export();
    }

    private void counterfeit() {
        OffsetDateTime at = shop.arrive("counterfeitAt");
        String clause = story.given("counterfeitClause");
        shop.refused(
                "an act that is still to come is refused",
                422,
                "act-time-invalid",
                shop.bodies().tomorrow(clause, "l-1", at));
        shop.refused(
                "more than 24 points off the closed list are refused",
                422,
                "closure-not-enumerated",
                shop.bodies().breach(clause, "l-1", at, OptionalInt.of(CAP + 1)));
        shop.punish(shop.bodies().breach(clause, "l-1", at, OptionalInt.empty()));
        shop.refused(
                "one fact is punished once",
                409,
                "fact-already-punished",
                shop.bodies().breach(clause, "l-1", at, OptionalInt.empty()));
        shop.points("a counterfeit is 24 points", Map.of(COUNTERFEIT, CAP));
        shop.measures("24 points hide the shop and remove listings", "LISTINGS_REMOVED IN_FORCE, SHOP_HIDDEN IN_FORCE");
    }

    private void general() {
        OffsetDateTime at = shop.arrive("promiseAt");
        shop.measures(
                "hiding ended after 14 days, removal has no end", "LISTINGS_REMOVED IN_FORCE, SHOP_HIDDEN SERVED");
        String clause = story.given("promiseClause");
        Map<String, String> factors = Map.of("amount", "small", "repeat", "no");
        shop.refused(
                "points above the range of the clause are refused",
                422,
                "tariff-mismatch",
                shop.bodies().chosen(clause, "l-2", at, 7, factors));
        shop.refused(
                "points in a range without factors and reasons are refused",
                422,
                "points-not-reasoned",
                shop.bodies().breach(clause, "l-2", at, OptionalInt.of(promised)));
        shop.refused(
                "a factor that the clause does not know is refused",
                422,
                "unknown-factor",
                shop.bodies().chosen(clause, "l-2", at, promised, Map.of("hardship", "yes")));
        shop.punish(shop.bodies().chosen(clause, "l-2", at, promised, factors));
        shop.points("a broken promise adds to another bucket", Map.of(COUNTERFEIT, CAP, GENERAL, promised));
        OffsetDateTime next = shop.arrive("harassmentAt");
        shop.punish(shop.bodies().breach(story.given("harassmentClause"), "l-3", next, OptionalInt.empty()));
        shop.points("harassment adds 12", Map.of(COUNTERFEIT, CAP, GENERAL, promised + HARASSMENT));
        shop.measures(
                "12 points in the other bucket hide the shop again and ban it from promotions",
                "LISTINGS_REMOVED IN_FORCE, PROMOTION_BAN IN_FORCE, SHOP_HIDDEN IN_FORCE, SHOP_HIDDEN SERVED");
    }

    private void forecast() {
        JsonNode step = run.read(shop.merchant(), "/v1/shops/" + shop.id() + "/forecast")
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
        shop.arrive("lastEvening");
        shop.points(
                "nothing goes while the year is not over", Map.of(COUNTERFEIT, CAP, GENERAL, promised + HARASSMENT));
        shop.arrive("firstYearEnd");
        shop.points("24 points for counterfeits survive, others do not", Map.of(COUNTERFEIT, CAP));
        run.facts()
                .check(
                        "the year's last millisecond can still be asked for",
                        Map.of(COUNTERFEIT, CAP, GENERAL, promised + HARASSMENT),
                        shop.tallies("?at=" + StoryRun.utc(when.at("lastMoment"))));
        shop.measures(
                "listings stay removed while 24 points justify it",
                "LISTINGS_REMOVED IN_FORCE, PROMOTION_BAN SERVED, SHOP_HIDDEN SERVED, SHOP_HIDDEN SERVED");
    }

    private void cureLapses() {
        OffsetDateTime at = shop.arrive("suspectedAt");
        String penalty = shop.propose(shop.bodies()
                .chosen(story.given("suspectedClause"), "l-4", at, suspected, Map.of("volume", "low", "repeat", "no")));
        run.mustBecome("a first breach that can be cured waits", "ANNOUNCED", () -> shop.status(penalty));
        shop.points("and books nothing", Map.of(COUNTERFEIT, CAP));
        run.advanceTo(OffsetDateTime.parse(
                run.read(Cast.ENFORCER, penalty).path("announcedUntil").asText()));
        run.mustBecome(
                "it enters into force when the window lapses without a cure", "IN_FORCE", () -> shop.status(penalty));
        shop.points("what was carried over and what came anew add up", Map.of(COUNTERFEIT, CAP + suspected));
        run.eventually(
                suspected + " points more " + (CAP + suspected >= HOLDS_PAYOUTS ? "hold payouts" : "fire nothing"),
                CAP + suspected >= HOLDS_PAYOUTS,
                () -> shop.measures().contains("PAYOUT_HOLD"));
    }

    private void laterYearsEnd() {
        shop.arrive("secondYearEnd");
        shop.points("what survived one reset does not survive another", Map.of(COUNTERFEIT, suspected));
        run.eventually("listings come back once nothing justifies their removal", true, () -> shop.measures()
                .contains("LISTINGS_REMOVED LIFTED"));
        shop.arrive("thirdYearEnd");
        shop.points("nothing is left", Map.of());
        run.eventually("the audit trail of points stays", true, () -> entries() >= 4);
    }

    private void export() {
        OffsetDateTime at = shop.arrive("exportedAt");
        String path = shop.punish(shop.bodies().in("DE", story.given("counterfeitClause"), "l-5", at));
        String statement = run.read(Cast.ENFORCER, path).path("statementId").asText();
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

    private int entries() {
        return run.read(shop.merchant(), "/v1/shops/" + shop.id() + "/points")
                .path("items")
                .size();
    }
}
