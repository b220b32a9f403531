package io.redress.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.Events;
import io.redress.testkit.PublishedEvents;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole service on a real Postgres and a real broker; each test has a case and a merchant of its own. */
class RefundServiceIT {
    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String RULED = "2018-05-01T00:00:00+08:00";

    private static RunnableService service;
    private static Events cases;
    private static PublishedEvents published;
    private static ApiClient adjudicator;
    private static ApiClient finance;

    @BeforeAll
    static void start() {
        RefundServiceConfig config =
                RefundServiceConfig.from(new Env(INFRASTRUCTURE.environment("refund-service", "refunds")));
        RefundService.migrate(config);
        Runtime runtime =
                new Runtime(INFRASTRUCTURE.vertx(), new TestClock(RULED), MachineClock.system(), Ids.uuidV7());
        service = RefundService.create(config, runtime);
        service.start().await();
        ApiClient anonymous = ApiClient.of("http://127.0.0.1:" + service.httpPort());
        adjudicator = anonymous.as(INFRASTRUCTURE.issuer().staff("adj-1", "adjudicator"));
        finance = anonymous.as(INFRASTRUCTURE.issuer().staff("fin-tech-1", "finance"));
        cases = new Events(INFRASTRUCTURE, "case-service", "cases", "cases.events.v1");
        published = new PublishedEvents(INFRASTRUCTURE, "refunds.events.v1", "case-service");
    }

    @AfterAll
    static void stop() {
        published.close();
        cases.close();
        service.stop().await();
    }

    @AfterEach
    void whatever_happened_the_trial_balance_is_zero() {
        JsonObject balance = finance.get("/v1/ledger/trial-balance").json();
        assertThat(balance.getBoolean("balanced")).isTrue();
        balance.getJsonArray("currencies").forEach(currency -> {
            assertThat(((JsonObject) currency).getString("sumMinor")).isEqualTo("0");
            assertThat(((JsonObject) currency).getString("accountsMinor")).isEqualTo("0");
        });
    }

    @Test
    void a_ruling_that_orders_money_back_is_booked_debit_suspense_credit_merchant() {
        JsonObject line = pinned("201", "450000");
        cases.publish("cas_201", "cas_201", "RulingIssued", RULED, SampleRulings.ruling("201", line));

        JsonObject claim = claimOf("201");
        assertThat(claim.getString("status")).isEqualTo("BOOKED");
        assertThat(claim.getString("id")).isEqualTo(line.getString("subject"));
        assertThat(claim.getString("amountMinor")).isEqualTo("450000");
        assertThat(claim.getString("decidedAt")).isEqualTo("2018-04-30T16:00:00Z");
        JsonObject merchantAccount = account("MERCHANT", "m-201");
        assertThat(merchantAccount.getString("balanceMinor")).isEqualTo("-450000");
        assertThat(merchantAccount.getString("normalSide")).isEqualTo("CREDIT");
        JsonObject entry = items(finance.get("/v1/ledger/entries?accountId=" + merchantAccount.getString("id")))
                .get(0);
        assertThat(legs(entry))
                .isEqualTo(Map.of(
                        account("SUSPENSE", null).getString("id"),
                        "450000",
                        merchantAccount.getString("id"),
                        "-450000"));
        assertThat(entry.getString("id")).isEqualTo(claim.getString("entryId"));
    }

    @ParameterizedTest
    @CsvSource({"ConditionalRulingFulfilled, 291", "ConditionalRulingLapsed, 292"})
    void what_settles_a_conditional_ruling_orders_money_as_a_ruling_does(String type, String name) {
        JsonObject line = pinned(name, "1200");
        cases.publish("cas_" + name, "cas_" + name, type, RULED, SampleRulings.ruling(name, line));

        assertThat(claimOf(name).getString("status")).isEqualTo("BOOKED");
        assertThat(account("MERCHANT", "m-" + name).getString("balanceMinor")).isEqualTo("-1200");
    }

