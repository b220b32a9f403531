package io.redress.quickstart.story;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A story's dates, shifted by the smallest whole number of years that puts them all after now, so that a story can be
 * told again on a suite whose clock only goes forward.
 */
public final class Timeline {

    private final Map<String, OffsetDateTime> dates;
    private final int years;

    private Timeline(Map<String, OffsetDateTime> dates, int years) {
        this.dates = dates;
        this.years = years;
    }

    public static Timeline after(Instant now, Map<String, OffsetDateTime> told) {
        int years = 0;
        while (!allAfter(now, told, years)) {
            years++;
        }
        Map<String, OffsetDateTime> shifted = new LinkedHashMap<>();
        for (Map.Entry<String, OffsetDateTime> date : told.entrySet()) {
            shifted.put(date.getKey(), date.getValue().plusYears(years));
        }
        return new Timeline(shifted, years);
    }

    private static boolean allAfter(Instant now, Map<String, OffsetDateTime> told, int years) {
        return told.values().stream()
                .allMatch(date -> date.plusYears(years).toInstant().isAfter(now));
    }

    /** How many years the dates were moved. */
    public int years() {
        return years;
    }

    /** @throws IllegalArgumentException if the story names no such date */
    public OffsetDateTime at(String name) {
        OffsetDateTime date = dates.get(name);
        if (date == null) {
            throw new IllegalArgumentException("no date " + name + " in the story");
        }
        return date;
    }
}
