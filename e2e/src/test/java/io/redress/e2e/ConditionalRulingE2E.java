package io.redress.e2e;

import static io.redress.e2e.Bilingual.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.story.StoryRun;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Rulings that depend on what is achieved until a date, through all services: a partner's signed report reduces the
 * penalty, nobody's report leaves it. It moves the clock that all classes share, so it comes late.
 */
@Order(Integer.MAX_VALUE - 1)
class ConditionalRulingE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final StoryRun clock = new StoryRun(
            new HttpJson(SUITE.gatewayUrl(), Duration.ofSeconds(30)),
            new HttpJson(SUITE.issuer(), Duration.ofMinutes(5)),
            new io.redress.quickstart.story.Facts(System.out),
            "conditional");
    private final ApiClient marketplace = SUITE.gateway("marketplace", "machine");
    private final ApiClient enforcer = SUITE.gateway("enf-1", "enforcement");
    private final ApiClient respondent = SUITE.gateway("enf-2", "enforcement", "respondent");
    private final ApiClient advocate = SUITE.gateway("adv-2", "advocate");
    private final ApiClient adjudicator = SUITE.gateway("adj-2", "adjudicator");
    private final ApiClient integrity = SUITE.gateway("integrity-1", "integrity");
    private final SigningPartner partner = new SigningPartner();

    @Test
    void a_signed_report_in_time_reduces_the_penalty_and_no_report_leaves_it() {
        String programme = partner.offer(SUITE.gateway("rules-1", "rule-owner"), clock.now());
        Case met = new Case("9031");
        Case unmet = new Case("9032");
        Case promised = new Case("9033");

        met.untilRuled(programme, "CONDITION", "ruling");
        unmet.untilRuled(programme, "CONDITION", "ruling");
        promised.untilRuled(programme, "UNDERTAKING", "promise");
        Stream.of(met, unmet, promised).forEach(one -> assertThat(one.status()).isEqualTo("CONDITIONAL"));
        assertThat(met.points()).isEqualTo(24);

        met.report(programme, "ruling", met.caseId());
        promised.report(programme, "promise", promised.penaltyId());
        for (Case one : List.of(met, promised)) {
            one.await("CLOSED");
            assertThat(one.points()).isEqualTo(12);
            one.isTold("ConditionalRulingFulfilled", "PenaltyReduced", "CaseClosed");
        }
        assertThat(unmet.status()).isEqualTo("CONDITIONAL");

        clock.advanceTo(unmet.fulfilBy.plus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC));
        unmet.await("CLOSED");
        assertThat(unmet.points()).isEqualTo(24);
        unmet.isTold("ConditionalRulingLapsed", "CaseClosed");
        Awaitility.await().atMost(LIMIT).until(() -> enforcer.get("/v1/penalties/" + unmet.penaltyId())
                .json()
                .getBoolean("final"));
    }

    /** One merchant's penalty of 24 points and the case about it. */
    private final class Case {

        private final String run;
        private final ApiClient merchant;
        private JsonObject penalty;
        private String path;
        private Instant fulfilBy;

        Case(String run) {
            this.run = run;
            this.merchant = SUITE.merchant("m-" + run);
        }

        void untilRuled(String programme, String kind, String milestone) {
            marketplace.put(
                    "/v1/merchants/m-" + run,
                    new JsonObject().put("name", "Willow Lamps").put("language", "en"));
            marketplace.put(
                    "/v1/shops/s-" + run,
                    new JsonObject().put("merchantId", "m-" + run).put("openedAt", "2015-01-01T00:00:00+08:00"));
            Answer proposed = enforcer.post("/v1/penalties", CounterfeitLamps.proposal("s-" + run, "l-" + run));
            assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
            String penaltyPath = "/v1/penalties/" + proposed.json().getString("id");
            penalty = Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> enforcer.get(penaltyPath).json(), json -> json.getString("status")
                            .equals("IN_FORCE"));
            JsonObject opening = new JsonObject().put("kind", "PENALTY_APPEAL").put("penaltyId", penaltyId());
            Answer opened = Awaitility.await()
                    .atMost(LIMIT)
                    .until(() -> merchant.post("/v1/cases", opening), answer -> answer.status() == 201);
            path = "/v1/cases/" + opened.json().getString("id");
            move(advocate, "/advocate", new JsonObject().put("advocateId", "adv-2"));
            move(advocate, "/briefs", brief());
            move(adjudicator, "/claim", new JsonObject());
            move(respondent, "/answers", new JsonObject().put("text", text("事实清楚。", "The facts are clear.")));
            fulfilBy = clock.now().plus(Duration.ofDays(20));
            move(adjudicator, "/draft-rulings", draft(programme, kind, milestone));
            move(
                    merchant,
                    "/replies",
                    new JsonObject().put("text", "Agreed.").put("undertakes", kind.equals("UNDERTAKING")));
            move(respondent, "/replies", new JsonObject().put("text", "No objection."));
            move(
                    adjudicator,
                    "/rulings",
                    new JsonObject()
                            .put("draftId", seen().json().getJsonObject("draft").getString("id"))
                            .put("violations", reasoned()));
        }

        private JsonObject brief() {
            return new JsonObject()
                    .put("relief", "Let the merchant learn.")
                    .put(
                            "violations",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("violationId", violationId())
                                            .put("grounds", new JsonArray().add("DISPROPORTIONATE"))
                                            .put("argument", text("初犯。", "It is the first time."))));
        }

        private JsonObject draft(String programme, String kind, String milestone) {
            JsonObject condition = new JsonObject()
                    .put("kind", kind)
                    .put("text", text("完成鉴别课程。", "Pass the course on telling fakes."))
                    .put("programmeId", programme)
                    .put("milestoneId", milestone)
                    .put("fulfilBy", fulfilBy.toString());
            return new JsonObject()
                    .put("outcome", "CONDITIONAL")
                    .put("points", 12)
                    .put("violations", reasoned())
                    .put(
                            "terms",
                            new JsonObject()
                                    .put("ifFulfilled", "PARTIAL")
                                    .put("otherwise", new JsonObject().put("outcome", "UPHOLD"))
                                    .put("conditions", new JsonArray().add(condition)));
        }

        private JsonArray reasoned() {
            return new JsonArray()
                    .add(new JsonObject()
                            .put("violationId", violationId())
                            .put("outcome", "CONDITIONAL")
                            .put("reasons", text("事实成立,可以学习。", "The act is proven; it can be learned from."))
                            .put("deviationReasons", text("可以学习。", "It can be learned from."))
                            .put("facts", new JsonArray().add("description")));
        }

        void report(String programme, String milestone, String matter) {
            JsonObject claim = partner.claim(programme, milestone, "s-" + run, matter, clock.now());
            Answer verified = Awaitility.await()
                    .atMost(LIMIT)
                    .until(
                            () -> SUITE.gateway("partner", "machine").post("/v1/milestone-verifications", claim),
                            answer -> !answer.code().equals("not-enrolled")); // until the ruling is known there
            assertThat(verified.status()).as(verified.text()).isEqualTo(201);
        }

        String penaltyId() {
            return penalty.getString("id");
        }

        private String violationId() {
            return penalty.getJsonArray("violations").getJsonObject(0).getString("violationId");
        }

        String caseId() {
            return path.substring("/v1/cases/".length());
        }

        private Answer seen() {
            return integrity.get(path);
        }

        String status() {
            return seen().json().getString("status");
        }

        void await(String status) {
            Awaitility.await(run + " is " + status).atMost(LIMIT).until(() -> status().equals(status));
        }

        int points() {
            return enforcer.get("/v1/shops/s-" + run + "/standing").json().getJsonArray("buckets").stream()
                    .mapToInt(bucket -> ((JsonObject) bucket).getInteger("points"))
                    .sum();
        }

        void isTold(String... types) {
            Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(
                            merchant.get("/v1/notices?limit=100").json().getJsonArray("items").stream()
                                    .map(notice -> ((JsonObject) notice).getString("type")))
                    .contains(types));
        }

        private void move(ApiClient who, String command, JsonObject body) {
            Answer answer = who.ifMatch(seen()).post(path + command, body);
            assertThat(answer.status()).as(command + ": " + answer.text()).isBetween(200, 201);
        }
    }
}
