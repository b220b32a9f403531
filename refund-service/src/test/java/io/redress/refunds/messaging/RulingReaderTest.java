package io.redress.refunds.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.messaging.IncomingEvent;
import io.redress.kit.messaging.PoisonEvent;
import io.redress.refunds.domain.ClaimKind;
import io.redress.refunds.domain.ClaimOrder;
import io.redress.refunds.domain.Money;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulingReaderTest {
    @Test
    void money_lines_are_read_and_other_lines_left_alone() {
        JsonObject points = line().put("owner", "penalties").put("kind", "POINTS");
        JsonObject ruling = ruling(points);
        ruling.getJsonArray("effects").add(line());

        assertThat(RulingReader.orders(event(ruling)))
                .containsExactly(
                        new ClaimOrder("clm_1", "eff_1", "m-1", "cas_1", "rul_1", "pen_1", new Money(450_000, "CNY")));
    }

    @ParameterizedTest
    @CsvSource({"COMPENSATION,COMPENSATION", "FEE_RELIEF,GOODWILL"})
    void a_request_that_is_granted_makes_a_claim_of_its_own_kind_without_a_penalty(String caseKind, ClaimKind kind) {
        JsonObject ruling = ruling(line()).put("kind", caseKind);
        ruling.remove("penaltyId");

        assertThat(RulingReader.orders(event(ruling)))
                .containsExactly(new ClaimOrder(
                        kind, "clm_1", "eff_1", "m-1", "cas_1", "rul_1", Optional.empty(), new Money(450_000, "CNY")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOP_TRANSFER", "COMPLAINT", "LOTTERY"})
    void money_ordered_in_a_case_that_is_not_about_money_is_poison(String caseKind) {
        JsonObject ruling = ruling(line()).put("kind", caseKind);

        assertThatThrownBy(() -> RulingReader.orders(event(ruling))).isInstanceOf(PoisonEvent.class);
    }

    @Test
    void a_ruling_without_effects_orders_nothing() {
        assertThat(RulingReader.orders(event(new JsonObject()))).isEmpty();
    }

    @Test
    void an_amount_may_be_a_number_as_well() {
        JsonObject line = line();
        line.getJsonObject("target").put("amountMinor", 450_000);

        assertThat(RulingReader.orders(event(ruling(line))).get(0).amount()).isEqualTo(new Money(450_000, "CNY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4500.00", "4.5e5", "", "9223372036854775808", "many"})
    void what_is_no_amount_in_minor_units_is_poison(String amount) {
        JsonObject line = line();
        line.getJsonObject("target").put("amountMinor", amount);

        assertThatThrownBy(() -> RulingReader.orders(event(ruling(line)))).isInstanceOf(PoisonEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"effectId", "subject", "target"})
    void a_money_line_that_lacks_something_is_poison(String member) {
        JsonObject line = line();
        line.remove(member);

        assertThatThrownBy(() -> RulingReader.orders(event(ruling(line)))).isInstanceOf(PoisonEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchantId", "caseId", "rulingId", "penaltyId"})
    void a_ruling_that_does_not_say_whose_money_it_is_is_poison(String member) {
        JsonObject ruling = ruling(line());
        ruling.remove(member);

        assertThatThrownBy(() -> RulingReader.orders(event(ruling))).isInstanceOf(PoisonEvent.class);
    }

    private static JsonObject line() {
        return new JsonObject()
                .put("effectId", "eff_1")
                .put("owner", "refunds")
                .put("kind", "CLAIM")
                .put("subject", "clm_1")
                .put("target", new JsonObject().put("amountMinor", "450000").put("currency", "CNY"));
    }

    private static JsonObject ruling(JsonObject line) {
        return new JsonObject()
                .put("merchantId", "m-1")
                .put("caseId", "cas_1")
                .put("rulingId", "rul_1")
                .put("penaltyId", "pen_1")
                .put("effects", new JsonArray().add(line));
    }

    private static IncomingEvent event(JsonObject data) {
        return new IncomingEvent(
                "cases.events.v1",
                "cas_1",
                "evt_1",
                "RulingIssued",
                "case-service",
                "cas_1",
                1,
                1,
                Instant.EPOCH,
                "adj-1",
                "req-1",
                Optional.empty(),
                data,
                Optional.empty());
    }
}
