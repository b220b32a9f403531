package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates over HTTP, and what becomes of notices through them. Each test has a type of notice of its own. */
class TemplatesIT {
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_is_delivered_is_there_approved_and_a_second_start_adds_nothing() {
        service.close();
        service = RunningService.start();

        for (String type : List.of("StatementIssued", "Inadmissible", "CaseClaimed")) {
            JsonObject template = only(RunningService.items(operator().get("/v1/templates?type=" + type)));
            assertThat(template.getString("status")).isEqualTo("APPROVED");
            assertThat(template.getInteger("version")).isEqualTo(1);
            assertThat(template.getString("approvedBy")).isEqualTo("notification-service");
        }
        assertThat(RunningService.items(operator().get("/v1/templates?type=AnswerFiled&status=APPROVED")))
                .hasSize(2);
        assertThat(RunningService.items(operator().get("/v1/templates?type=DraftRulingIssued&status=APPROVED")))
                .hasSize(4);
    }

    @Test
    void a_new_version_is_approved_by_somebody_else_and_old_notices_keep_their_words() {
        service.cases.publish("cas_201", "cas_201", "CaseClosed", RunningService.AT, closed("m-201", "cas_201"));
        JsonObject old = only(service.inboxOf("m-201", 1));
        Answer draft =
                owner("own-1").post("/v1/templates", draft("CaseClosed", "案件 {caseId} 结束", "Case {caseId} is over"));
        assertThat(draft.status()).as(draft.toString()).isEqualTo(201);
        assertThat(draft.header("location")).contains(path(draft));

        Answer own = owner("own-1").post(path(draft) + "/approvals", new JsonObject());
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("own-cause");
        Answer approved = owner("own-2").post(path(draft) + "/approvals", new JsonObject());
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
        assertThat(approved.json().getInteger("version")).isEqualTo(2);
        assertThat(approved.json().getString("approvedBy")).isEqualTo("own-2");

        service.cases.publish("cas_202", "cas_202", "CaseClosed", RunningService.AT, closed("m-201", "cas_202"));
        List<JsonObject> inbox = service.inboxOf("m-201", 2);
        assertThat(inbox.get(0).getJsonObject("title").getString("en")).isEqualTo("Case cas_202 is over");
        assertThat(inbox.get(0).getJsonObject("template"))
                .isEqualTo(
                        new JsonObject().put("id", draft.json().getString("id")).put("version", 2));
        assertThat(inbox.get(1)).isEqualTo(old);
        assertThat(only(RunningService.items(operator().get("/v1/templates?type=CaseClosed&status=SUPERSEDED")))
                        .getInteger("version"))
                .isEqualTo(1);
        assertThat(only(RunningService.items(operator().get("/v1/templates?type=CaseClosed&status=APPROVED")))
                        .getInteger("version"))
                .isEqualTo(2);
        assertThatThrownBy(() -> TestSql.execute("UPDATE notifications.template SET body_en = 'x' WHERE id = '"
                        + draft.json().getString("id") + "'"))
                .hasMessageContaining("never change");
    }

    @Test
    void a_draft_changes_with_the_version_that_was_read_and_who_changes_it_is_an_author() {
        Answer draft = owner("own-1").post("/v1/templates", draft("CaseOpened", "立案 {caseId}", "Case {caseId}"));
        JsonObject words = new JsonObject()
                .put("zh", text("案件 {caseId}", "{ownMotion, select, true {主动} other {申请}}"))
                .put("en", text("Case {caseId}", "{ownMotion, select, true {own motion} other {asked}}"));

        assertThat(owner("own-3").put(path(draft), words).status()).isEqualTo(428);
        Answer changed = owner("own-3").ifMatch(draft).put(path(draft), words);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().getJsonArray("authors"))
                .isEqualTo(new JsonArray().add("own-1").add("own-3"));
        assertThat(owner("own-1").ifMatch(draft).put(path(draft), words).status())
                .isEqualTo(412);
        assertThat(owner("own-3")
                        .post(path(draft) + "/approvals", new JsonObject())
                        .code())
                .isEqualTo("own-cause");
        assertThat(owner("own-4")
                        .ifMatch(draft)
                        .post(path(draft) + "/approvals", new JsonObject())
                        .status())
                .isEqualTo(412);

