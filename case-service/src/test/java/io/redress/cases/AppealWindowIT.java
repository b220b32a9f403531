package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The appeal window, by the suite's clock. */
class AppealWindowIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    @Test
    void closesFourteenDaysAfterTheStatementWasReadAndRefusesAppealsFromThen() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.statement(penalty);
        SUITE.read(penalty);

        SUITE.clock.set("2018-05-04T10:00:00+08:00");
        Answer late = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.code()).isEqualTo("appeal-window-closed");

        JsonObject closed = SUITE.published.await(window(penalty), "AppealWindowClosed");
        assertThat(closed.getJsonObject("data").getString("deliveredAt")).isEqualTo("2018-04-20T02:00:00Z");
        assertThat(closed.getJsonObject("data").getString("closesAt")).isEqualTo("2018-05-04T02:00:00Z");
        assertThat(closed.getString("businesstime")).isEqualTo("2018-05-04T02:00:00Z");
        assertThat(SUITE.published.types(window(penalty))).containsExactly("AppealWindowOpened", "AppealWindowClosed");
    }

    @Test
    void late_with_a_cause_a_case_is_opened_and_a_person_decides_whether_it_is_heard() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        Penalty other = SUITE.penalty();
        Penalty inTime = SUITE.penalty();
        for (Penalty each : List.of(penalty, other, inTime)) {
            SUITE.statement(each);
            SUITE.read(each);
        }
        Answer early = SUITE.request(SUITE.merchant(inTime.merchantId()), late(inTime, "没有晚"));
        assertThat(early.json().containsKey("lateBecause")).isFalse();
        SUITE.clock.set("2018-07-02T10:00:00+08:00");
        SUITE.published.await(window(penalty), "AppealWindowClosed");
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        assertThat(SUITE.open(merchant, penalty).code()).isEqualTo("appeal-window-closed");
        assertThat(SUITE.request(merchant, late(penalty, "  ")).status()).isEqualTo(400);

        Answer opened = SUITE.request(merchant, late(penalty, "店主住院三个月"));

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.json().getString("lateBecause")).isEqualTo("店主住院三个月");
        assertThat(opened.json().getJsonObject("window").getString("status")).isEqualTo("CLOSED");
        JsonObject told = SUITE.published
                .await(opened.json().getString("id"), "CaseOpened")
                .getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "CaseOpened", told);
        assertThat(told.getBoolean("late")).isTrue();
        assertThat(told.encode()).doesNotContain("住院");
        assertThat(SUITE.request(merchant, late(penalty, "再一次")).code()).isEqualTo("duplicate");
        Answer claimed = claimed(opened, penalty);
        assertThat(claimed.json().getString("status")).isEqualTo("IN_DELIBERATION");
        assertThat(claimed.json().getString("lateBecause")).isEqualTo("店主住院三个月");

        Answer second = SUITE.request(SUITE.merchant(other.merchantId()), late(other, "忘记了"));
        Answer refused = SUITE.command(
                SUITE.staff("adj-1", "adjudicator"),
                claimed(second, other),
                "inadmissible",
                new JsonObject().put("reasons", CaseSuite.REASONS));
        assertThat(refused.json().getString("status")).isEqualTo("INADMISSIBLE");
        assertThat(refused.json().getJsonObject("window").getString("status")).isEqualTo("CLOSED");
    }

    private static JsonObject late(Penalty penalty, String because) {
        return new JsonObject()
                .put("kind", "PENALTY_APPEAL")
                .put("penaltyId", penalty.id())
                .put("lateBecause", because);
    }

    private static Answer claimed(Answer opened, Penalty penalty) {
        Answer assigned = SUITE.command(
                SUITE.staff("ops-1", "operator"), opened, "advocate", new JsonObject().put("advocateId", "adv-1"));
        Answer briefed = SUITE.command(
                SUITE.staff("adv-1", "advocate"), assigned, "briefs", CaseSuite.brief(penalty, "FACTS_WRONG"));
        return SUITE.command(SUITE.staff("adj-1", "adjudicator"), briefed, "claim", CaseSuite.NOTHING);
    }

    @Test
    void anUnreadStatementCountsAsDeliveredAfterThreeDays() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.statement(penalty);
        CaseSuite.awaitStatement(penalty);

        SUITE.clock.set("2018-04-25T09:00:00+08:00");

        JsonObject opened = SUITE.published.await(window(penalty), "AppealWindowOpened");
        assertThat(opened.getJsonObject("data").getString("deliveredAt")).isEqualTo("2018-04-23T02:00:00Z");
        assertThat(opened.getJsonObject("data").getString("closesAt")).isEqualTo("2018-05-07T02:00:00Z");
    }

    @Test
    void stopsWhileACaseIsOpenAndRunsOnAfterAWithdrawal() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        SUITE.statement(penalty);
        SUITE.read(penalty);
        ApiClient merchant = SUITE.merchant(penalty.merchantId());

        SUITE.clock.set("2018-04-30T10:00:00+08:00");
        Answer opened = SUITE.open(merchant, penalty);
        assertThat(opened.json().getJsonObject("window").getString("status")).isEqualTo("STOPPED");
        SUITE.clock.set("2018-05-20T10:00:00+08:00");
        Answer withdrawn = SUITE.command(merchant, opened, "withdraw", CaseSuite.NOTHING);

        // four of fourteen days are left
        JsonObject window = withdrawn.json().getJsonObject("window");
        assertThat(window.getString("status")).isEqualTo("RUNNING");
        assertThat(window.getString("closesAt")).isEqualTo("2018-05-24T02:00:00Z");
        assertThat(SUITE.published.types(window(penalty))).containsExactly("AppealWindowOpened");
        SUITE.clock.set("2018-05-24T10:00:00+08:00");
        SUITE.published.await(window(penalty), "AppealWindowClosed");
    }

    private static String window(Penalty penalty) {
        return penalty.id() + ":window";
    }
}
