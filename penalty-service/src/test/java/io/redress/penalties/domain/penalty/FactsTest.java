package io.redress.penalties.domain.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.rulebook.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merchant is told about what it did. */
class FactsTest {

    private static final Optional<Text> A_FACT = Optional.of(new Text("事实", "a fact"));
    private static final Optional<Facts.Amount> AN_AMOUNT = Optional.of(new Facts.Amount(450_000, "CNY"));

    @ParameterizedTest
    @CsvSource({
        "123450, CNY, 1234.50 CNY",
        "5, EUR, 0.05 EUR",
        "1234, JPY, 1234 JPY",
        "1234, KWD, 1.234 KWD",
        // gold has no minor units, and QQQ is no currency
        "1234, XAU, 1234 XAU",
        "1234, QQQ, 1234 QQQ"
    })
    void an_amount_has_the_decimals_of_its_currency(long minor, String currency, String text) {
        assertThat(new Facts.Amount(minor, currency).text()).isEqualTo(text);
    }

    @Test
    void one_fact_of_any_sort_is_something() {
        assertThat(facts(Optional.empty(), List.of(), List.of(), Optional.empty(), OptionalInt.empty()))
                .isTrue();
        assertThat(facts(A_FACT, List.of(), List.of(), Optional.empty(), OptionalInt.empty()))
                .isFalse();
        assertThat(facts(Optional.empty(), List.of("o-1"), List.of(), Optional.empty(), OptionalInt.empty()))
                .isFalse();
        assertThat(facts(Optional.empty(), List.of(), List.of("l-1"), Optional.empty(), OptionalInt.empty()))
                .isFalse();
        assertThat(facts(Optional.empty(), List.of(), List.of(), AN_AMOUNT, OptionalInt.empty()))
                .isFalse();
        assertThat(facts(Optional.empty(), List.of(), List.of(), Optional.empty(), OptionalInt.of(3)))
                .isFalse();
    }

    private static boolean facts(
            Optional<Text> description,
            List<String> orders,
            List<String> listings,
            Optional<Facts.Amount> amount,
            OptionalInt count) {
        return new Facts(description, orders, listings, amount, count).empty();
    }
}
