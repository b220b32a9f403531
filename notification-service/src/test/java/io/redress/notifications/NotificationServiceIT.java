package io.redress.notifications;

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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole service on a real Postgres and a real broker; each test has a merchant of its own. */
class NotificationServiceIT {
    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String AT = "2018-04-20T10:00:00+08:00";
    private static final TestClock CLOCK = new TestClock(AT);

    private static RunnableService service;
    private static Events penalties;
    private static Events cases;
    private static PublishedEvents published;
    private static ApiClient anonymous;

    @BeforeAll
    static void start() {
        NotificationServiceConfig config = NotificationServiceConfig.from(new Env(SealedTermsPeer.environment()));
        NotificationService.migrate(config);
        Runtime runtime = new Runtime(INFRASTRUCTURE.vertx(), CLOCK, MachineClock.system(), Ids.uuidV7());
        service = NotificationService.create(config, runtime);
        service.start().await();
        anonymous = ApiClient.of("http://127.0.0.1:" + service.httpPort());
        penalties = new Events(INFRASTRUCTURE, "penalty-service", "penalties", "penalties.events.v1");
        cases = new Events(INFRASTRUCTURE, "case-service", "cases", "cases.events.v1");
        published = new PublishedEvents(INFRASTRUCTURE, "notifications.events.v1", "penalty-service");
    }

    @AfterAll
    static void stop() {
        published.close();
        cases.close();
        penalties.close();
        service.stop().await();
    }

    @Test
    void a_statement_is_stored_as_a_notice_and_its_storing_is_told() {
        penalties.publish("s-101", "pen_101", "StatementIssued", AT, SampleEvents.statement("m-101", "pen_101"));

        JsonObject notice = only(inboxOf("m-101", 1));
        assertThat(notice.getString("type")).isEqualTo("StatementIssued");
        assertThat(notice.getJsonObject("body"))
                .isEqualTo(new JsonObject().put("zh", "处罚告知书全文").put("en", "The whole statement"));
        assertThat(notice.getString("storedAt")).isEqualTo("2018-04-20T02:00:00Z");
        assertThat(notice.getJsonObject("about").getString("statementId")).isEqualTo("sta_pen_101");
        assertThat(notice.containsKey("readAt")).isFalse();
        JsonObject stored = eventsOf(notice, 1).get(0);
        assertThat(stored.getString("type")).isEqualTo("io.redress.notifications.NoticeStored");
        assertThat(stored.getJsonObject("data"))
                .isEqualTo(new JsonObject()
                        .put("noticeId", notice.getString("id"))
                        .put("merchantId", "m-101")
                        .put(
                                "recipient",
                                new JsonObject().put("kind", "MERCHANT").put("id", "m-101"))
                        .put("type", "StatementIssued")
                        .put(
                                "about",
                                new JsonObject().put("penaltyId", "pen_101").put("statementId", "sta_pen_101"))
                        .put("at", "2018-04-20T02:00:00Z"));
    }

    @Test
    void an_event_told_twice_is_one_notice() {
        JsonObject envelope =
                penalties.envelope("pen_102", 1, "StatementIssued", AT, SampleEvents.statement("m-102", "pen_102"));
        penalties.publish("s-102", envelope);
        penalties.publish("s-102", envelope);
        penalties.publish(
                "s-102",
                penalties.envelope("pen_102", 2, "PenaltyReversed", AT, SampleEvents.reversed("m-102", "pen_102")));

        List<JsonObject> inbox = inboxOf("m-102", 2);

        assertThat(inbox)
                .extracting(notice -> notice.getString("type"))
                .containsExactly("PenaltyReversed", "StatementIssued");
    }

