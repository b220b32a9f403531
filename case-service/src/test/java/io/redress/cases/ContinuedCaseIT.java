package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A withdrawn case that an advocate goes on with, through HTTP: two months later, and until the merchant opts out. */
class ContinuedCaseIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void twoMonthsAfterTheMerchantGaveUpTheAdvocateGoesOnThoughTheWindowHasClosed() {
        Penalty penalty = SUITE.penalty();
        SUITE.statement(penalty);
        SUITE.read(penalty);
        Answer withdrawn = withdrawnBeforeItsBrief(penalty);
        String id = withdrawn.json().getString("id");
        SUITE.clock.set("2018-06-20T10:00:00+08:00");
        SUITE.published.await(penalty.id() + ":window", "AppealWindowClosed");

        Answer continued = SUITE.command(advocate, withdrawn, "continue", CaseSuite.NOTHING);

        assertThat(continued.status()).as(continued.text()).isEqualTo(200);
        assertThat(continued.json().getString("status")).isEqualTo("IN_ADVOCACY");
        assertThat(continued.json().getBoolean("ownMotion")).isTrue();
        assertThat(continued.json().containsKey("ending")).isFalse();
        assertThat(continued.json().getJsonObject("window").getString("status")).isEqualTo("CLOSED");
        JsonObject told = SUITE.published.await(id, "CaseContinued").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "CaseContinued", told);
        assertThat(told.getString("status")).isEqualTo("IN_ADVOCACY");
        Answer briefed = SUITE.command(advocate, continued, "briefs", CaseSuite.brief(penalty, "MANIFEST_UNFAIRNESS"));
        assertThat(briefed.json().getString("status")).isEqualTo("SUBMITTED");
        assertThat(SUITE.command(adjudicator, briefed, "claim", CaseSuite.NOTHING)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aWindowThatStillRunsStopsAndRunsOnWithWhatIsLeftWhenTheMerchantOptsOut() {
        Penalty penalty = SUITE.penalty();
        SUITE.statement(penalty);
        SUITE.read(penalty);
        Answer withdrawn = withdrawnBeforeItsBrief(penalty);
        SUITE.clock.set("2018-04-25T10:00:00+08:00");

        Answer continued = SUITE.command(advocate, withdrawn, "continue", CaseSuite.NOTHING);
        assertThat(continued.json().getJsonObject("window").getString("status")).isEqualTo("STOPPED");
        SUITE.clock.set("2018-04-27T10:00:00+08:00");
        Answer optedOut = SUITE.command(SUITE.merchant(penalty.merchantId()), continued, "withdraw", CaseSuite.NOTHING);

        assertThat(optedOut.json().getString("status")).isEqualTo("WITHDRAWN");
        assertThat(optedOut.json().getBoolean("counted")).isFalse();
        assertThat(optedOut.json().getJsonObject("window").getString("status")).isEqualTo("RUNNING");
        assertThat(optedOut.json().getJsonObject("window").getString("closesAt"))
                .isEqualTo("2018-05-06T02:00:00Z");
        assertRefused(SUITE.command(advocate, optedOut, "continue", CaseSuite.NOTHING), 409, "merchant-opted-out");
    }

    @Test
    void afterItsBriefItIsToBeClaimedAnew() {
        Penalty penalty = SUITE.penalty();
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        Answer assigned = SUITE.command(
                SUITE.staff("ops-1", "operator"), opened, "advocate", new JsonObject().put("advocateId", "adv-1"));
        Answer briefed = SUITE.command(advocate, assigned, "briefs", CaseSuite.brief(penalty, "FACTS_WRONG"));
        Answer claimed = SUITE.command(adjudicator, briefed, "claim", CaseSuite.NOTHING);
        Answer withdrawn = SUITE.command(SUITE.merchant(penalty.merchantId()), claimed, "withdraw", CaseSuite.NOTHING);
        assertRefused(
                SUITE.command(SUITE.staff("adv-2", "advocate"), withdrawn, "continue", CaseSuite.NOTHING),
                403,
                "not-the-advocate");

        Answer continued = SUITE.command(advocate, withdrawn, "continue", CaseSuite.NOTHING);

        assertThat(continued.json().getString("status")).isEqualTo("SUBMITTED");
        assertThat(continued.json().containsKey("adjudicatorId")).isFalse();
        assertThat(SUITE.command(SUITE.staff("adj-2", "adjudicator"), continued, "claim", CaseSuite.NOTHING)
                        .json()
                        .getString("adjudicatorId"))
                .isEqualTo("adj-2");
    }

    @Test
    void whatCannotBeGoneOnWithIsRefused() {
        Penalty penalty = SUITE.penalty();
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        assertRefused(SUITE.command(advocate, opened, "continue", CaseSuite.NOTHING), 409, "illegal-transition");
        Answer withdrawn = SUITE.command(SUITE.merchant(penalty.merchantId()), opened, "withdraw", CaseSuite.NOTHING);
        assertRefused(
                SUITE.command(SUITE.staff("enf-1", "advocate"), withdrawn, "continue", CaseSuite.NOTHING),
                403,
                "own-cause");
        assertThat(advocate.get("/v1/cases/" + withdrawn.json().getString("id"))
                        .json()
                        .getJsonArray("nextActions"))
                .isEqualTo(new JsonArray().add("continueCase"));
        SUITE.open(SUITE.merchant(penalty.merchantId()), penalty); // another one, of which there is one only
        assertRefused(SUITE.command(advocate, withdrawn, "continue", CaseSuite.NOTHING), 409, "duplicate");

        Penalty fallen = SUITE.penalty();
        Answer given = withdrawnBeforeItsBrief(fallen);
        SUITE.refused(fallen);
        assertRefused(SUITE.command(advocate, given, "continue", CaseSuite.NOTHING), 409, "penalty-not-standing");
    }

    @Test
    void an_advocate_with_a_declared_interest_neither_goes_on_nor_opens_on_her_own_motion() {
        Penalty penalty = SUITE.penalty();
        Shop shop = SUITE.shop();
        Answer withdrawn = withdrawnBeforeItsBrief(penalty);
        Defence.interest("adv-1", "SHOP", penalty.shopId(), "FAMILY");

        Answer refused = SUITE.command(advocate, withdrawn, "continue", CaseSuite.NOTHING);
        assertRefused(refused, 422, "conflict-of-interest");
        assertThat(refused.json().getString("detail")).contains("FAMILY_SHOP");
        assertRefused(SUITE.open(advocate, penalty), 422, "conflict-of-interest");
        Defence.interest("adv-1", "MERCHANT", shop.merchantId(), "FORMER");
        assertRefused(SUITE.request(advocate, shop.complaint()), 422, "conflict-of-interest");

        // the interests of before are declared no more
        assertThat(SUITE.command(advocate, withdrawn, "continue", CaseSuite.NOTHING)
                        .status())
                .isEqualTo(200);
        assertThat(SUITE.request(SUITE.merchant(shop.merchantId()), shop.complaint())
                        .status())
                .isEqualTo(201);
        Defence.ok(SUITE.staff("ops-1", "operator")
                .put("/v1/interests/adv-1", new JsonObject().put("interests", new JsonArray())));
        assertThat(SUITE.open(advocate, SUITE.penalty()).status()).isEqualTo(201);
    }

    @Test
    void who_could_not_be_assigned_neither_goes_on_nor_opens_on_her_own_motion() {
        Penalty penalty = SUITE.penalty();
        Answer withdrawn = withdrawnBeforeItsBrief(penalty);
        JsonObject org = SampleData.read("org");
        org.getJsonArray("employees")
                .add(Defence.employee(
                        "line-1", "governance", "gov-vp")) // whom the proposer's superior reports to as well
                .add(Defence.employee("away-1", "advocacy", "adv-lead"));
        ApiClient operator = SUITE.staff("ops-1", "operator");
        Defence.ok(operator.put("/v1/org", org));
        Defence.ok(operator.put(
                "/v1/absences/away-1", Defence.absence("2018-04-19T09:00:00+08:00", "2018-04-30T09:00:00+08:00")));
        try {
            Answer inLine = SUITE.command(SUITE.staff("line-1", "advocate"), withdrawn, "continue", CaseSuite.NOTHING);
            assertRefused(inLine, 422, "conflict-of-interest");
            assertThat(inLine.json().getString("detail")).contains("REPORTING_LINE");
            Answer opened = SUITE.open(SUITE.staff("line-1", "advocate"), penalty);
            assertRefused(opened, 422, "conflict-of-interest");
            assertThat(opened.json().getString("detail")).contains("REPORTING_LINE");
            Answer absent = SUITE.command(SUITE.staff("away-1", "advocate"), withdrawn, "continue", CaseSuite.NOTHING);
            assertRefused(absent, 422, "conflict-of-interest");
            assertThat(absent.json().getString("detail")).contains("ABSENT");
        } finally {
            Defence.sample();
        }
        assertThat(SUITE.command(SUITE.staff("adv-2", "advocate"), withdrawn, "continue", CaseSuite.NOTHING)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoHasHadAnotherAdvocateOnRequestHasNoFurtherOneInTheContinuedCase() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer assigned = SUITE.command(
                SUITE.staff("ops-1", "operator"),
                SUITE.open(merchant, penalty),
                "advocate",
                new JsonObject().put("advocateId", "adv-1"));
        Answer changed = SUITE.command(merchant, assigned, "advocate-changes", CaseSuite.NOTHING);
        assertThat(changed.json().getString("advocateId")).isEqualTo("adv-2");
        Answer withdrawn = SUITE.command(merchant, changed, "withdraw", CaseSuite.NOTHING);
        Answer continued = SUITE.command(SUITE.staff("adv-2", "advocate"), withdrawn, "continue", CaseSuite.NOTHING);
        assertThat(continued.status()).as(continued.text()).isEqualTo(200);

        assertRefused(
                SUITE.command(merchant, continued, "advocate-changes", CaseSuite.NOTHING), 409, "advocate-change-used");
    }

    @Test
    void aRequestIsGoneOnWithToo() {
        Shop shop = SUITE.shop();
        Answer withdrawn = SUITE.command(
                SUITE.merchant(shop.merchantId()),
                RequestSteps.assigned(shop, shop.loss()),
                "withdraw",
                CaseSuite.NOTHING);

        Answer continued = SUITE.command(advocate, withdrawn, "continue", CaseSuite.NOTHING);

        assertThat(continued.json().getString("status")).as(continued.text()).isEqualTo("IN_ADVOCACY");
        JsonObject told = SUITE.published
                .await(continued.json().getString("id"), "CaseContinued")
                .getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "CaseContinued", told);
        assertThat(told.getString("kind")).isEqualTo("COMPENSATION");
    }

    private Answer withdrawnBeforeItsBrief(Penalty penalty) {
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        Answer withdrawn = SUITE.command(SUITE.merchant(penalty.merchantId()), opened, "withdraw", CaseSuite.NOTHING);
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        return withdrawn;
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
