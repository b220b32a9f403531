package io.redress.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mandates through HTTP: given, acted under, ended; and what an agency meets without one. */
class MandatesIT {

    private static final AccessSuite SUITE = AccessSuite.get();
    private static final AtomicInteger RUN = new AtomicInteger();

    private final String merchantId = "m-" + RUN.incrementAndGet();
    private final String agencyId = "agency-" + RUN.incrementAndGet();
    private final ApiClient merchant = SUITE.merchant(merchantId);
    private final ApiClient agency = SUITE.agency(agencyId);
    private final ApiClient acting = agency.with("Redress-Merchant", merchantId);

    @BeforeEach
    void begin() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        SUITE.forget();
    }

    @Test
    void an_agency_with_a_mandate_acts_for_the_merchant_and_the_service_is_told_under_which() {
        Answer given = give(new JsonObject());

        Answer answer = acting.get("/v1/cases");

        assertThat(given.status()).isEqualTo(201);
        assertThat(given.json().getString("status")).isEqualTo("IN_FORCE");
        assertThat(given.json().getString("givenBy")).isEqualTo("user-of-" + merchantId);
        assertThat(answer.status()).isEqualTo(200);
        JsonObject claims = SUITE.claims();
        assertThat(claims.getString("sub")).isEqualTo(agencyId);
        assertThat(claims.getJsonArray("roles")).isEqualTo(new JsonArray().add("agency"));
        assertThat(claims.getString("merchant_id")).isEqualTo(merchantId);
        assertThat(claims.getString("mandate")).isEqualTo(given.json().getString("id"));
        assertThat(claims.getJsonObject("act").getString("sub")).isEqualTo(agencyId);
        assertThat(claims.getString("iss")).isEqualTo(SUITE.issuer.edgeIssuer());
        assertThat(SUITE.seen().names())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("redress"));
    }

    @Test
    void without_a_mandate_nothing_of_a_merchant_exists_for_an_agency() {
        ApiClient claiming = SUITE.anybody().as(SUITE.issuer.merchant(agencyId, merchantId, "agency"));

        for (ApiClient without : List.of(acting, agency, claiming, claiming.with("Redress-Merchant", merchantId))) {
            assertNotFound(without.get("/v1/cases"));
            assertNotFound(without.get("/v1/notices"));
            assertNotFound(without.get("/v1/penalties"));
            assertNotFound(without.post("/v1/cases", new JsonObject().put("penaltyId", "pen_1")));
        }
    }

    @Test
    void a_mandate_is_for_one_agency_and_one_merchant() {
        give(new JsonObject());

        assertThat(acting.get("/v1/cases").status()).isEqualTo(200);
        SUITE.forget();
        assertNotFound(agency.with("Redress-Merchant", "m-other").get("/v1/cases"));
        assertNotFound(SUITE.agency("agency-other")
                .with("Redress-Merchant", merchantId)
                .get("/v1/cases"));
    }

    @Test
    void a_revoked_mandate_ends_at_once() {
        String id = give(new JsonObject()).json().getString("id");
        assertThat(acting.get("/v1/cases").status()).isEqualTo(200);

        Answer revoked = merchant.post("/v1/mandates/" + id + "/revocations", new JsonObject());

        assertThat(revoked.status()).as(revoked.toString()).isEqualTo(200);
        assertThat(revoked.json().getString("status")).isEqualTo("REVOKED");
        assertThat(revoked.json().getString("revokedBy")).isEqualTo("user-of-" + merchantId);
        SUITE.forget();
        assertNotFound(acting.get("/v1/cases"));
        Answer again = merchant.post("/v1/mandates/" + id + "/revocations", new JsonObject());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("illegal-transition");
        assertThat(again.json().getString("currentStatus")).isEqualTo("REVOKED");
        assertThat(give(new JsonObject()).status()).isEqualTo(201);
        assertThat(acting.get("/v1/cases").status()).isEqualTo(200);
    }

    @Test
    void a_mandate_is_in_force_from_its_first_instant_and_before_its_last_in_business_time() {
        give(new JsonObject().put("from", "2018-04-21T00:00:00+08:00").put("until", "2018-04-22T00:00:00+08:00"));

        assertNotFound(acting.get("/v1/cases"));
        SUITE.clock.set("2018-04-20T23:59:59.999+08:00");
        assertNotFound(acting.get("/v1/cases"));
        SUITE.clock.set("2018-04-21T00:00:00+08:00");
        assertThat(acting.get("/v1/cases").status()).isEqualTo(200);
        SUITE.clock.set("2018-04-21T23:59:59.999+08:00");
        assertThat(acting.get("/v1/cases").status()).isEqualTo(200);
        SUITE.clock.set("2018-04-22T00:00:00+08:00");
        SUITE.forget();
        assertNotFound(acting.get("/v1/cases"));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-04-21T00:00:00+08:00, 2018-04-21T00:00:00+08:00",
        "2018-04-22T00:00:00+08:00, 2018-04-21T00:00:00+08:00",
        "2018-01-01T00:00:00+08:00, 2018-04-20T10:00:00+08:00"
    })
    void a_mandate_that_would_end_before_it_begins_or_has_ended_is_refused(String from, String until) {
        Answer refused = give(new JsonObject().put("from", from).put("until", until));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("mandate-period-invalid");
    }

    @Test
    void an_agency_has_one_mandate_of_a_merchant_at_a_time() {
        give(new JsonObject().put("until", "2018-05-01T00:00:00+08:00"));

        Answer second = give(new JsonObject().put("from", "2018-04-30T00:00:00+08:00"));
        Answer after = give(new JsonObject().put("from", "2018-05-01T00:00:00+08:00"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("duplicate");
        assertThat(after.status()).isEqualTo(201);
        assertThat(after.json().getString("status")).isEqualTo("FUTURE");
    }

    @Test
    void whoever_is_no_agency_may_not_name_a_merchant() {
        for (ApiClient caller : List.of(
                merchant,
                SUITE.anybody().as(SUITE.issuer.merchant("d-1", merchantId, "delegate")),
                SUITE.staff("enf-1", "enforcement"),
                SUITE.staff("op-1", "operator"),
                SUITE.staff("marketplace", "machine"))) {
            Answer answer = caller.with("Redress-Merchant", merchantId).get("/v1/penalties");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("forbidden");
            assertThat(SUITE.asked()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m 1",
                "m-1' OR '1'='1",
                "../m-1",
                "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"
            })
    void what_is_no_merchants_id_is_not_found(String header) {
        assertNotFound(agency.with("Redress-Merchant", header).get("/v1/cases"));
    }

    @Test
    void an_agency_does_what_the_merchants_side_may_and_nothing_else() {
        give(new JsonObject());

        assertThat(acting.post("/v1/cases", new JsonObject().put("penaltyId", "pen_1"))
                        .status())
                .isEqualTo(200);
        assertThat(acting.post("/v1/cases/cas_1/replies", new JsonObject()).status())
                .isEqualTo(200);
        assertThat(acting.post("/v1/cases/cas_1/withdraw", new JsonObject()).status())
                .isEqualTo(200);
        SUITE.forget();
        assertThat(acting.post("/v1/mandates", new JsonObject().put("agencyId", "agency-9"))
                        .status())
                .isEqualTo(403);
        assertThat(acting.post("/v1/penalties", new JsonObject()).status()).isEqualTo(403);
        assertThat(acting.get("/v1/ledger/accounts").status()).isEqualTo(403);
        assertThat(SUITE.asked()).isZero();
    }

    @Test
    void mandates_are_seen_by_those_they_concern() {
        String id = give(new JsonObject()).json().getString("id");

        assertThat(ids(merchant)).containsExactly(id);
        assertThat(ids(agency)).containsExactly(id);
        assertThat(ids(acting)).containsExactly(id);
        assertThat(ids(SUITE.staff("int-1", "integrity"))).contains(id);
        assertThat(ids(SUITE.merchant("m-stranger"))).doesNotContain(id);
        assertThat(ids(SUITE.agency("agency-stranger"))).isEmpty();
        assertThat(ids(SUITE.staff("user-1", "merchant"))).isEmpty();
        assertThat(SUITE.staff("enf-1", "enforcement").get("/v1/mandates").status())
                .isEqualTo(403);
    }

    @Test
    void another_merchants_mandate_does_not_exist_and_agencies_give_none() {
        String id = give(new JsonObject()).json().getString("id");

        assertNotFound(SUITE.merchant("m-stranger").post("/v1/mandates/" + id + "/revocations", new JsonObject()));
        assertThat(acting.post("/v1/mandates/" + id + "/revocations", new JsonObject())
                        .status())
                .isEqualTo(403);
        assertThat(acting.get("/v1/cases").status()).isEqualTo(200);
    }

    @Test
    void the_history_of_mandates_is_chained_and_verified() {
        String id = give(new JsonObject()).json().getString("id");
        merchant.post("/v1/mandates/" + id + "/revocations", new JsonObject());

        assertThat(SUITE.management("/audit").getJsonArray("problems")).isEmpty();
        assertThat(SUITE.database()).contains("MandateGiven").contains("MandateRevoked");
    }

    private Answer give(JsonObject more) {
        return merchant.post("/v1/mandates", more.copy().put("agencyId", agencyId));
    }

    private static List<String> ids(ApiClient caller) {
        return caller.get("/v1/mandates?limit=200").json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
        assertThat(answer.json().getString("detail")).isEqualTo("nothing is known under this id");
        assertThat(SUITE.asked()).isZero();
    }
}
