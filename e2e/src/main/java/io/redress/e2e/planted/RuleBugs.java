package io.redress.e2e.planted;

import io.redress.quickstart.suite.ServiceName;
import java.util.List;
import java.util.Set;

/** Where points and money are counted. */
final class RuleBugs {

    private static final String SHOPS = "io.redress.penalties.store.PgShopFiles";

    private RuleBugs() {}

    static List<Planted> all() {
        return List.of(
                Planted.of(
                        "bucket-not-locked",
                        "two penalties of a shop that are proposed at once do not see each other, and each has a cap of its own",
                        Exposure.SLOW_POSTGRES,
                        "^I3: .*two decisions where there should be one",
                        Set.of(ServiceName.PENALTIES),
                        Edit.of(
                                "penalty-service",
                                SHOPS,
                                "ORDER BY shop_id, bucket FOR UPDATE",
                                "ORDER BY shop_id, bucket"),
                        Edit.of("penalty-service", SHOPS, "ORDER BY s.id FOR UPDATE OF s", "ORDER BY s.id")),
                Planted.of(
                        "ledger-leg-dropped",
                        "of each entry one leg does not reach its account",
                        Exposure.WORKLOAD,
                        "^I2: ",
                        Set.of(ServiceName.REFUNDS),
                        Edit.of(
                                "refund-service",
                                "io.redress.refunds.store.PgLedger",
                                "WHERE account.id = changed.id",
                                "WHERE account.id = changed.id AND changed.id = ($1::text[])[1]")),
                Planted.of(
                        "effect-applied-twice",
                        "a ruling's money is booked again, under other ids, as if it had not been",
                        Exposure.WORKLOAD,
                        "^I[27]: ",
                        Set.of(ServiceName.REFUNDS),
                        Edit.of(
                                "refund-service",
                                "io.redress.refunds.app.BookClaims",
                                "if (!answered) { found.add(order); }",
                                """
                                found.add(order);
                                found.add(new ClaimOrder(
                                        order.kind(),
                                        ids.next("clm"),
                                        ids.next("eff"),
                                        order.merchantId(),
                                        order.caseId(),
                                        order.rulingId(),
                                        order.penaltyId(),
                                        order.amount()));""")));
    }
}
