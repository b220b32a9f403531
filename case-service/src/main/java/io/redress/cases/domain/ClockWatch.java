package io.redress.cases.domain;

import java.util.List;

/**
 * When those who hold a case are warned, and which departments they belong to.
 *
 * @param warnAt percent of a clock's time, below 100, in rising order; that it has lapsed is told in any case
 * @param advocacyTeam department that is charged with a first response
 * @param adjudicationTeam department that is charged with a ruling
 */
public record ClockWatch(List<Integer> warnAt, String advocacyTeam, String adjudicationTeam) {

    private static final int ALL = 100;

    /** While no policy says otherwise. */
    public static final ClockWatch DEFAULT = new ClockWatch(List.of(50, 80, ALL), "advocacy", "adjudication");

    public ClockWatch {
        warnAt = warnAt.stream()
                .filter(percent -> percent > 0 && percent < ALL)
                .sorted()
                .distinct()
                .toList();
    }
}
