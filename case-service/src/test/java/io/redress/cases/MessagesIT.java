package io.redress.cases;

import static io.redress.cases.MessageClient.assertRefused;
import static io.redress.cases.MessageClient.items;
import static io.redress.cases.MessageClient.ok;
import static io.redress.cases.MessageClient.texts;
import static io.redress.cases.TalkSuite.SUITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a merchant's side and the case's advocate write to each other, and who else never learns of it. */
class MessagesIT {

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        Defence.sample();
    }

    @AfterEach
    void sample() {
        Defence.sample();
    }

    @Test
    void the_two_write_to_each_other_in_order_and_see_what_the_other_has_read() {
        TalkSuite of = TalkSuite.aCase();

        Answer first = ok(of.merchant().send("包裹已经寄出。"));
        SUITE.clock.set("2018-04-26T11:00:00+08:00");
        Answer second = ok(of.advocate().ask("Which of the two parcels?"));
        Answer third = ok(of.agency().send("The second one."));

        assertThat(first.status()).isEqualTo(201);
        assertThat(texts(of.merchant().list()))
                .containsExactly("包裹已经寄出。", "Which of the two parcels?", "The second one.");
        assertThat(texts(of.advocate().list())).isEqualTo(texts(of.merchant().list()));
        assertThat(third.json().getString("sentBy")).isEqualTo("agency-9");
        assertThat(third.json().getString("from")).isEqualTo("MERCHANT");
        assertThat(second.json().getString("from")).isEqualTo("ADVOCATE");
        assertThat(of.advocate().list().json().getInteger("unread")).isEqualTo(2);
        assertThat(of.merchant().list().json().getInteger("unread")).isEqualTo(1);

        assertThat(ok(of.advocate().read(first)).json().getInteger("unread")).isEqualTo(1);
        SUITE.clock.set("2018-04-26T12:00:00+08:00");
        assertThat(ok(of.advocate().read(third)).json().getInteger("unread")).isZero();
        assertThat(ok(of.advocate().read(first)).json().getInteger("unread"))
                .as("an earlier one changes nothing")
                .isZero();
        assertThat(items(of.merchant().list()).stream().map(item -> item.getString("readAt", "–")))
                .containsExactly("2018-04-26T03:00:00Z", "–", "2018-04-26T04:00:00Z");
    }

    @Test
    void nobody_else_learns_that_there_is_a_message() {
        TalkSuite of = TalkSuite.aCase();
        Answer before = of.seen();
        Answer message = ok(of.merchant().send("Between us."));
        String id = message.json().getString("id");

        List<MessageClient> outOfScope = List.of(
                of.department(),
                of.staff("enf-1", "enforcement"),
                of.staff("legal-1", "respondent"),
                of.adjudicator(),
                of.staff("ops-1", "operator"));
        for (MessageClient other : outOfScope) {
            assertSeesNothing(other);
            assertRefused(other.send("Let me in."), 403, "forbidden");
            assertRefused(other.read(message), 403, "forbidden");
            assertRefused(other.file(message), 403, "forbidden");
            assertRefused(other.readings(), 403, "forbidden");
        }
        assertSeesNothing(of.otherAdvocate());
        assertRefused(of.staff("crisis-1", "crisis-team").list(), 403, "forbidden");
        assertRefused(of.staff("fin-1", "finance").list(), 403, "forbidden");
        assertRefused(of.otherAdvocate().send("Let me in."), 403, "not-the-advocate");
        assertRefused(of.otherAdvocate().read(message), 403, "not-the-advocate");
        assertRefused(of.otherAdvocate().file(message), 404, "not-found");
        assertRefused(of.otherAdvocate().readings(), 404, "not-found");
        assertRefused(of.integrity().send("Noted."), 403, "forbidden");
        assertRefused(of.integrity().file(message), 403, "forbidden");

        MessageClient stranger = of.otherMerchant();
        assertRefused(stranger.list(), 404, "not-found");
        assertRefused(stranger.send("Hello."), 404, "not-found");
        assertRefused(stranger.read(message), 404, "not-found");
        assertRefused(stranger.file(id), 404, "not-found");
        assertRefused(stranger.readings(), 404, "not-found");
        assertRefused(of.staff("user-9", "merchant").list(), 404, "not-found");

        assertThat(of.seen().etag())
                .as("a message is no new version of the case")
                .isEqualTo(before.etag());
    }

    private static void assertSeesNothing(MessageClient other) {
        Answer list = other.list();
        assertThat(items(list)).isEmpty();
        assertThat(list.json().containsKey("unread")).isFalse();
    }

    @Test
    void integrity_reads_them_and_that_is_on_record_for_the_two() {
        TalkSuite of = TalkSuite.aCase();
        ok(of.merchant().send("Between us."));
        assertThat(items(of.integrity().readings())).isEmpty();

        assertThat(texts(of.integrity().list())).containsExactly("Between us.");
        ok(of.integrity().staged());
        assertRefused(of.staff("adj-2", "integrity", "adjudicator").readings(), 404, "not-found");
        assertThat(items(of.staff("adj-2", "integrity", "adjudicator").list())).isEmpty();

        for (MessageClient party : List.of(of.merchant(), of.advocate())) {
            assertThat(items(party.readings()).stream()
                            .map(entry ->
                                    entry.getString("act") + " " + entry.getString("by") + " " + entry.getString("at")))
                    .containsExactly(
                            "READ_MESSAGES integrity-lead 2018-04-26T02:00:00Z",
                            "READ_STAGED_BRIEF integrity-lead 2018-04-26T02:00:00Z");
        }
    }

    @Test
    void one_message_is_made_a_part_of_the_file_for_good() {
        TalkSuite of = TalkSuite.aCase();
        Answer own = ok(of.merchant().send("The parcel was weighed twice."));
        Answer hers = ok(of.advocate().send("Then we argue that."));
        Answer kept = ok(of.merchant().send("Do not tell."));

        assertRefused(of.merchant().file(hers), 403, "not-the-advocate");
        Answer filed = ok(of.merchant().file(own));
        assertThat(filed.json().getBoolean("filed")).isTrue();
        assertThat(filed.json().getString("filedBy")).isEqualTo("user-of-" + of.penalty.merchantId());
        SUITE.clock.set("2018-04-26T15:00:00+08:00");
        Answer again = ok(of.advocate().file(own));
        assertThat(again.json().getString("filedAt")).isEqualTo("2018-04-26T02:00:00Z");
        ok(of.advocate().file(hers));

        for (MessageClient other : List.of(of.department(), of.adjudicator(), of.otherAdvocate())) {
            assertThat(texts(other.list())).containsExactly("The parcel was weighed twice.", "Then we argue that.");
        }
        assertThat(items(of.advocate().list()).get(2).getString("id"))
                .isEqualTo(kept.json().getString("id"));
        Awaitility.await("what happened is told")
                .atMost(CaseSuite.PATIENCE)
                .until(
                        () -> SUITE.published.types(of.caseId + ":messages"),
                        List.of("MessageSent", "MessageSent", "MessageSent", "MessageFiled", "MessageFiled")::equals);
        Answer told = ok(of.merchant().send("Say that for me."));
        ok(of.advocate().file(told));
        JsonObject filings = SUITE.published.await(of.caseId + ":messages", "MessageFiled");
        assertThat(filings.getJsonObject("data").containsKey("byTheOther")).isFalse();
        Awaitility.await("the merchant's own words were filed by the advocate")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> SUITE.published.of(of.caseId + ":messages").stream()
                        .map(event -> event.getJsonObject("data"))
                        .filter(data -> data.getBoolean("byTheOther", false))
                        .map(data -> data.getString("messageId"))
                        .toList()
                        .equals(List.of(told.json().getString("id"))));
        of.withdrawn();
        Answer late = of.merchant().file(kept);
        assertRefused(late, 409, "illegal-transition");
        assertThat(late.json().getString("currentStatus")).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_message_names_files_of_its_own_side_and_others_are_told_those_alone_that_they_see() {
        EvidenceSuite files = EvidenceSuite.aCase();
        MessageClient merchant = new MessageClient(SUITE.merchant(files.penalty.merchantId()), files.caseId);
        MessageClient department = new MessageClient(SUITE.staff("enf-2", "enforcement"), files.caseId);
        String staged = EvidenceSuite.id(files.merchant().add(files.caseId, EvidenceClient.document()));
        Answer departments = files.department().add(files.caseId, EvidenceClient.document());
        EvidenceSuite other = EvidenceSuite.aCase();
        String elsewhere = EvidenceSuite.id(other.merchant().add(other.caseId, EvidenceClient.document()));

        assertRefused(merchant.send(naming("evd_unknown")), 422, "unknown-evidence");
        assertRefused(merchant.send(naming(elsewhere)), 422, "unknown-evidence");
        assertRefused(merchant.send(naming(EvidenceSuite.id(departments))), 422, "unknown-evidence");
        ok(files.department().file(departments));
        Answer sent = ok(merchant.send(naming(staged, EvidenceSuite.id(departments))));
        ok(merchant.file(sent));

        assertThat(sent.json().getJsonArray("evidence")).hasSize(2);
        assertThat(items(department.list()).get(0).getJsonArray("evidence"))
                .isEqualTo(new JsonArray().add(EvidenceSuite.id(departments)));
    }

    private static JsonObject naming(String... evidence) {
        return new JsonObject().put("text", "See there.").put("evidence", new JsonArray(List.of((Object[]) evidence)));
    }

    @Test
    void after_a_hand_over_the_new_advocate_reads_and_writes_and_the_old_one_no_more() {
        TalkSuite of = TalkSuite.aCase();
        Answer message = ok(of.advocate().send("I have begun."));

        of.handedOver();

        assertThat(texts(of.otherAdvocate().list())).containsExactly("I have begun.");
        assertThat(items(of.advocate().list())).isEmpty();
        assertRefused(of.advocate().send("One more thing."), 403, "not-the-advocate");
        assertRefused(of.advocate().file(message), 404, "not-found");
        ok(of.otherAdvocate().send("I go on."));
        assertThat(texts(of.merchant().list())).containsExactly("I have begun.", "I go on.");
    }

    @Test
    void what_cannot_be_written_or_read_is_refused() {
        TalkSuite of = TalkSuite.aCase();
        TalkSuite other = TalkSuite.aCase();
        Answer elsewhere = ok(other.merchant().send("Of another case."));

        assertRefused(of.merchant().ask("Do you hear me?"), 403, "not-the-advocate");
        assertRefused(of.merchant().read("msg_unknown"), 422, "unknown-message");
        assertRefused(of.merchant().read(elsewhere), 422, "unknown-message");
        assertRefused(of.merchant().file(elsewhere), 404, "not-found");
        assertRefused(of.merchant().send(""), 400, "validation-failed");
        assertRefused(of.merchant().send("x".repeat(4001)), 400, "validation-failed");
        ClockDesk desk = new ClockDesk();
        ok(of.merchant().send("The first."));
        desk.database
                .inTransaction(tx ->
                        tx.query("UPDATE case_thread SET messages = 2000 WHERE case_id = $1", Tuple.of(of.caseId)))
                .await();
        assertRefused(of.merchant().send("One too many."), 422, "message-limit-reached");
        desk.database.close().await();

        other.withdrawn();
        Answer late = other.advocate().send("Too late.");
        assertRefused(late, 409, "illegal-transition");
        assertThat(late.json().getString("currentStatus")).isEqualTo("WITHDRAWN");
        assertThat(texts(other.merchant().list())).as("what was written stays").containsExactly("Of another case.");
    }

    @Test
    void a_message_that_is_sent_again_under_its_key_is_one() {
        TalkSuite of = TalkSuite.aCase();
        String path = "/v1/cases/" + of.caseId + "/messages";
        JsonObject body = new JsonObject().put("text", "Once.");

        Answer first = ok(
                of.merchant().api().with("Idempotency-Key", "once-" + of.caseId).post(path, body));
        Answer again =
                of.merchant().api().with("Idempotency-Key", "once-" + of.caseId).post(path, body);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        assertThat(texts(of.advocate().list())).containsExactly("Once.");
    }

    @Test
    void they_are_read_in_pages() {
        TalkSuite of = TalkSuite.aCase();
        for (String text : List.of("one", "two", "three")) {
            ok(of.merchant().send(text));
        }

        Answer first = of.advocate().list("?limit=2");
        Answer rest = of.advocate().list("?limit=2&cursor=" + first.json().getString("next"));

        assertThat(texts(first)).containsExactly("one", "two");
        assertThat(first.header("link").orElseThrow()).contains("rel=\"next\"");
        assertThat(texts(rest)).containsExactly("three");
        assertThat(rest.json().containsKey("next")).isFalse();
    }

    @Test
    void it_is_told_that_there_is_a_message_and_never_what_it_says() {
        TalkSuite of = TalkSuite.aCase();

        Answer sent = ok(of.merchant().send("一句悄悄话。"));

        JsonObject event = SUITE.published.await(of.caseId + ":messages", "MessageSent");
        EventSchemas.assertValid("cases.events.v1", "MessageSent", event.getJsonObject("data"));
        assertThat(event.getJsonObject("data"))
                .isEqualTo(new JsonObject()
                        .put("caseId", of.caseId)
                        .put("merchantId", of.penalty.merchantId())
                        .put("messageId", sent.json().getString("id"))
                        .put("from", "MERCHANT")
                        .put("asks", false)
                        .put("advocateId", "adv-1"));
        assertThat(SUITE.published.key(event)).isEqualTo(of.caseId);
        assertThat(SUITE.published.all().toString()).doesNotContain("一句悄悄话");
        ok(of.advocate().file(sent));
        EventSchemas.assertValid(
                "cases.events.v1",
                "MessageFiled",
                SUITE.published.await(of.caseId + ":messages", "MessageFiled").getJsonObject("data"));
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    @Test
    void a_question_pauses_the_first_response_until_the_merchant_answers() {
        TalkSuite of = TalkSuite.aCase();
        SUITE.clock.set("2018-04-26T16:00:00+08:00");

        Answer question = ok(of.advocate().ask("Which of the two parcels?"));

        assertThat(question.json().getString("awaitedUntil")).isEqualTo("2018-05-04T08:00:00Z");
        JsonObject paused = clock(of);
        assertThat(paused.getString("state")).isEqualTo("PAUSED");
        assertThat(paused.getString("elapsed")).isEqualTo("PT6H");
        assertThat(of.seen().json().getString("heldBy")).isEqualTo("MERCHANT");
        SUITE.clock.set("2018-04-27T10:00:00+08:00");
        ok(of.merchant().send("The second one."));

        JsonObject running = clock(of);
        assertThat(running.getString("state")).isEqualTo("RUNNING");
        assertThat(running.getString("dueBy")).isEqualTo("2018-04-27T20:00:00Z");
        assertThat(of.seen().json().getString("heldBy")).isEqualTo("ADVOCATE");
        ok(of.advocate().send("Thank you."));
        assertThat(clock(of).getString("state")).isEqualTo("MET");
    }

    @Test
    void who_asks_on_and_on_does_not_park_the_case() {
        TalkSuite of = TalkSuite.aCase();
        SUITE.clock.set("2018-04-26T16:00:00+08:00");
        ok(of.advocate().ask("Which of the two parcels?"));
        ClockDesk desk = new ClockDesk();

        SUITE.clock.set("2018-05-04T16:00:00+08:00"); // by itself, 18 hours from the end
        desk.awaitLook(of.caseId);
        assertThat(clock(of).getString("dueBy")).isEqualTo("2018-05-07T02:00:00Z");
        Answer again = ok(of.advocate().ask("And the first one?"));
        assertThat(again.json().containsKey("awaitedUntil")).isFalse();
        SUITE.clock.set("2018-05-07T10:00:00+08:00");

        JsonObject lapsed =
                SUITE.published.await(of.caseId + ":clocks", "ClockLapsed").getJsonObject("data");
        assertThat(lapsed.getString("clock")).isEqualTo("FIRST_RESPONSE");
        assertThat(lapsed.getString("at")).isEqualTo("2018-05-07T02:00:00Z");
        desk.database.close().await();
    }

    private static JsonObject clock(TalkSuite of) {
        return of.advocate().api().get("/v1/cases/" + of.caseId + "/clocks").json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(clock -> clock.getString("clock").equals("FIRST_RESPONSE"))
                .findFirst()
                .orElseThrow();
    }
}