    @Test
    void a_compensation_and_a_fee_that_is_relieved_are_booked_without_a_penalty_and_answered() {
        assertBooked("251", "COMPENSATION", "COMPENSATION", null);
        assertBooked("252", "FEE_RELIEF", "GOODWILL", "NONE");
    }

    private static void assertBooked(String run, String caseKind, String claimKind, String admission) {
        JsonObject asked = SampleRulings.previewOf(run, "6200000", "CNY");
        asked.remove("penaltyId");
        JsonObject line = adjudicator
                .post("/v1/claims/effect-preview", asked)
                .json()
                .getJsonArray("effects")
                .getJsonObject(0);
        JsonObject ruling =
                SampleRulings.ruling(run, line).put("kind", caseKind).put("outcome", "PARTLY_GRANT");
        ruling.remove("penaltyId");
        cases.publish("cas_" + run, "cas_" + run, "RulingIssued", RULED, ruling);

        List<JsonObject> events = eventsOf(line, 3);
        assertThat(events.get(0).getJsonObject("data").getString("kind")).isEqualTo(claimKind);
        assertThat(events.get(1).getJsonObject("data").containsKey("penaltyId")).isFalse();
        assertThat(events.get(2).getJsonObject("data").getString("result")).isEqualTo("APPLIED");
        JsonObject claim = claimOf(run);
        assertThat(claim.getString("status")).isEqualTo("BOOKED");
        assertThat(claim.getString("kind")).isEqualTo(claimKind);
        assertThat(claim.getString("admission")).isEqualTo(admission);
        assertThat(claim.containsKey("penaltyId")).isFalse();
        assertThat(account("MERCHANT", "m-" + run).getString("balanceMinor")).isEqualTo("-6200000");
    }

    @Test
    void the_claim_is_told_and_the_line_answered() {
        JsonObject line = pinned("202", "100");
        cases.publish("cas_202", "cas_202", "RulingIssued", RULED, SampleRulings.ruling("202", line));

        List<JsonObject> events = eventsOf(line, 3);

        assertThat(events)
                .extracting(event -> event.getString("type"))
                .containsExactly(
                        "io.redress.refunds.ClaimApproved",
                        "io.redress.refunds.ClaimBooked",
                        "io.redress.refunds.EffectAnswered");
        JsonObject answer = events.get(2);
        assertThat(answer.getString("effectid")).isEqualTo(line.getString("effectId"));
        assertThat(answer.getJsonObject("data"))
                .isEqualTo(new JsonObject()
                        .put("effectId", line.getString("effectId"))
                        .put("caseId", "cas_202")
                        .put("rulingId", "rul_202")
                        .put("merchantId", "m-202")
                        .put("claimId", line.getString("subject"))
                        .put("result", "APPLIED"));
    }

    @Test
    void a_ruling_told_twice_is_booked_and_answered_once() {
        JsonObject line = pinned("203", "777");
        JsonObject envelope = cases.envelope("cas_203", 1, "RulingIssued", RULED, SampleRulings.ruling("203", line));
        cases.publish("cas_203", envelope);
        cases.publish("cas_203", envelope);
        // The same line again as another event, as after a replay by hand: the permanent key knows it.
        cases.publish(
                "cas_203", cases.envelope("cas_203", 2, "RulingIssued", RULED, SampleRulings.ruling("203", line)));
        JsonObject after = pinned("203b", "1");
        cases.publish(
                "cas_203", cases.envelope("cas_203", 3, "RulingIssued", RULED, SampleRulings.ruling("203b", after)));

        claimOf("203b");

        assertThat(account("MERCHANT", "m-203").getString("balanceMinor")).isEqualTo("-777");
        assertThat(items(finance.get("/v1/ledger/entries?accountId="
                        + account("MERCHANT", "m-203").getString("id"))))
                .hasSize(1);
        assertThat(eventsOf(line, 3)).hasSize(3);
    }

