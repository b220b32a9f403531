package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop earns points back in the sample programme: what is verified counts, up to the points and the cap of a year. */
final class ProgrammeDemo {

    private static final String GENERAL = "GENERAL";
    private static final int FIRES = 12;

    private final StoryRun run;
    private final StoryFile story;
    private final Timeline when;
    private final DemoShop shop;
    private final SampleAcademy academy;
    private final int breaches;
    private final int points;

    ProgrammeDemo(StoryRun run, StoryFile story, Timeline when, String merchantId) {
        this.run = run;
        this.story = story;
        this.when = when;
        this.shop = new DemoShop(run, when, User.merchant(merchantId), run.own(story.given("programmeShop")));
        this.academy = new SampleAcademy(story.given("academyKey"));
        this.breaches = story.givenNumber("programmeBreaches");
        this.points = story.givenNumber("programmePoints");
    }

    void tell() {
        shop.open(when.at("programmeAt").minusYears(3));
        OffsetDateTime at = shop.arrive("programmeAt");
        for (int i = 1; i <= breaches; i++) {
            shop.punish(shop.bodies()
                    .chosen(
                            story.given("promiseClause"),
                            "l-programme-" + i,
                            at,
                            points,
                            Map.of("amount", "small", "repeat", "no")));
        }
        boolean fired = breaches * points >= FIRES;
        shop.measures(
                breaches * points + " general points " + (fired ? "hide the shop for 7 days" : "bring no measure"),
                fired ? "PROMOTION_BAN IN_FORCE, SHOP_HIDDEN IN_FORCE" : "");
        JsonNode programme = programme();
        String path = "/v1/programmes/" + programme.path("id").asText();
        run.create(shop.merchant(), path + "/enrolments", Map.of("shopId", shop.id()));
        shop.points("signing up earns nothing", general(breaches * points));
        verify(programme);
        shop.arrive("programmeMeasuresEndAt");
        shop.measures(
                "a measure that ran when points were credited ended when its days were over",
                fired ? "PROMOTION_BAN SERVED, SHOP_HIDDEN SERVED" : "");
    }

    private void verify(JsonNode programme) {
        OffsetDateTime at = shop.arrive("milestonesAt");
        String before = measures();
        int left = breaches * points;
        int ofTheYear = programme.path("yearlyCap").asInt();
        List<String> counted = new ArrayList<>();
        for (JsonNode milestone : programme.path("milestones")) {
            String id = milestone.path("id").asText();
            int worth = milestone.path("credit").asInt();
            int credited = Math.min(worth, Math.min(left, ofTheYear));
            Map<String, Object> claim = academy.claim(programme, id, shop.id(), at);
            refuseUnsigned(claim);
            JsonNode verified = run.create(SampleAcademy.SYSTEM, "/v1/milestone-verifications", claim);
            run.facts()
                    .check(
                            id + ": " + credited + " of " + worth + " points are credited",
                            credited,
                            verified.path("credited").asInt());
            JsonNode again = run.create(SampleAcademy.SYSTEM, "/v1/milestone-verifications", claim);
            run.facts().check("the same report again is the same", verified, again);
            left -= credited;
            ofTheYear -= credited;
            counted.add(id + " " + credited);
        }
        shop.points("what is left is what was not earned back", general(left));
        run.facts().check("measures that run go on as they were", before, measures());
        run.facts().check("the merchant reads what counted", counted, credits());
        run.eventually(
                "the merchant is told of the enrolment and of each milestone",
                Map.of("MilestoneVerified", counted.size(), "ShopEnrolled", 1),
                this::notices);
    }

    private void refuseUnsigned(Map<String, Object> claim) {
        Map<String, Object> forged = new LinkedHashMap<>(claim);
        forged.put("reference", claim.get("reference") + "-forged");
        run.refused(
                "what the academy did not sign is refused",
                422,
                "signature-invalid",
                SampleAcademy.SYSTEM,
                "/v1/milestone-verifications",
                forged);
    }

    /** The sample's, which is among the first. */
    private JsonNode programme() {
        for (JsonNode programme :
                run.read(shop.merchant(), "/v1/programmes?limit=200").path("items")) {
            if (programme.path("verifiers").path(0).path("id").asText().equals(SampleAcademy.ID)) {
                return programme;
            }
        }
        run.facts().check("the sample programme is there", true, false);
        throw new StoryBroken("no sample programme");
    }

    /** Kind, state and end of each measure. */
    private String measures() {
        List<String> lines = new ArrayList<>();
        run.read(Cast.OPERATOR, "/v1/shops/" + shop.id() + "/measures")
                .path("items")
                .forEach(measure -> lines.add(measure.path("kind").asText() + " "
                        + measure.path("state").asText() + " "
                        + measure.path("endsAt").asText()));
        return String.join(", ", lines.stream().sorted().toList());
    }

    private List<String> credits() {
        List<String> lines = new ArrayList<>();
        run.read(shop.merchant(), "/v1/shops/" + shop.id() + "/credits")
                .path("items")
                .forEach(credit -> lines.add(credit.path("milestoneId").asText() + " "
                        + credit.path("counted").asInt()));
        return lines;
    }

    private Map<String, Integer> notices() {
        Map<String, Integer> counted = new TreeMap<>(shop.reads().notices());
        counted.keySet().retainAll(List.of("MilestoneVerified", "ShopEnrolled"));
        return counted;
    }

    private static Map<String, Integer> general(int points) {
        return points == 0 ? Map.of() : Map.of(GENERAL, points);
    }
}
