package io.redress.cases.domain.clock;

import io.redress.cases.domain.Side;
import io.redress.cases.domain.clock.Clock.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom to tell that a clock's time is being used up: each mark of each clock once. */
public final class ClockAlarms {

    private final CaseHistory history;
    private final Map<String, String> heads;

    /** @param heads of the departments that may be charged */
    public ClockAlarms(CaseHistory history, Map<String, String> heads) {
        this.history = history;
        this.heads = Map.copyOf(heads);
    }

    /** What has not been told yet, in the order in which it happened. */
    public List<ClockAlarm> untold(CaseClocks clocks, List<KeptClock> kept) {
        List<ClockAlarm> alarms = new ArrayList<>();
        for (Clock clock : clocks.clocks()) {
            int told = kept.stream()
                    .filter(one -> one.of(clock.kind(), clock.round()))
                    .mapToInt(KeptClock::told)
                    .findFirst()
                    .orElse(0);
            clock.marks().stream()
                    .filter(mark -> mark.percent() > told)
                    .forEach(mark -> alarms.add(alarm(clock, mark)));
        }
        alarms.sort(Comparator.comparing(ClockAlarm::at));
        return List.copyOf(alarms);
    }

    private ClockAlarm alarm(Clock clock, Mark mark) {
        Then then = new Then(history.steps(), mark.at());
        Optional<String> head = clock.team().flatMap(this::headOf);
        boolean lapse = mark.lapse();
        Set<String> named = new HashSet<>();
        Optional<String> holder =
                switch (clock.kind()) {
                    case FIRST_RESPONSE -> then.advocate.or(() -> head);
                    case ANSWER -> head;
                    case REPLY -> then.replied.contains(Side.DEPARTMENT) ? Optional.empty() : respondent(then);
                    case RULING -> then.adjudicator.or(() -> head);
                };
        boolean tellsAdvocate =
                switch (clock.kind()) {
                    case FIRST_RESPONSE -> false;
                    case ANSWER, RULING -> lapse;
                    case REPLY -> !then.replied.contains(Side.MERCHANT);
                };
        boolean tellsAdjudicator =
                switch (clock.kind()) {
                    case FIRST_RESPONSE, RULING -> false;
                    case ANSWER, REPLY -> lapse;
                };
        return new ClockAlarm(
                clock.kind(),
                clock.round(),
                clock.kind().role(),
                clock.team(),
                mark.percent(),
                clock.startedAt(),
                mark.at(),
                mark.dueAt(),
                holder.filter(named::add),
                head.filter(one -> lapse && named.add(one)),
                then.advocate.filter(one -> tellsAdvocate && named.add(one)),
                then.adjudicator.filter(one -> tellsAdjudicator && named.add(one)));
    }

    /** Whoever answered for the department replies for it too; else its head sees to it. */
    private Optional<String> respondent(Then then) {
        return then.respondent.or(() -> history.respondentDepartment().flatMap(this::headOf));
    }

    private Optional<String> headOf(String department) {
        return Optional.ofNullable(heads.get(department));
    }

    /** Who had which part in the case at an instant. */
    private static final class Then {

        private final Set<Side> replied = EnumSet.noneOf(Side.class);
        private Optional<String> advocate = Optional.empty();
        private Optional<String> adjudicator = Optional.empty();
        private Optional<String> respondent = Optional.empty();

        Then(List<Step> steps, Instant at) {
            steps.stream().filter(step -> !step.at().isAfter(at)).forEach(this::take);
        }

        private void take(Step step) {
            switch (step.kind()) {
                case ASSIGNED, CHANGED, CONTINUED -> advocate = step.person();
                case CLAIMED, ADJUDICATOR, REOPENED -> adjudicator = step.person();
                case ANSWERED -> respondent = step.person();
                case DRAFTED -> replied.clear();
                case REPLIED -> step.side().ifPresent(replied::add);
                case OPENED, BRIEF, RULED, CLOSED, REOPENING, REOPENING_REFUSED, WITHDRAWN, INADMISSIBLE -> {}
            }
        }
    }
}
