package io.redress.cases.app.clock;

import io.redress.cases.domain.clock.CaseHistory;
import io.redress.cases.domain.clock.ClockKind;
import io.redress.cases.domain.clock.ClockRules;
import io.redress.cases.domain.clock.KeptClock;
import io.redress.kit.command.Revision;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Histories of cases as their clocks see them, and what is kept of the clocks. */
public interface ClockFiles {

    /** Deadline at which the clocks of a case are to be looked at; subject is the case. */
    String LOOK = "case-clocks";

    /**
     * How long after a step the clocks are looked at, at the latest. What comes in between is told with that look, so
     * that a case which moves through several steps at once is looked at once.
     */
    Duration LOOK_AFTER = Duration.ofMinutes(15);

    /** What is kept of the clocks of a case; {@link Revision#NEW} before the first look. */
    record Kept(Revision revision, List<KeptClock> clocks) {}

    /** What clocks of one department and kind a report asks about: those settled from {@code since} to {@code until}. */
    record Asked(Optional<String> team, Instant since, Instant until) {}

    /**
     * One line of a report.
     *
     * @param met done in time
     * @param lapsed not done in time
     * @param undone of those, how many are still to be done
     * @param median business time of those that are done
     */
    record Line(
            String team, ClockKind kind, long settled, long met, long lapsed, long undone, Optional<Duration> median) {}

    Future<Optional<CaseHistory>> history(Tx tx, String caseId);

    /** The policy in force when the case was opened, and the calendars there were from then to {@code asOf}. */
    Future<ClockRules> rules(Tx tx, CaseHistory history, Instant asOf);

    /** The heads of departments, as the organisation is now. */
    Future<Map<String, String>> heads(Tx tx, List<String> departments);

    /** Of those, the ones who may know of the case: what a restricted queue hides from them they are not told of. */
    Future<Map<String, String>> headsToTell(Tx tx, String caseId, List<String> departments);

    Future<Kept> kept(Tx tx, String caseId);

    /**
     * Writes those that differ, guarded by the revision, and when to look again.
     *
     * @param dueBy when what the case waits for is, or was, to be done; lists are ordered by it
     */
    Write keep(
            String caseId,
            Kept before,
            List<KeptClock> after,
            Recorded recorded,
            Optional<Instant> dueBy,
            Optional<Instant> lookAgainAt);

    /** Nothing has changed; only when to look again. */
    Write lookAgain(String caseId, Instant at);

    /** By team and kind, one more than {@code limit} when there is more; behind this team and kind. */
    Future<List<Line>> report(Tx tx, Asked asked, int limit, String afterTeam, String afterKind);
}
