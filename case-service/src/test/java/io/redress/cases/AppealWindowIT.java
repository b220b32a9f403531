package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
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
