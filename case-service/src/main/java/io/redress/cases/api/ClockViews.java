package io.redress.cases.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.cases.app.clock.ClockFiles.Line;
import io.redress.cases.domain.clock.CaseClocks;
import io.redress.cases.domain.clock.Clock;
import io.redress.cases.domain.clock.ClockKind;
import io.redress.cases.domain.clock.ClockState;
import io.redress.cases.domain.clock.Hold;
import io.redress.cases.domain.clock.HolderRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Clocks as one person sees them; the merchant's side sees roles, neither departments nor people. */
final class ClockViews {

    record PauseView(Instant from, Optional<Instant> to) {}

    record UsedView(int percent, Instant at) {}

    record ClockView(
            ClockKind clock,
            int round,
            HolderRole role,
            Optional<String> team,
            ClockState state,
            Instant startedAt,
            Duration length,
            Duration elapsed,
            Optional<Instant> dueBy,
            boolean pastDue,
            Optional<Instant> lapsedAt,
            Optional<Instant> endedAt,
            List<PauseView> pauses,
            List<UsedView> used,
            Optional<Instant> nextAt) {

        static ClockView of(Clock clock, boolean rolesOnly) {
            return new ClockView(
                    clock.kind(),
                    clock.round(),
                    clock.kind().role(),
                    clock.team().filter(team -> !rolesOnly),
                    clock.state(),
                    clock.startedAt(),
                    clock.length(),
                    clock.elapsed(),
                    clock.doneBy(),
                    clock.pastDue(),
                    clock.lapsedAt(),
                    clock.endedAt(),
                    clock.pauses().stream()
                            .map(pause -> new PauseView(pause.from(), pause.to()))
                            .toList(),
                    clock.marks().stream()
                            .map(mark -> new UsedView(mark.percent(), mark.at()))
                            .toList(),
                    clock.nextMarkAt());
        }
    }

    record HoldView(
            HolderRole role,
            Optional<String> team,
            Optional<String> person,
            Instant from,
            Optional<Instant> to,
            Optional<Instant> until,
            Duration businessTime) {

        static HoldView of(Hold hold, boolean rolesOnly) {
            return new HoldView(
                    hold.role(),
                    hold.team().filter(team -> !rolesOnly),
                    hold.person().filter(person -> !rolesOnly),
                    hold.from(),
                    hold.to(),
                    hold.until(),
                    hold.businessTime());
        }
    }

    record LineView(
            String team, ClockKind clock, long settled, long met, long lapsed, long undone, Optional<Duration> median) {

        static LineView of(Line line) {
            return new LineView(
                    line.team(), line.kind(), line.settled(), line.met(), line.lapsed(), line.undone(), line.median());
        }
    }

    /** A case with whom it lies now and until when. */
    record CaseNow(
            @JsonUnwrapped CaseView seen, Optional<HolderRole> heldBy, Optional<Instant> dueBy, boolean pastDue) {

        static CaseNow of(CaseView seen, CaseClocks clocks) {
            Optional<Clock> current = clocks.current();
            return new CaseNow(
                    seen,
                    clocks.holder().map(Hold::role),
                    current.flatMap(Clock::doneBy),
                    current.map(Clock::pastDue).orElse(false));
        }
    }

    private ClockViews() {}
}
