package io.redress.penalties.domain.rulebook;

import io.redress.penalties.domain.PenaltyRefusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything for which a version of the rules cannot be published, found at once, in the order of the document. What
 * the contract's schema refuses by itself is not looked for again.
 */
public final class RulebookCheck {

    private RulebookCheck() {}

    /** What contradicts itself in the rules, whatever their dates and whatever other versions there are. */
    public static List<RulebookProblem> ofContent(RulebookForm form) {
        List<RulebookProblem> problems = new ArrayList<>();
        Set<String> buckets =
                form.clauses().stream().map(RulebookForm.ClausePart::bucket).collect(Collectors.toSet());
        settings(form, buckets, problems);
        ThresholdCheck.collect(form, buckets, problems);
        MeasureCheck.collect(form, problems);
        ClauseCheck.collect(form, problems);
        return List.copyOf(problems);
    }

    /**
     * What stands against the dates: the notice period, and the versions that are registered. A higher number is
     * effective later, so that at each instant one version is in force and none ever comes back.
     */
    public static List<RulebookProblem> ofDates(RulebookForm form, Rulebooks registered) {
        List<RulebookProblem> problems = new ArrayList<>();
        Instant earliest = form.publishedAt().plus(Duration.ofDays(form.noticeDays()));
        if (form.effectiveFrom().isBefore(earliest)) {
            problems.add(new RulebookProblem(
                    PenaltyRefusal.NOTICE_PERIOD_TOO_SHORT,
                    "/effectiveFrom",
                    "before the end of the notice period, " + earliest));
        }
        for (Rulebook other : registered.inOrder()) {
            if (other.version() != form.version()
                    && !inOrder(form.version(), form.effectiveFrom(), other.version(), other.effectiveFrom())) {
                problems.add(new RulebookProblem(
                        PenaltyRefusal.EFFECTIVE_DATES_OVERLAP,
                        "/effectiveFrom",
                        "version " + other.version() + " is effective from " + other.effectiveFrom()
                                + "; a higher number is effective later"));
            }
        }
        return List.copyOf(problems);
    }

    private static boolean inOrder(int version, Instant effective, int other, Instant otherEffective) {
        return version < other ? effective.isBefore(otherEffective) : effective.isAfter(otherEffective);
    }

    private static void settings(RulebookForm form, Set<String> buckets, List<RulebookProblem> problems) {
        try {
            ZoneId.of(form.zone());
        } catch (DateTimeException e) {
            problems.add(RulebookProblem.invalid("/zone", "no zone of this name is known"));
        }
        try {
            form.reset().lastDay();
        } catch (DateTimeException e) {
            problems.add(RulebookProblem.invalid("/reset/at", "no such day"));
        }
        if (form.lookBack().isZero()) {
            problems.add(
                    RulebookProblem.invalid("/cureLookBack", "an earlier breach is remembered for at least a day"));
        }
        String rolling = form.reset().rolling();
        if (rolling != null && Period.parse(rolling).isZero()) {
            problems.add(RulebookProblem.invalid("/reset/rolling", "an entry counts for at least a day"));
        }
        RulebookForm.CarryPart carry = form.reset().carryOver();
        if (rolling != null && carry != null) {
            problems.add(
                    RulebookProblem.invalid("/reset/carryOver", "points that expire one by one are not carried over"));
        }
        if (carry != null && !buckets.contains(carry.bucket())) {
            problems.add(
                    RulebookProblem.invalid("/reset/carryOver/bucket", "no clause counts in bucket " + carry.bucket()));
        }
        if (carry != null && carry.whenTallyFrom() >= carry.whenTallyBelow()) {
            problems.add(RulebookProblem.invalid("/reset/carryOver/whenTallyBelow", "not above whenTallyFrom"));
        }
        if (Duration.parse(form.closureByAccumulation().advanceNotice()).isZero()) {
            problems.add(RulebookProblem.invalid(
                    "/closureByAccumulation/advanceNotice", "a closure is announced before it begins"));
        }
    }
}