        Answer approved = owner("own-4").ifMatch(changed).post(path(draft) + "/approvals", new JsonObject());
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
        Answer late = owner("own-1").ifMatch(approved).put(path(draft), words);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("illegal-transition");
        assertThat(late.json().getString("currentStatus")).isEqualTo("APPROVED");
        assertThat(owner("own-4")
                        .post(path(draft) + "/approvals", new JsonObject())
                        .code())
                .isEqualTo("illegal-transition");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{caseId} {at|template-malformed",
                "{caseId} {at, moon}|template-malformed",
                "{caseId, plural, one {#} other {#}}|template-malformed",
                "{caseId, number}|template-malformed",
                "{caseId} {shopName}|template-placeholder-unknown",
                "{caseId} {0}|template-placeholder-unknown",
                "closed at last|template-placeholder-missing",
                "{caseId} {at, date, long}|template-placeholder-missing"
            })
    void words_that_are_not_whole_are_refused_at_approval(String body, String code) {
        JsonObject words = new JsonObject()
                .put("type", "BriefFiled")
                .put("addressee", "MERCHANT")
                .put("zh", text("案件", "{caseId}"))
                .put("en", text("A case", body));
        Answer draft = owner("own-1").post("/v1/templates", words);
        assertThat(draft.status()).as(draft.toString()).isEqualTo(201);

        Answer refused = owner("own-2").post(path(draft) + "/approvals", new JsonObject());

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(operator().get(path(draft)).json().getString("status")).isEqualTo("DRAFT");
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void a_template_in_one_language_is_refused_at_approval(String language) {
        JsonObject words = new JsonObject()
                .put("type", "BriefFiled")
                .put("addressee", "MERCHANT")
                .put(language, text("{caseId}", "{caseId}"));
        Answer draft = owner("own-1").post("/v1/templates", words);

        Answer refused = owner("own-2").post(path(draft) + "/approvals", new JsonObject());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("template-incomplete");
    }

    @Test
    void a_type_that_does_not_exist_or_never_goes_to_the_addressee_is_refused() {
        JsonObject nobody = draft("BriefFiled", "{caseId}", "{caseId}").put("addressee", "RESPONDENT");

        assertThat(owner("own-1")
                        .post("/v1/templates", draft("Birthday", "x", "x"))
                        .code())
                .isEqualTo("template-type-unknown");
        assertThat(owner("own-1").post("/v1/templates", nobody).code()).isEqualTo("template-type-unknown");
    }

    @Test
    void a_template_is_bounded_and_not_for_merchants() {
        JsonObject endless = draft("BriefFiled", "{caseId}", "x".repeat(20_001));
        assertThat(owner("own-1").post("/v1/templates", endless).code()).isEqualTo("validation-failed");
        for (String path : List.of("/v1/templates", "/v1/refused-notices")) {
            assertThat(service.merchant("m-209").get(path).status()).isEqualTo(403);
        }
        assertThat(service.staff("adv-1", "advocate")
                        .post("/v1/templates", draft("BriefFiled", "{caseId}", "{caseId}"))
                        .status())
                .isEqualTo(403);
        assertThat(operator().get("/v1/templates/tpl_none").code()).isEqualTo("not-found");
    }

    @Test
    void a_preview_shows_plurals_and_times_in_both_languages() {
        String body = "On {at}: {pointsBefore, plural, one {# point} other {# points}} of {penaltyId}";
        Answer draft = owner("own-1").post("/v1/templates", draft("PenaltyReversed", "{pointsBefore} 分", body));

        Answer one = owner("own-1").post(path(draft) + "/previews", values("penaltyId", "pen_1", "pointsBefore", "1"));
        Answer many =
                owner("own-1").post(path(draft) + "/previews", values("penaltyId", "pen_1", "pointsBefore", "24"));
        Answer none = owner("own-1").post(path(draft) + "/previews", values("penaltyId", "pen_1"));

        assertThat(one.json().getJsonObject("en").getString("body"))
                .isEqualTo("On 20 April 2018 at 10:00 China Standard Time: 1 point of pen_1");
        assertThat(many.json().getJsonObject("en").getString("body")).endsWith(": 24 points of pen_1");
        assertThat(many.json().getJsonObject("zh").getString("body")).isEqualTo("24 分");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.code()).isEqualTo("notice-incomplete");
        assertThat(none.json().getString("detail")).contains("pointsBefore");
    }

    @Test
    void a_notice_with_a_gap_waits_for_an_operator_and_the_events_behind_it_go_on() {
        approve("CaseWithdrawn", "{caseId} {penaltyId}");
        JsonObject gap = new JsonObject().put("caseId", "cas_210").put("merchantId", "m-210");
        service.cases.publish("cas_210", "cas_210", "CaseWithdrawn", RunningService.AT, gap);
        service.cases.publish("cas_210", "cas_210", "CaseClosed", RunningService.AT, closed("m-210", "cas_210"));

        assertThat(only(service.inboxOf("m-210", 1)).getString("type")).isEqualTo("CaseClosed");
        JsonObject refused = only(refusedOf("m-210"));
        assertThat(refused.getString("reason")).isEqualTo("placeholder-missing");
        assertThat(refused.getString("detail")).contains("penaltyId");
        assertThat(refused.getString("status")).isEqualTo("OPEN");
        assertThat(refused.getJsonObject("about").getString("caseId")).isEqualTo("cas_210");
        assertThat(service.metrics()).contains("redress_notices_refused_total{reason=\"placeholder-missing\"}");
        String retries = "/v1/refused-notices/" + refused.getString("id") + "/retries";
        assertThat(service.staff("int-1", "integrity")
                        .post(retries, new JsonObject())
                        .status())
                .isEqualTo(403);
        Answer still = operator().post(retries, new JsonObject());
        assertThat(still.status()).isEqualTo(422);
        assertThat(still.code()).isEqualTo("notice-incomplete");

        approve("CaseWithdrawn", "{caseId}");
        Answer resolved = operator().post(retries, new JsonObject());

        assertThat(resolved.status()).as(resolved.toString()).isEqualTo(200);
        assertThat(resolved.json().getString("status")).isEqualTo("RESOLVED");
        assertThat(resolved.json().getString("resolvedBy")).isEqualTo("ops-1");
        JsonObject notice = service.inboxOf("m-210", 2).get(0);
        assertThat(notice.getString("type")).isEqualTo("CaseWithdrawn");
        assertThat(notice.getString("id")).isEqualTo(resolved.json().getString("noticeId"));
        assertThat(operator().post(retries, new JsonObject()).code()).isEqualTo("illegal-transition");
        assertThat(operator()
                        .post("/v1/refused-notices/rfn_none/retries", new JsonObject())
                        .status())
                .isEqualTo(404);
        assertThat(refusedOf("m-210")).isEmpty();
        assertThat(service.management("/audit").getJsonArray("problems")).isEmpty();
        assertThat(service.management("/activity").getLong("deadLetters")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"graph-risk-score, 分", "Score, 关 系 图 谱 风 险 分", "Ｇｒａｐｈ－Ｒｉｓｋ－Ｓｃｏｒｅ, 分"})
    void a_sealed_term_is_refused_at_approval_and_named_to_integrity_only(String en, String zh) {
        Answer draft = owner("own-1").post("/v1/templates", draft("BriefFiled", "{caseId} " + zh, "{caseId} " + en));

        Answer toOwner = owner("own-2").post(path(draft) + "/approvals", new JsonObject());
        Answer toIntegrity = service.staff("int-1", "integrity").post(path(draft) + "/approvals", new JsonObject());

        assertThat(toOwner.status()).isEqualTo(422);
        assertThat(toOwner.code()).isEqualTo("sealed-term-in-text");
        assertThat(toOwner.text()).doesNotContain("graph-risk-score").doesNotContain("关系图谱风险分");
        assertThat(toIntegrity.code()).isEqualTo("sealed-term-in-text");
        assertThat(toIntegrity.json().getString("detail")).containsAnyOf("graph-risk-score", "关系图谱风险分");
    }

    @Test
    void a_sealed_term_in_what_the_platform_wrote_is_not_sent_and_in_a_merchants_name_it_is() {
        service.penalties.publish(
                "m-212",
                "m-212",
                "MerchantRegistered",
                RunningService.AT,
                new JsonObject()
                        .put("merchantId", "m-212")
                        .put("name", "Device Cluster Ltd")
                        .put("language", "en"));
        await().atMost(RunningService.LONG).untilAsserted(() -> assertThat(
                        TestSql.number("SELECT count(*) FROM notifications.merchant WHERE id = 'm-212'"))
                .isEqualTo(1));
        approve("Inadmissible", "MERCHANT", "{merchantName}: {caseId} {reasons}");
        service.cases.publish(
                "cas_212", "cas_212", "CaseInadmissible", RunningService.AT, reasons("cas_212", "out of time"));
        service.cases.publish(
                "cas_213",
                "cas_213",
                "CaseInadmissible",
                RunningService.AT,
                reasons("cas_213", "a device\u200b cluster"));

        await().atMost(RunningService.LONG)
                .untilAsserted(() -> assertThat(refusedOf("m-212")).hasSize(1));
        JsonObject refused = only(refusedOf("m-212"));
        assertThat(refused.getString("reason")).isEqualTo("sealed-term");
        assertThat(refused.getJsonObject("about").getString("caseId")).isEqualTo("cas_213");
        assertThat(refused.encode()).doesNotContain("cluster");
        assertThat(only(service.inboxOf("m-212", 1)).getJsonObject("title").getString("en"))
                .isEqualTo("Device Cluster Ltd: cas_212 out of time");
        Answer still = operator().post("/v1/refused-notices/" + refused.getString("id") + "/retries", new JsonObject());
        assertThat(still.code()).isEqualTo("sealed-term-in-text");
    }

    @Test
    void a_merchants_name_stays_a_name() {
        approve("AdvocateAssigned", "MERCHANT", "{merchantName}: {caseId}");
        String name = "Orchard\r\nBcc: all@example.org \u202e{caseId} {n, plural, one {#}} '{'";
        JsonObject registered =
                new JsonObject().put("merchantId", "m-211").put("name", name).put("language", "en");
        service.penalties.publish("m-211", "m-211", "MerchantRegistered", RunningService.AT, registered);
        await().atMost(RunningService.LONG).untilAsserted(() -> assertThat(
                        TestSql.number("SELECT count(*) FROM notifications.merchant WHERE id = 'm-211'"))
                .isEqualTo(1));
        JsonObject assigned = new JsonObject()
                .put("caseId", "cas_211")
                .put("merchantId", "m-211")
                .put("advocateId", "adv-211");
        service.cases.publish("cas_211", "cas_211", "AdvocateAssigned", RunningService.AT, assigned);

        assertThat(only(service.inboxOf("m-211", 1)).getJsonObject("title").getString("en"))
                .isEqualTo("Orchard Bcc: all@example.org {caseId} {n, plural, one {#}} '{': cas_211");
    }

    private static void approve(String type, String words) {
        approve(type, "MERCHANT", words);
    }

    private static void approve(String type, String addressee, String words) {
        Answer draft =
                owner("own-1").post("/v1/templates", draft(type, words, words).put("addressee", addressee));
        Answer approved = service.staff("int-1", "integrity").post(path(draft) + "/approvals", new JsonObject());
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
    }

    private static List<JsonObject> refusedOf(String merchantId) {
        return RunningService.items(operator().get("/v1/refused-notices?limit=200")).stream()
                .filter(refused -> merchantId.equals(refused.getString("merchantId")))
                .toList();
    }

    private static JsonObject draft(String type, String zh, String en) {
        return new JsonObject()
                .put("type", type)
                .put("addressee", "MERCHANT")
                .put("zh", text(zh, zh))
                .put("en", text(en.length() > 1000 ? "x" : en, en));
    }

    private static JsonObject text(String title, String body) {
        return new JsonObject().put("title", title).put("body", body);
    }

    private static JsonObject values(String... namesAndValues) {
        JsonArray values = new JsonArray();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.add(new JsonObject().put("name", namesAndValues[i]).put("value", namesAndValues[i + 1]));
        }
        return new JsonObject().put("values", values);
    }

    private static JsonObject closed(String merchantId, String caseId) {
        return new JsonObject()
                .put("caseId", caseId)
                .put("merchantId", merchantId)
                .put("outcome", "PARTIAL");
    }

    private static JsonObject reasons(String caseId, String reasons) {
        return new JsonObject()
                .put("caseId", caseId)
                .put("merchantId", "m-212")
                .put("reasons", new JsonObject().put("zh", reasons).put("en", reasons));
    }

    private static String path(Answer draft) {
        return "/v1/templates/" + draft.json().getString("id");
    }

    private static ApiClient owner(String subject) {
        return service.staff(subject, "rule-owner");
    }

    private static ApiClient operator() {
        return service.staff("ops-1", "operator");
    }

    private static JsonObject only(List<JsonObject> items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