    @Test
    void reading_twice_answers_the_same_and_is_told_once() {
        penalties.publish("s-103", "pen_103", "StatementIssued", AT, SampleEvents.statement("m-103", "pen_103"));
        JsonObject notice = only(inboxOf("m-103", 1));
        String read = "/v1/notices/" + notice.getString("id") + "/read";

        Answer first = merchant("m-103").post(read, new JsonObject());
        Answer second = merchant("m-103").post(read, new JsonObject());

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().getString("readAt")).isEqualTo("2018-04-20T02:00:00Z");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.etag()).isEqualTo(first.etag()).isEqualTo("\"2\"");
        assertThat(eventsOf(notice, 2))
                .extracting(event -> event.getString("type"))
                .containsExactly("io.redress.notifications.NoticeStored", "io.redress.notifications.NoticeRead");
        assertThat(merchant("m-103").get("/v1/notices?unread=true").json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void another_inbox_does_not_exist() {
        penalties.publish("s-104", "pen_104", "StatementIssued", AT, SampleEvents.statement("m-104", "pen_104"));
        String path = "/v1/notices/" + only(inboxOf("m-104", 1)).getString("id");

        for (ApiClient stranger : List.of(merchant("m-999"), staff("m-104"))) {
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(stranger.get(path).code()).isEqualTo("not-found");
            assertThat(stranger.post(path + "/read", new JsonObject()).status()).isEqualTo(404);
            assertThat(stranger.get("/v1/notices").json().getJsonArray("items")).isEmpty();
        }
        assertThat(anonymous.get(path).status()).isEqualTo(401);
        assertThat(merchant("m-104").get(path).json().containsKey("readAt")).isFalse();
    }

    @Test
    void a_draft_is_told_to_the_merchant_the_advocate_and_the_respondent() {
        JsonObject draft = new JsonObject()
                .put("caseId", "cas_105")
                .put("merchantId", "m-105")
                .put("draftId", "dra_105")
                .put("outcome", "PARTIAL")
                .put("repliesBy", "2018-04-28T10:00:00+08:00")
                .put("advocateId", "adv-105")
                .put("respondentId", "enf-105");
        cases.publish("cas_105", "cas_105", "DraftRulingIssued", AT, draft);

        JsonObject toMerchant = only(inboxOf("m-105", 1));
        assertThat(toMerchant.getJsonObject("body").getString("en"))
                .isEqualTo(
                        "On 20 April 2018 at 10:00 China Standard Time a draft ruling was issued in case cas_105: the"
                                + " penalty is reduced. You may reply until 28 April 2018 at 10:00 China Standard Time.");
        for (String employee : List.of("adv-105", "enf-105")) {
            JsonObject notice = only(items(staff(employee).get("/v1/notices")));
            assertThat(notice.getJsonObject("recipient"))
                    .isEqualTo(new JsonObject().put("kind", "EMPLOYEE").put("id", employee));
        }
    }

    @Test
    void an_imported_measure_is_no_news_and_an_imposed_one_is() {
        penalties.publish(
                "s-106", "mea_106a", "MeasureInForce", AT, SampleEvents.measure("m-106", "mea_106a", "IMPORTED"));
        penalties.publish(
                "s-106", "mea_106b", "MeasureInForce", AT, SampleEvents.measure("m-106", "mea_106b", "IMPOSED"));

        JsonObject notice = only(inboxOf("m-106", 1));

        assertThat(notice.getJsonObject("about").getString("measureId")).isEqualTo("mea_106b");
    }

    @Test
    void the_language_is_the_merchants_own() {
        JsonObject registered = new JsonObject()
                .put("merchantId", "m-109")
                .put("name", "Northern Orchard")
                .put("language", "en");
        penalties.publish("m-109", "m-109", "MerchantRegistered", AT, registered);
        await().atMost(LONG).untilAsserted(() -> assertThat(
                        TestSql.number("SELECT count(*) FROM notifications.merchant WHERE id = 'm-109'"))
                .isEqualTo(1));
        penalties.publish("s-109", "pen_109", "PenaltyReversed", AT, SampleEvents.reversed("m-109", "pen_109"));

        assertThat(only(inboxOf("m-109", 1)).getString("language")).isEqualTo("en");
    }

    @Test
    void a_long_inbox_is_read_page_by_page_newest_first() {
        for (int i = 0; i < 5; i++) {
            penalties.publish(
                    "s-110", "pen_110" + i, "StatementIssued", AT, SampleEvents.statement("m-110", "pen_110" + i));
        }
        inboxOf("m-110", 5);

        JsonObject first = merchant("m-110").get("/v1/notices?limit=3").json();
        JsonObject second = merchant("m-110")
                .get("/v1/notices?limit=3&cursor=" + first.getString("next"))
                .json();

        assertThat(first.getJsonArray("items")).hasSize(3);
        assertThat(second.getJsonArray("items")).hasSize(2);
        assertThat(second.containsKey("next")).isFalse();
        assertThat(first.getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonObject("about")
                        .getString("penaltyId"))
                .isEqualTo("pen_1104");
        assertThat(second.getJsonArray("items")
                        .getJsonObject(1)
                        .getJsonObject("about")
                        .getString("penaltyId"))
                .isEqualTo("pen_1100");
    }

    @Test
    void the_words_of_a_notice_cannot_be_changed_even_in_the_database() {
        penalties.publish("s-111", "pen_111", "StatementIssued", AT, SampleEvents.statement("m-111", "pen_111"));
        String id = only(inboxOf("m-111", 1)).getString("id");

        assertThatThrownBy(
                        () -> TestSql.execute("UPDATE notifications.notice SET body_zh = 'x' WHERE id = '" + id + "'"))
                .hasMessageContaining("never change");
        assertThatThrownBy(() -> TestSql.execute("DELETE FROM notifications.notice WHERE id = '" + id + "'"))
                .hasMessageContaining("durable");
    }

    @Test
    void the_history_verifies() {
        penalties.publish("s-112", "pen_112", "StatementIssued", AT, SampleEvents.statement("m-112", "pen_112"));
        inboxOf("m-112", 1);

        JsonObject audit = ApiClient.of("http://127.0.0.1:" + service.managementPort())
                .get("/audit")
                .json();

        assertThat(audit.getJsonArray("problems")).isEmpty();
        assertThat(audit.getLong("rows")).isPositive();
    }

    @Test
    void somebody_in_two_roles_is_told_once() {
        JsonObject draft = new JsonObject()
                .put("caseId", "cas_113")
                .put("merchantId", "m-113")
                .put("outcome", "UPHOLD")
                .put("repliesBy", "2018-04-28T10:00:00+08:00")
                .put("advocateId", "adv-113")
                .put("respondentId", "adv-113");
        cases.publish("cas_113", "cas_113", "DraftRulingIssued", AT, draft);
        inboxOf("m-113", 1);

        assertThat(items(staff("adv-113").get("/v1/notices"))).hasSize(1);
    }

    private static ApiClient merchant(String merchantId) {
        return anonymous.as(INFRASTRUCTURE.issuer().merchant(merchantId + "-owner", merchantId, "merchant"));
    }

    private static ApiClient staff(String subject) {
        return anonymous.as(INFRASTRUCTURE.issuer().staff(subject, "advocate"));
    }

    private static List<JsonObject> inboxOf(String merchantId, int count) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(items(merchant(merchantId).get("/v1/notices")))
                        .hasSize(count));
        return items(merchant(merchantId).get("/v1/notices"));
    }

    private static List<JsonObject> items(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        JsonArray items = answer.json().getJsonArray("items");
        return items.stream().map(JsonObject.class::cast).toList();
    }

    private static JsonObject only(List<JsonObject> notices) {
        assertThat(notices).hasSize(1);
        return notices.get(0);
    }

    private static List<JsonObject> eventsOf(JsonObject notice, int count) {
        await().atMost(LONG).untilAsserted(() -> assertThat(published.of(notice.getString("id")))
                .hasSize(count));
        List<JsonObject> events = published.of(notice.getString("id"));
        assertThat(events).allMatch(event -> published.key(event).equals(event.getString("subject")));
        return events;
    }
}
