package io.redress.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest(name = "sequence {0} after {1}, dead letter of the key: {2} -> {3}")
    @CsvSource({
        "1, 0, false, NEXT",
        "2, 0, false, GAP",
        "5, 4, false, NEXT",
        "4, 4, false, DUPLICATE",
        "3, 4, false, DUPLICATE",
        "6, 4, false, GAP",
        "5, 4, true, BLOCKED",
        "6, 4, true, BLOCKED",
        "4, 4, true, DUPLICATE"
    })
    void an_event_stands(long sequence, long lastHandled, boolean keyHasDeadLetter, Place place) {
        assertThat(Place.of(sequence, lastHandled, keyHasDeadLetter)).isEqualTo(place);
    }
}
