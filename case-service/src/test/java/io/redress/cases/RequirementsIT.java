package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the policy asks to be proved, and what the advocate says of it. */
class RequirementsIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final JsonObject REASONED = new JsonObject().put("reasons", CaseSuite.REASONS);

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");

    @BeforeEach
    void beginInApril() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_case_has_what_its_kind_asks_for_once_for_each_violation_or_claimant() {
        Penalty penalty = SUITE.penalty();
        Shop shop = SUITE.shop();

        assertThat(ids(CaseSteps.opened(SUITE, penalty))).containsExactly("disputedFact." + penalty.violationId());
        assertThat(ids(RequestSteps.opened(shop, shop.loss()))).containsExactly("lossProof", "faultReport");
        assertThat(ids(RequestSteps.opened(shop, shop.fee()))).containsExactly("feeReceipt", "salesProof");
        Answer transfer = RequestSteps.opened(shop, shop.transfer());
        assertThat(ids(transfer))
                .containsExactly(
                        "registrantDeath",
                        "kinship",
                        "claimantsWaiver.child-1",
                        "claimantsWaiver.parent-1",
                        "deathCertificateOfRegistrantParents");
        JsonObject parents = requirement(transfer, "deathCertificateOfRegistrantParents");
        assertThat(parents.getString("owner")).isEqualTo("legal");
        assertThat(parents.getString("toExclude")).isEqualTo("claims of the registrant's parents");
        assertThat(parents.getJsonArray("provedBy")).isEqualTo(new JsonArray().add("deathCertificate"));
        assertThat(parents.getString("state")).isEqualTo("OPEN");
        assertThat(requirement(transfer, "claimantsWaiver.child-1").getString("about"))
                .isEqualTo("child-1");
        assertThat(ids(RequestSteps.opened(shop, shop.complaint()))).isEmpty();
    }

    @Test
    void the_advocate_says_where_each_stands_and_the_last_word_counts() {
        Shop shop = SUITE.shop();
        Answer assigned = RequestSteps.assigned(shop, shop.transfer());

        Answer provided = RequestSteps.ok(say(assigned, "registrantDeath", proved("PROVIDED", "deathCertificate")));
        Answer substituted = RequestSteps.ok(
                say(provided, "kinship", proved("SUBSTITUTED", "villageLetter").mergeIn(REASONED)));
        Answer waived = RequestSteps.ok(
                say(substituted, "claimantsWaiver.child-1", state("WAIVED").mergeIn(REASONED)));
        Answer impossible = RequestSteps.ok(say(
                waived,
                "deathCertificateOfRegistrantParents",
                state("IMPOSSIBLE").mergeIn(REASONED)));
        Answer reopened = RequestSteps.ok(say(impossible, "claimantsWaiver.child-1", state("OPEN")));

        Answer read = SUITE.merchant(shop.merchantId())
                .get("/v1/cases/" + reopened.json().getString("id"));
        assertThat(requirement(read, "registrantDeath").getString("state")).isEqualTo("PROVIDED");
        assertThat(requirement(read, "registrantDeath")
                        .getJsonObject("evidence")
                        .getString("reference"))
                .isEqualTo("e-5");
        assertThat(requirement(read, "registrantDeath").getString("changedBy")).isEqualTo("adv-1");
        assertThat(requirement(read, "kinship").getString("state")).isEqualTo("SUBSTITUTED");
        assertThat(requirement(read, "kinship").getJsonObject("reasons")).isEqualTo(CaseSuite.REASONS);
        assertThat(requirement(read, "claimantsWaiver.child-1").getString("state"))
                .isEqualTo("OPEN");
        assertThat(requirement(read, "claimantsWaiver.child-1").containsKey("reasons"))
                .isFalse();
        assertThat(requirement(read, "deathCertificateOfRegistrantParents").getString("state"))
                .isEqualTo("IMPOSSIBLE");
        JsonObject told = SUITE.published
                .await(read.json().getString("id"), "RequirementChanged")
                .getJsonObject("data");
        assertThat(told.getString("requirementId")).isEqualTo("registrantDeath");
        EventSchemas.assertValid("cases.events.v1", "RequirementChanged", told);
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    @Test
    void what_the_advocate_has_gathered_is_hers_and_the_merchants_until_the_brief() {
        Shop shop = SUITE.shop();
        Answer said = RequestSteps.ok(
                say(RequestSteps.assigned(shop, shop.loss()), "lossProof", proved("PROVIDED", "orderExport")));
        String path = "/v1/cases/" + said.json().getString("id");
        List<ApiClient> others = List.of(
                SUITE.staff("adj-1", "adjudicator"),
                SUITE.staff("campaigns-1", "respondent"),
                SUITE.staff("enf-1", "enforcement"),
                SUITE.staff("ops-1", "operator"));

        for (ApiClient other : others) {
            JsonObject seen = requirement(other.get(path), "lossProof");
            assertThat(seen.getString("state")).isEqualTo("OPEN");
            assertThat(seen.containsKey("evidence")).isFalse();
        }
        for (ApiClient own :
                List.of(advocate, SUITE.merchant(shop.merchantId()), SUITE.staff("integrity-lead", "integrity"))) {
            assertThat(requirement(own.get(path), "lossProof").getString("state"))
                    .isEqualTo("PROVIDED");
        }
        RequestSteps.submitted(said, "loss", "PLATFORM_FAULT");
        for (ApiClient other : others) {
            assertThat(requirement(other.get(path), "lossProof").getString("state"))
                    .isEqualTo("PROVIDED");
        }
    }

    @Test
    void an_entry_without_what_its_state_needs_is_refused() {
        Shop shop = SUITE.shop();
        Answer assigned = RequestSteps.assigned(shop, shop.transfer());

        for (JsonObject body : List.of(
                state("PROVIDED"),
                proved("PROVIDED", "villageLetter"),
                proved("SUBSTITUTED", "villageLetter"),
                proved("SUBSTITUTED", "deathCertificate").mergeIn(REASONED),
                state("SUBSTITUTED").mergeIn(REASONED),
                state("WAIVED"),
                state("IMPOSSIBLE").put("reasons", new JsonObject().put("zh", "理由")),
                proved("WAIVED", "deathCertificate").mergeIn(REASONED),
                proved("OPEN", "deathCertificate"),
                proved("SUBSTITUTED", "HARDSHIP").mergeIn(REASONED))) {
            assertRefused(say(assigned, "registrantDeath", body), 422, "requirement-incomplete");
        }
        assertRefused(say(assigned, "birthCertificate", state("OPEN")), 422, "unknown-requirement");
        assertRefused(say(assigned, "registrantDeath", state("GUESSED")), 400, "validation-failed");
        assertThat(advocate.get("/v1/cases/" + assigned.json().getString("id")).etag())
                .isEqualTo(assigned.etag());
    }

    @Test
    void only_the_cases_advocate_says_so_and_only_until_the_ruling() {
        Shop shop = SUITE.shop();
        Answer opened = RequestSteps.opened(shop, shop.complaint());
        Answer assigned = RequestSteps.assigned(shop, shop.loss());
        JsonObject proof = proved("PROVIDED", "orderExport");

        assertRefused(say(opened, "lossProof", proof), 409, "illegal-transition");
        assertRefused(
                SUITE.command(
                        SUITE.staff("adv-2", "advocate"),
                        assigned,
                        "requirements",
                        proof.copy().put("requirementId", "lossProof")),
                403,
                "not-the-advocate");
        assertRefused(
                SUITE.command(
                        SUITE.merchant(shop.merchantId()),
                        assigned,
                        "requirements",
                        proof.copy().put("requirementId", "lossProof")),
                403,
                "forbidden");
        Answer denied = RequestSteps.ruled(RequestSteps.draft(
                RequestSteps.heard(assigned, "loss", "PLATFORM_FAULT", SUITE.staff("campaigns-1", "respondent")),
                RequestSteps.decision("DENY", "loss", "amount")));
        assertRefused(say(denied, "lossProof", proof), 409, "illegal-transition");
    }

    @Test
    void a_case_keeps_the_policy_that_it_was_opened_under() {
        Shop shop = SUITE.shop();
        ApiClient operator = SUITE.staff("ops-1", "operator");
        Answer before = RequestSteps.opened(shop, shop.loss());
        JsonObject stricter = SampleData.read("casekinds");
        stricter.getJsonObject("kinds")
                .getJsonObject("COMPENSATION")
                .put("window", "P1D")
                .put("effects", new JsonArray())
                .put(
                        "requirements",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "oath")
                                        .put("provedBy", new JsonArray().add("letter"))));
        stricter.getJsonObject("kinds").remove("FEE_RELIEF");
        try {
            assertThat(operator.put("/v1/case-policy", stricter).status()).isEqualTo(200);

            JsonObject late = shop.loss();
            late.getJsonObject("loss").put("reference", "inc-late");
            assertRefused(SUITE.request(SUITE.merchant(shop.merchantId()), late), 422, "request-window-closed");
            assertRefused(SUITE.request(SUITE.merchant(shop.merchantId()), shop.fee()), 422, "kind-not-offered");
            late.getJsonObject("loss").put("lostAt", "2018-04-20T09:00:00+08:00");
            Answer assigned = RequestSteps.assigned(shop, late);
            assertThat(ids(assigned)).containsExactly("oath");
            Answer heard =
                    RequestSteps.heard(assigned, "loss", "PLATFORM_FAULT", SUITE.staff("campaigns-1", "respondent"));
            assertRefused(
                    RequestSteps.draft(heard, RequestSteps.decision("GRANT", "loss", "amount")),
                    422,
                    "effect-not-of-kind");
            assertThat(ids(advocate.get("/v1/cases/" + before.json().getString("id"))))
                    .containsExactly("lossProof", "faultReport");
        } finally {
            assertThat(operator.put("/v1/case-policy", SampleData.read("casekinds"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_policy_that_contradicts_itself_is_refused() {
        ApiClient operator = SUITE.staff("ops-1", "operator");
        JsonObject unknownKind = SampleData.read("casekinds");
        unknownKind
                .getJsonObject("kinds")
                .put("LOTTERY", unknownKind.getJsonObject("kinds").getJsonObject("COMPLAINT"));
        JsonObject unknownOnce = SampleData.read("casekinds");
        unknownOnce.getJsonObject("kinds").getJsonObject("COMPENSATION").put("onePer", "full moon");
        JsonObject otherKindsOnce = SampleData.read("casekinds");
        otherKindsOnce.getJsonObject("kinds").getJsonObject("COMPENSATION").put("onePer", "fee");
        JsonObject respondent = SampleData.read("casekinds");
        respondent.getJsonObject("kinds").getJsonObject("COMPLAINT").put("respondent", "somebody or other");
        JsonObject twice = SampleData.read("casekinds");
        JsonArray requirements =
                twice.getJsonObject("kinds").getJsonObject("COMPENSATION").getJsonArray("requirements");
        requirements.add(requirements.getJsonObject(0).copy());

        for (JsonObject policy : List.of(unknownKind, unknownOnce, otherKindsOnce, respondent, twice)) {
            assertRefused(operator.put("/v1/case-policy", policy), 422, "inconsistent-data");
        }
    }

    private Answer say(Answer seen, String requirementId, JsonObject body) {
        return SUITE.command(advocate, seen, "requirements", body.copy().put("requirementId", requirementId));
    }

    private static JsonObject state(String state) {
        return new JsonObject().put("state", state);
    }

    private static JsonObject proved(String state, String kind) {
        return state(state).put("evidence", new JsonObject().put("kind", kind).put("reference", "e-5"));
    }

    private static List<String> ids(Answer seen) {
        return seen.json().getJsonArray("requirements").stream()
                .map(requirement -> ((JsonObject) requirement).getString("id"))
                .toList();
    }

    private static JsonObject requirement(Answer seen, String id) {
        return seen.json().getJsonArray("requirements").stream()
                .map(JsonObject.class::cast)
                .filter(requirement -> requirement.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
