package io.redress.cases;

import io.redress.cases.WalkLife.Condition;
import io.redress.cases.WalkLife.Line;
import io.redress.cases.WalkLife.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What follows a ruling in a walk by itself: conditions, effect lines and the end. */
final class WalkEffects {

    private static final Duration ANSWERED_WITHIN = Duration.ofDays(3);

    /** What a verifier has reported, once and for all: it counts when the ruling comes after it too. */
    private record Report(String kind, String milestoneId, Instant achievedAt) {}

    private final WalkLife life;
    private final List<Report> reports = new ArrayList<>();

    WalkEffects(WalkLife life) {
        this.life = life;
    }

    void ruled(String by, Instant now) {
        life.ruledBy = by;
        life.changed("RULED", "RulingIssued");
        if (life.draft.conditions.isEmpty()) {
            List<Line> lines = life.draft.lines;
            if (lines.stream().anyMatch(line -> line.owner.equals("marketplace"))) {
                life.events.add("ShopTransferOrdered");
            }
            ordered(lines, by, now);
        } else {
            life.status = "CONDITIONAL";
            reports.forEach(report -> fulfil(report));
            settle(by, now);
        }
    }

    private void ordered(List<Line> lines, String by, Instant now) {
        life.lines = lines;
        lines.forEach(line -> line.dueAt = now.plus(ANSWERED_WITHIN));
        life.status = "EXECUTING";
        closeWhenSettled(by);
    }

    private void closeWhenSettled(String by) {
        if (life.lines.stream().allMatch(Line::settled)) {
            life.status = "CLOSED";
            life.endedBy = by;
            life.events.add("CaseClosed");
        }
    }

    /** An owner's answer; once a line is settled it changes nothing. */
    void answered(Line line, String result, String by) {
        if (line.settled()) {
            return;
        }
        line.state = result;
        life.changed(life.status, "EffectConfirmed");
        closeWhenSettled(by);
    }

    void reported(String kind, String milestoneId, Instant achievedAt, Instant now) {
        Report report = new Report(kind, milestoneId, achievedAt);
        reports.add(report);
        if (life.status.equals("CONDITIONAL") && fulfil(report)) {
            life.version++;
            settle("penalty-service", now);
        }
    }

    private boolean fulfil(Report report) {
        Optional<Condition> met = life.draft.conditions.stream()
                .filter(condition -> condition.state.equals("PENDING")
                        && condition.kind.equals(report.kind())
                        && condition.milestoneId.equals(report.milestoneId())
                        && !report.achievedAt().isBefore(life.draft.issuedAt)
                        && report.achievedAt().isBefore(condition.fulfilBy))
                .findFirst();
        met.ifPresent(condition -> {
            condition.state = "FULFILLED";
            life.events.add("ConditionFulfilled");
        });
        return met.isPresent();
    }

    private void settle(String by, Instant now) {
        if (life.draft.allFulfilled()) {
            life.events.add("ConditionalRulingFulfilled");
            ordered(life.draft.lines, by, now);
        }
    }

    /** Business time has come to {@code now}: what was due until then has happened, the earliest first. */
    void at(Instant now) {
        life.window.at(now);
        if (life.status.equals("CONDITIONAL")) {
            life.draft.conditions.stream()
                    .filter(condition -> condition.state.equals("PENDING") && !now.isBefore(condition.reportBy()))
                    .min(Comparator.comparing(Condition::reportBy))
                    .ifPresent(this::lapsed);
        }
        life.waiting()
                .filter(request -> !request.overdue && !now.isBefore(request.dueAt))
                .ifPresent(this::requestLapsed);
        life.lines.stream()
                .filter(line -> !line.settled() && !line.overdue && !now.isBefore(line.dueAt))
                .forEach(line -> {
                    line.overdue = true;
                    life.changed(life.status, "EffectOverdue");
                });
    }

    /** Nothing is decided by it. */
    private void requestLapsed(Request request) {
        request.overdue = true;
        life.changed(life.status, "ReopeningRequestOverdue");
    }

    private void lapsed(Condition condition) {
        condition.state = "LAPSED";
        life.changed(life.status, "ConditionalRulingLapsed");
        ordered(life.draft.otherwiseLines, "case-service", condition.reportBy());
    }
}
