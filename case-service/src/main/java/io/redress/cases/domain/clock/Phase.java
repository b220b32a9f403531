package io.redress.cases.domain.clock;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of a case's life in which it waits for one thing.
 *
 * @param person who has it to do, where it is one
 * @param to empty while it lasts
 * @param by until when it is waited for, or is to be done, where no clock says so
 */
record Phase(
        Waiting waiting,
        HolderRole role,
        Optional<String> person,
        Instant from,
        Optional<Instant> to,
        Optional<Instant> by) {

    /** What a case waits for. */
    enum Waiting {
        FOR_ADVOCATE,
        FOR_BRIEF,
        /** The advocate has asked, and needs an answer to go on. */
        FOR_MERCHANT,
        FOR_ADJUDICATOR,
        FOR_ANSWER,
        FOR_REPLIES,
        FOR_RULING,
        /** The ruling depends on conditions that are neither fulfilled nor lapsed. */
        FOR_CONDITIONS,
        FOR_EFFECTS;

        /** True while the other side is waited for, in which this clock does not run. */
        boolean pauses(ClockKind clock) {
            return switch (this) {
                case FOR_MERCHANT -> clock == ClockKind.FIRST_RESPONSE;
                case FOR_ANSWER, FOR_REPLIES -> clock == ClockKind.RULING;
                case FOR_ADVOCATE, FOR_BRIEF, FOR_ADJUDICATOR, FOR_RULING, FOR_CONDITIONS, FOR_EFFECTS -> false;
            };
        }

        /** The clock that says until when; empty where none does. */
        Optional<ClockKind> clock() {
            return switch (this) {
                case FOR_ADVOCATE, FOR_BRIEF, FOR_MERCHANT -> Optional.of(ClockKind.FIRST_RESPONSE);
                case FOR_ADJUDICATOR, FOR_RULING -> Optional.of(ClockKind.RULING);
                case FOR_ANSWER -> Optional.of(ClockKind.ANSWER);
                case FOR_REPLIES -> Optional.of(ClockKind.REPLY);
                case FOR_CONDITIONS, FOR_EFFECTS -> Optional.empty();
            };
        }
    }

    Phase until(Instant end) {
        return new Phase(waiting, role, person, from, Optional.of(end), by);
    }

    boolean sameAs(Phase other) {
        return waiting == other.waiting && role == other.role && person.equals(other.person);
    }
}