    @Test
    void two_lines_for_one_merchant_add_up() {
        JsonObject ruling = SampleRulings.ruling("204", pinned("204", "300"));
        ruling.getJsonArray("effects").add(pinned("204", "200"));
        cases.publish("cas_204", "cas_204", "RulingIssued", RULED, ruling);

        await().atMost(LONG).untilAsserted(() -> assertThat(items(finance.get("/v1/claims?caseId=cas_204")))
                .hasSize(2));
        assertThat(account("MERCHANT", "m-204").getString("balanceMinor")).isEqualTo("-500");
    }

    @Test
    void a_line_that_cannot_be_booked_is_answered_as_failed() {
        JsonObject line = pinned("205", "5");
        line.getJsonObject("target").put("currency", "XAU");
        cases.publish("cas_205", "cas_205", "RulingIssued", RULED, SampleRulings.ruling("205", line));

        JsonObject claim = claimOf("205");
        assertThat(claim.getString("status")).isEqualTo("FAILED");
        assertThat(claim.getString("reason")).startsWith("currency-unknown");
        JsonObject answer = eventsOf(line, 1).get(0).getJsonObject("data");
        assertThat(answer.getString("result")).isEqualTo("FAILED");
    }

    @Test
    void lines_of_other_owners_are_left_alone() {
        JsonObject points = new JsonObject()
                .put("effectId", "eff_206")
                .put("owner", "penalties")
                .put("kind", "POINTS")
                .put("subject", "pen_206")
                .put("target", new JsonObject().put("points", 24));
        cases.publish("cas_206", "cas_206", "RulingIssued", RULED, SampleRulings.ruling("206", points));
        JsonObject line = pinned("207", "1");
        cases.publish("cas_206", "cas_206", "RulingIssued", RULED, SampleRulings.ruling("207", line));

        claimOf("207");

        assertThat(items(finance.get("/v1/claims?caseId=cas_206"))).isEmpty();
    }

