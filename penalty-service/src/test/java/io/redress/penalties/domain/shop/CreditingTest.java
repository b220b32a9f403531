package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.points.Credit;
import org.junit.jupiter.api.Test;

/** What a credit writes and tells, and what it leaves alone. */
class CreditingTest {

    private final ShopScenario shop = new ShopScenario();

    @Test
    void a_credit_is_told_with_what_is_left_of_the_bucket() {
        shop.inForce("2018-03-01", charge("G-05", "l-1", "2018-02-28"));

        ShopChange change = Crediting.credit(
                        shop.file(), new Crediting.Earned("prg_1", "ver_1", 4, 6), shop.ids(), at("2018-03-02"))
                .orElseThrow();

        ShopEvent.PointsCredited told =
                (ShopEvent.PointsCredited) change.events().get(0);
        assertThat(change.events()).hasSize(1);
        assertThat(told.subject()).isEqualTo("s-1:GENERAL");
        assertThat(told.tally()).isEqualTo(8);
        assertThat(change.credits()).containsExactly(told.credit());
        Credit credit = told.credit();
        assertThat(credit.id()).startsWith("crd_");
        assertThat(credit.bucket()).isEqualTo("GENERAL");
        assertThat(credit.programmeId()).isEqualTo("prg_1");
        assertThat(credit.verificationId()).isEqualTo("ver_1");
        assertThat(credit.points()).isEqualTo(4);
        assertThat(credit.bookedAt()).isEqualTo(at("2018-03-02"));
        assertThat(credit.behindBooking()).isEqualTo(1);
    }

    @Test
    void a_credit_takes_nothing_off_another_bucket() {
        shop.inForce("2018-03-01", charge("G-05", "l-1", "2018-02-28"));
        shop.inForce("2018-03-01", charge("S-03", "l-2", "2018-02-28", 7, "volume"));

        shop.credit(4, 6, "2018-03-02");

        assertThat(shop.tally("GENERAL", "2018-03-02")).isEqualTo(8);
        assertThat(shop.tally("SERIOUS", "2018-03-02")).isEqualTo(7);
    }
}
