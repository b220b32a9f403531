package io.redress.cases.domain.clock;

import io.redress.cases.domain.clock.Clock.Mark;
import java.time.Instant;
import java.util.Optional;

/**
 * A part of a clock's time, or all of it, is used up, and those named are told; nobody is named twice.
 *
 * @param percent 100 when it has lapsed
 * @param at when that was
 * @param dueAt when its time is, or was, up
 * @param holder who holds the case: the person, else the head of the department
 * @param head of the department that is charged, once the clock has lapsed
 * @param advocate where it is the merchant's side that is waited for, or that learns that a time has lapsed
 * @param adjudicator where the case goes on without what was waited for
 */
public record ClockAlarm(
        ClockKind clock,
        int round,
        HolderRole role,
        Optional<String> team,
        int percent,
        Instant startedAt,
        Instant at,
        Instant dueAt,
        Optional<String> holder,
        Optional<String> head,
        Optional<String> advocate,
        Optional<String> adjudicator) {

    public boolean lapse() {
        return percent >= Mark.ALL;
    }
}
