package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcentrationTest {

    private static final Concentration HALF_OF_FOUR = new Concentration(Duration.ofDays(90), 50, 4);

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"3, 3, false", "2, 4, false", "3, 4, true", "3, 5, true", "3, 6, false", "4, 7, true", "0, 9, false"})
    void a_merchant_takes_too_much_above_the_share_from_so_many_cases_on(long ofMerchant, long ofAll, boolean tooMuch) {
        assertThat(HALF_OF_FOUR.exceededBy(ofMerchant, ofAll)).isEqualTo(tooMuch);
    }
}