    @Test
    void a_preview_of_nothing_or_of_an_unknown_currency_is_refused() {
        assertThat(preview("0", "CNY").code()).isEqualTo("amount-not-positive");
        assertThat(preview("-5", "CNY").code()).isEqualTo("amount-not-positive");
        assertThat(preview("5", "XAU").code()).isEqualTo("currency-unknown");
        assertThat(preview("0", "CNY").status()).isEqualTo(422);
        assertThat(preview("1.5", "CNY").status()).isEqualTo(400);
        assertThat(preview("5", "yuan").status()).isEqualTo(400);
        assertThat(finance.post("/v1/claims/effect-preview", SampleRulings.previewOf("208", "5", "CNY"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_merchant_sees_the_own_claims_only() {
        JsonObject line = pinned("209", "42");
        cases.publish("cas_209", "cas_209", "RulingIssued", RULED, SampleRulings.ruling("209", line));
        claimOf("209");
        String path = "/v1/claims/" + line.getString("subject");

        ApiClient owner = finance.as(INFRASTRUCTURE.issuer().merchant("u-1", "m-209", "merchant"));
        ApiClient stranger = finance.as(INFRASTRUCTURE.issuer().merchant("u-2", "m-999", "merchant"));

        assertThat(owner.get(path).status()).isEqualTo(200);
        assertThat(items(owner.get("/v1/claims?caseId=cas_209"))).hasSize(1);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(items(stranger.get("/v1/claims?caseId=cas_209"))).isEmpty();
        assertThat(owner.get("/v1/ledger/accounts").status()).isEqualTo(403);
        assertThat(items(owner.get("/v1/claims?merchantId=m-209"))).hasSize(1);
        assertThat(items(finance.get("/v1/claims?merchantId=m-209"))).hasSize(1);
        assertThat(items(finance.get("/v1/claims?merchantId=m-209&caseId=cas_209")))
                .hasSize(1);
        assertThat(items(finance.get("/v1/claims?merchantId=m-999&caseId=cas_209")))
                .isEmpty();
        assertThat(stranger.get("/v1/claims?merchantId=m-209").code()).isEqualTo("not-found");
        Answer ofNobody = finance.get("/v1/claims");
        assertThat(ofNobody.status()).isEqualTo(400);
        assertThat(ofNobody.code()).isEqualTo("validation-failed");
    }

    @Test
    void the_ledger_cannot_be_changed_even_in_the_database() {
        JsonObject line = pinned("210", "42");
        cases.publish("cas_210", "cas_210", "RulingIssued", RULED, SampleRulings.ruling("210", line));
        claimOf("210");

        for (String sql : List.of(
                "UPDATE refunds.ledger_leg SET amount_minor = amount_minor + 1",
                "DELETE FROM refunds.ledger_entry",
                "DELETE FROM refunds.applied_effect",
                "UPDATE refunds.ledger_entry SET currency = 'USD'")) {
            assertThatThrownBy(() -> TestSql.execute(TestSql.superuser(), sql)).hasMessageContaining("append-only");
            assertThatThrownBy(() -> TestSql.execute(TestSql.app(), sql)).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> TestSql.execute(TestSql.app(), "UPDATE refunds.account SET currency = 'USD'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void an_unbalanced_entry_does_not_commit_whoever_writes_it() {
        JsonObject line = pinned("211", "42");
        cases.publish("cas_211", "cas_211", "RulingIssued", RULED, SampleRulings.ruling("211", line));
        claimOf("211");
        String merchant = account("MERCHANT", "m-211").getString("id");
        String suspense = account("SUSPENSE", null).getString("id");
        String entry = "INSERT INTO refunds.ledger_entry (id, claim_id, currency, booked_at) VALUES ('ent_x', '"
                + line.getString("subject") + "', 'CNY', now());";
        String legs = "INSERT INTO refunds.ledger_leg (entry_id, account_id, currency, amount_minor) VALUES ('ent_x', '"
                + suspense + "', 'CNY', 100), ('ent_x', '" + merchant + "', 'CNY', -99);";

        assertThatThrownBy(() -> TestSql.execute(TestSql.app(), entry + legs)).hasMessageContaining("add up to 1");
        assertThatThrownBy(() -> TestSql.execute(TestSql.app(), entry)).hasMessageContaining("0 legs");
    }

    @Test
    void the_history_verifies() {
        cases.publish("cas_212", "cas_212", "RulingIssued", RULED, SampleRulings.ruling("212", pinned("212", "42")));
        claimOf("212");

        JsonObject audit = ApiClient.of("http://127.0.0.1:" + service.managementPort())
                .get("/audit")
                .json();

        assertThat(audit.getJsonArray("problems")).isEmpty();
        assertThat(audit.getLong("rows")).isPositive();
    }

    private static Answer preview(String amountMinor, String currency) {
        return adjudicator.post("/v1/claims/effect-preview", SampleRulings.previewOf("208", amountMinor, currency));
    }

    private static JsonObject pinned(String run, String amountMinor) {
        Answer answer = adjudicator.post("/v1/claims/effect-preview", SampleRulings.previewOf(run, amountMinor, "CNY"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().getJsonArray("effects").getJsonObject(0);
    }

    private static JsonObject claimOf(String run) {
        String path = "/v1/claims?caseId=cas_" + run;
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(items(finance.get(path))).hasSize(1));
        return items(finance.get(path)).get(0);
    }

    private static JsonObject account(String kind, String owner) {
        return items(finance.get("/v1/ledger/accounts?limit=200")).stream()
                .filter(account -> account.getString("kind").equals(kind)
                        && (owner == null || owner.equals(account.getString("owner"))))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> legs(JsonObject entry) {
        return entry.getJsonArray("legs").stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toMap(leg -> leg.getString("accountId"), leg -> leg.getString("amountMinor")));
    }

    private static List<JsonObject> items(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<JsonObject> eventsOf(JsonObject line, int count) {
        String claimId = line.getString("subject");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(published.of(claimId)).hasSize(count));
        List<JsonObject> events = published.of(claimId);
        assertThat(events).allMatch(event -> published.key(event).equals(claimId));
        return events;
    }
}
