package io.redress.penalties.domain.rulebook;

import java.util.List;

/** The points a clause carries. */
public sealed interface Tariff {

    /** The server derives the points; a caller need not name them. */
    record Fixed(int points) implements Tariff {
        public Fixed {
            if (points < 1) {
                throw new IllegalArgumentException("a tariff is at least 1");
            }
        }
    }

    /** The caller picks, and says which factors led him there. Bounds inclusive. */
    record Range(int min, int max, List<String> factors) implements Tariff {
        public Range {
            if (min < 1 || max < min) {
                throw new IllegalArgumentException("a range runs from at least 1 upwards");
            }
            factors = List.copyOf(factors);
        }
    }

    /** The most this tariff can give. */
    default int highest() {
        return this instanceof Fixed fixed ? fixed.points() : ((Range) this).max();
    }
}
