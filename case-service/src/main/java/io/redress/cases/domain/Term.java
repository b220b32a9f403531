package io.redress.cases.domain;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;

/**
 * A length of time from policy data: business days ({@code 2B}) or ISO 8601 ({@code P14D}, {@code P1Y}, {@code PT2H}).
 *
 * @param businessDays 0 unless it counts business days
 * @param period calendar days, months, years
 * @param time hours and less
 */
public record Term(int businessDays, Period period, Duration time) {

    private static final int MAX_BUSINESS_DAYS = 999;

    /**
     * Reads a term.
     *
     * @throws IllegalArgumentException when the text is neither form
     */
    public static Term parse(String text) {
        try {
            if (text.endsWith("B")) {
                return businessDays(Integer.parseInt(text.substring(0, text.length() - 1)));
            }
            if (text.startsWith("PT")) {
                return new Term(0, Period.ZERO, Duration.parse(text));
            }
            return new Term(0, Period.parse(text), Duration.ZERO);
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw new IllegalArgumentException("neither business days nor ISO 8601: " + text, unreadable);
        }
    }

    public static Term businessDays(int days) {
        if (days < 0 || days > MAX_BUSINESS_DAYS) {
            throw new IllegalArgumentException("business days out of range: " + days);
        }
        return new Term(days, Period.ZERO, Duration.ZERO);
    }

    @Override
    public String toString() {
        if (businessDays > 0) {
            return businessDays + "B";
        }
        return period.isZero() ? time.toString() : period.toString();
    }
}
