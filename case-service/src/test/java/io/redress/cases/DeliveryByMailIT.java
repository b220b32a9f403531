package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What starts an appeal window besides reading, and what keeps it from starting. */
class DeliveryByMailIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private Penalty penalty;

    @BeforeEach
    void aStatementIsIssued() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        penalty = SUITE.penalty();
        SUITE.statement(penalty);
    }

    @Test
    void theMerchantsMailServerTakingTheStatementStartsTheWindowAndReadingLaterDoesNotMoveIt() {
        SUITE.clock.set("2018-04-20T11:00:00+08:00");
        SUITE.carried(penalty, "NoticeAccepted", "EMAIL");
        JsonObject opened = SUITE.published.await(window(), "AppealWindowOpened");
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
        SUITE.read(penalty);

        assertThat(opened.getJsonObject("data").getString("deliveredAt")).isEqualTo("2018-04-20T03:00:00Z");
        assertThat(opened.getJsonObject("data").getString("closesAt")).isEqualTo("2018-05-04T03:00:00Z");
        assertThat(closesAt()).isEqualTo("2018-05-04T03:00:00Z");
        assertThat(SUITE.published.types(window())).containsExactly("AppealWindowOpened");
    }

    @Test
    void aTextMessageStartsNothing() {
        SUITE.carried(penalty, "NoticeAccepted", "SMS");
        SUITE.clock.set("2018-04-20T12:00:00+08:00");
        SUITE.read(penalty);

        JsonObject opened = SUITE.published.await(window(), "AppealWindowOpened");

        assertThat(opened.getJsonObject("data").getString("deliveredAt")).isEqualTo("2018-04-20T04:00:00Z");
    }

    @Test
    void aStatementThatCameBackIsNotDeemedDeliveredAndItsReadingStartsTheWindow() {
        Penalty other = SUITE.penalty();
        SUITE.statement(other);
        CaseSuite.awaitStatement(other);
        String caseOfPenalty = CaseSuite.awaitStatement(penalty);
        SUITE.carried(penalty, "NoticeBounced", "EMAIL");
        Awaitility.await("bounce is known").atMost(Duration.ofSeconds(30)).until(() -> SUITE.merchant(
                        penalty.merchantId())
                .get(caseOfPenalty)
                .json()
                .getJsonObject("window")
                .containsKey("bouncedAt"));

        SUITE.clock.set("2018-04-24T10:00:00+08:00");
        SUITE.published.await(other.id() + ":window", "AppealWindowOpened");
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        assertThat(SUITE.published.types(window())).isEmpty();
        SUITE.read(penalty);

        JsonObject opened = SUITE.published.await(window(), "AppealWindowOpened");
        assertThat(opened.getJsonObject("data").getString("deliveredAt")).isEqualTo("2018-04-26T02:00:00Z");
        assertThat(opened.getJsonObject("data").getString("closesAt")).isEqualTo("2018-05-10T02:00:00Z");
    }

    @Test
    void aBounceAfterDeliveryChangesNothing() {
        SUITE.read(penalty);
        SUITE.carried(penalty, "NoticeBounced", "EMAIL");
        SUITE.clock.set("2018-05-04T10:00:00+08:00");

        JsonObject closed = SUITE.published.await(window(), "AppealWindowClosed");

        assertThat(closed.getJsonObject("data").getString("closesAt")).isEqualTo("2018-05-04T02:00:00Z");
    }

    private String closesAt() {
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer opened = SUITE.open(merchant, penalty);
        return opened.json().getJsonObject("window").getString("closesAt");
    }

    private String window() {
        return penalty.id() + ":window";
    }
}
