package io.redress.penalties.domain.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The fixed sentences of a statement of reasons, in Berlin. */
class StatementWordingTest {

    private static final Instant NOON = Instant.parse("2018-07-01T10:00:00Z");
    private static final Instant ONE = Instant.parse("2018-07-01T11:00:00Z");

    private final StatementWording zh = new StatementWording.Zh(ZoneId.of("Europe/Berlin"));
    private final StatementWording en = new StatementWording.En(ZoneId.of("Europe/Berlin"));

    @Test
    void the_heading_says_the_points_and_whether_the_penalty_is_older_than_the_system() {
        assertThat(zh.heading("pen_1", "s-1", 12, false)).isEqualTo("处罚告知书 pen_1(店铺 s-1):共扣 12 分。");
        assertThat(zh.heading("pen_1", "s-1", 12, true))
                .isEqualTo("处罚告知书 pen_1(店铺 s-1):共扣 12 分。本处罚在接入本系统之前已经生效,现补发告知书。");
        assertThat(en.heading("pen_1", "s-1", 12, false))
                .isEqualTo("Statement of reasons pen_1 (shop s-1): 12 points in all.");
        assertThat(en.heading("pen_1", "s-1", 12, true))
                .isEqualTo(
                        "Statement of reasons pen_1 (shop s-1): 12 points in all. This penalty was in force before it"
                                + " was taken into this system; the statement is issued now.");
    }

    @Test
    void an_act_of_one_instant_has_one_time_and_another_has_two() {
        assertThat(zh.act(NOON, NOON)).isEqualTo("行为时间:2018-07-01 12:00:00 +02:00 Europe/Berlin");
        assertThat(zh.act(NOON, ONE))
                .isEqualTo("行为时间:2018-07-01 12:00:00 +02:00 Europe/Berlin 至 2018-07-01 13:00:00 +02:00 Europe/Berlin");
        assertThat(en.act(NOON, NOON)).isEqualTo("Time of the act: 2018-07-01 12:00:00 +02:00 Europe/Berlin");
        assertThat(en.act(NOON, ONE))
                .isEqualTo("Time of the act: 2018-07-01 12:00:00 +02:00 Europe/Berlin to 2018-07-01 13:00:00 +02:00"
                        + " Europe/Berlin");
    }

    @Test
    void what_the_act_was_about_is_named_in_chinese_too() {
        assertThat(zh.orders()).isEqualTo("涉及订单:");
        assertThat(zh.listings()).isEqualTo("涉及商品:");
        assertThat(zh.objects()).isEqualTo("处罚对象:");
        assertThat(zh.amount(new Facts.Amount(123_450, "CNY"))).isEqualTo("涉及金额:1234.50 CNY");
        assertThat(zh.count(40)).isEqualTo("涉及数量:40");
        assertThat(zh.territory("CN")).isEqualTo("适用地域:CN");
    }

    @Test
    void a_measure_has_its_days_or_no_end() {
        assertThat(zh.measure("屏蔽店铺", OptionalInt.of(7))).isEqualTo("措施:屏蔽店铺,7 天");
        assertThat(zh.measure("查封店铺", OptionalInt.empty())).isEqualTo("措施:查封店铺,无固定期限");
    }

    @Test
    void notice_ends_at_its_instant_and_the_facts_may_be_clarified_until_then() {
        assertThat(zh.notice(NOON))
                .isEqualTo("提前通知:上述处罚不早于 2018-07-01 12:00:00 +02:00 Europe/Berlin 生效。在此之前,您可就事实作一次说明,说明未获答复前处罚不生效。");
        assertThat(en.notice(NOON))
                .isEqualTo("Advance notice: the penalty does not enter into force before 2018-07-01 12:00:00 +02:00"
                        + " Europe/Berlin. Until then you may clarify the facts once; it does not enter into force before"
                        + " that is answered.");
    }

    @Test
    void what_machines_did_is_said_of_detection_and_decision() {
        assertThat(zh.automation(true, false)).isEqualTo("自动化手段:用于发现:是;用于决定:否");
        assertThat(zh.automation(false, true)).isEqualTo("自动化手段:用于发现:否;用于决定:是");
        assertThat(en.automation(true, false)).isEqualTo("Automated means: for detection: yes; for the decision: no");
        assertThat(en.automation(false, true)).isEqualTo("Automated means: for detection: no; for the decision: yes");
    }
}
