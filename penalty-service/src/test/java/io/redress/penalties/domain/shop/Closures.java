package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.charge;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.WithoutNotice;
import io.redress.penalties.domain.rulebook.Text;

/** Ways in which the sample rules close a shop. */
final class Closures {

    /** A reason for which a closure begins without notice. */
    static final WithoutNotice BY_LAW = new WithoutNotice("LEGAL_OBLIGATION", new Text("依法", "by law"));

    private Closures() {}

    /** Two final decisions of 24 for counterfeits, the second in force on 11 May and a closure due on 12 June; answers it. */
    static String byTwo(ShopScenario shop) {
        String first = shop.inForce("2018-04-01", charge("C-01", "l-1", "2018-03-01"));
        shop.deliver(first, "2018-04-02");
        String second = shop.propose("2018-04-10", charge("C-01", "l-2", "2018-04-05"));
        shop.approve(second, "enf-lead", "2018-04-11");
        shop.store(second, "2018-04-11");
        shop.windowOver(second, "2018-05-11");
        shop.finalise(first, "2018-05-12");
        shop.finalise(second, "2018-05-13");
        return second;
    }
}
