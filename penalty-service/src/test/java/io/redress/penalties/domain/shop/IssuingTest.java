package io.redress.penalties.domain.shop;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A delivery is of one statement of one penalty, and the first one counts. */
class IssuingTest {

    private final ShopScenario shop = new ShopScenario();
    private final String id = shop.propose("2018-04-01", charge("S-02", "l-1", "2018-03-01"));
    private final String statement =
            shop.penalty(id).statement().map(Statement::id).orElseThrow();

    @Test
    void a_delivery_is_told_with_its_instant() {
        ShopChange change = delivered(id, statement).orElseThrow();

        assertThat(EventLines.of(change)).containsExactly("StatementDelivered " + id + " PROPOSED 24");
        assertThat(((ShopEvent.StatementDelivered) change.events().get(0))
                        .statement()
                        .deliveredAt())
                .contains(at("2018-04-03"));
    }

    @Test
    void a_delivery_of_another_statement_or_penalty_is_none() {
        assertThat(delivered(id, "sta_elsewhere")).isEmpty();
        assertThat(delivered("pen_elsewhere", statement)).isEmpty();
    }

    @Test
    void a_second_delivery_changes_nothing() {
        shop.take(delivered(id, statement));

        assertThat(delivered(id, statement)).isEmpty();
    }

    private Optional<ShopChange> delivered(String penaltyId, String statementId) {
        return Issuing.delivered(shop.file(), penaltyId, statementId, at("2018-04-03"));
    }
}
