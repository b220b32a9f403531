package io.redress.cases.domain.clock;

import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.Side;
import io.redress.cases.domain.Term;
import io.redress.cases.domain.clock.ClockCount.End;
import io.redress.cases.domain.clock.Phase.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clocks of a case and who held it, worked out from its history alone. The same history, rules and instant give the
 * same result, whenever it is asked and however often.
 */
public final class CaseClocks {

    private final CaseHistory history;
    private final ClockRules rules;
    private final Instant asOf;
    private final List<Phase> phases;
    private final List<Clock> clocks;

    private CaseClocks(CaseHistory history, ClockRules rules, Instant asOf) {
        this.history = history;
        this.rules = rules;
        this.asOf = asOf;
        this.phases = Phases.of(history.steps(), asOf);
        this.clocks = counted();
    }

    /** As they stand at {@code asOf}, or at the last step where that is later. */
    public static CaseClocks of(CaseHistory history, ClockRules rules, Instant asOf) {
        return new CaseClocks(history, rules, asOf.isBefore(history.lastAt()) ? history.lastAt() : asOf);
    }

    public Instant asOf() {
        return asOf;
    }

    /** By kind and round. */
    public List<Clock> clocks() {
        return clocks;
    }

    /**
     * When one of them has next used up a part that is warned of, or runs on because the merchant is waited for no longer;
     * empty while nothing runs.
     */
    public Optional<Instant> nextMarkAt() {
        Stream<Instant> marks = clocks.stream().flatMap(clock -> clock.nextMarkAt().stream());
        return Stream.concat(marks, awaited().stream()).min(Instant::compareTo);
    }

    /** Until when the merchant is waited for; empty when nobody waits for him. */
    private Optional<Instant> awaited() {
        return last().filter(phase -> phase.to().isEmpty() && phase.waiting() == Waiting.FOR_MERCHANT)
                .flatMap(Phase::by);
    }

    /**
     * Until when a question that is asked now waits for the merchant: for what is left of the time that the policy gives to
     * all questions of the case together. Empty where nothing is left of it, and where the case does not lie with its
     * advocate.
     */
    public Optional<Instant> awaitsUntil() {
        boolean withAdvocate = last().filter(phase -> phase.to().isEmpty()
                        && (phase.waiting() == Waiting.FOR_BRIEF || phase.waiting() == Waiting.FOR_MERCHANT))
                .isPresent();
        return withAdvocate ? MerchantWait.until(phases, rules, asOf) : Optional.empty();
    }

    /** The clock of what the case waits for now; empty where no clock is about that, or it was done already. */
    public Optional<Clock> current() {
        return last().filter(phase -> phase.to().isEmpty())
                .flatMap(phase -> phase.waiting().clock())
                .flatMap(kind ->
                        clocks.stream().filter(clock -> clock.kind() == kind).reduce((earlier, later) -> later))
                .filter(clock -> clock.endedAt().isEmpty());
    }

    /** With whom the case has been, without gaps; the last one is where it lies unless the case has ended. */
    public List<Hold> holds() {
        return phases.stream().map(this::hold).toList();
    }

    /** Where it lies now; empty once it has ended. */
    public Optional<Hold> holder() {
        return last().filter(phase -> phase.to().isEmpty()).map(this::hold);
    }

    private Optional<Phase> last() {
        return phases.isEmpty() ? Optional.empty() : Optional.of(phases.get(phases.size() - 1));
    }

    private Hold hold(Phase phase) {
        BusinessTime time = BusinessTime.of(rules.calendars().inForceAt(phase.from()));
        return new Hold(
                phase.role(),
                rules.team(phase.role(), history.respondentDepartment()),
                phase.person(),
                phase.from(),
                phase.to(),
                phase.to().isPresent()
                        ? Optional.empty()
                        : phase.by().or(() -> current().flatMap(Clock::doneBy)),
                time.between(phase.from(), phase.to().orElse(asOf)));
    }

    private List<Clock> counted() {
        List<Clock> all = new ArrayList<>();
        for (ClockKind kind : ClockKind.values()) {
            int round = 0;
            for (int i = 0; i < history.steps().size(); i++) {
                Step step = history.steps().get(i);
                if (starts(kind, i)) {
                    round++;
                    all.add(count(
                            kind,
                            round,
                            step,
                            history.steps().subList(i, history.steps().size())));
                }
            }
        }
        return List.copyOf(all);
    }

    /** An advocate who opens a case on her own motion has begun with that: nobody waits for a first response. */
    private boolean starts(ClockKind kind, int place) {
        Step step = history.steps().get(place);
        boolean ownMotion = kind == ClockKind.FIRST_RESPONSE
                && place + 1 < history.steps().size()
                && history.steps().get(place + 1).kind() == StepKind.ASSIGNED
                && history.steps().get(place + 1).person().equals(Optional.of(step.actor()));
        return startsWith(kind, step.kind(), history.steps().subList(0, place)) && !ownMotion;
    }

    /** A case that was reopened, or continued after its brief, is to be ruled anew; its answer stays. */
    private static boolean startsWith(ClockKind kind, StepKind step, List<Step> before) {
        return switch (kind) {
            case FIRST_RESPONSE -> step == StepKind.OPENED;
            case ANSWER -> step == StepKind.CLAIMED && !have(before, StepKind.ANSWERED);
            case REPLY -> step == StepKind.DRAFTED;
            case RULING ->
                step == StepKind.BRIEF
                        || step == StepKind.REOPENED
                        || step == StepKind.CONTINUED && have(before, StepKind.BRIEF);
        };
    }

    private static boolean have(List<Step> steps, StepKind kind) {
        return steps.stream().anyMatch(step -> step.kind() == kind);
    }

    private Clock count(ClockKind kind, int round, Step start, List<Step> from) {
        Term term = rules.term(kind);
        BusinessCalendar calendar = rules.calendars().inForceAt(start.at());
        Instant plannedEnd = start.until().orElseGet(() -> calendar.after(start.at(), term));
        Optional<End> end = end(kind, from);
        return new ClockCount(
                        kind,
                        round,
                        rules.team(kind.role(), history.respondentDepartment()),
                        start.at(),
                        plannedEnd,
                        BusinessTime.of(calendar, term),
                        Pauses.of(kind, history.steps(), phases, start.at(), end.map(End::at)),
                        end,
                        kind == ClockKind.REPLY,
                        rules.policy().watch().warnAt())
                .asOf(asOf);
    }

    private Optional<End> end(ClockKind kind, List<Step> from) {
        return switch (kind) {
            case FIRST_RESPONSE -> firstAct(from);
            case ANSWER -> first(from, Set.of(StepKind.ANSWERED), Set.of(StepKind.DRAFTED, StepKind.RULED));
            case REPLY -> replied(from);
            case RULING -> first(from, Set.of(StepKind.RULED, StepKind.INADMISSIBLE), Set.of());
        };
    }

    /** A message is an act; one that needs an answer of the merchant is none, it waits for him. */
    private static Optional<End> firstAct(List<Step> from) {
        Optional<String> advocate = Optional.empty();
        for (Step step : from) {
            if (step.kind() == StepKind.ASSIGNED || step.kind() == StepKind.CHANGED) {
                advocate = step.person();
            }
            boolean acts = step.kind() == StepKind.ADVOCATE_WROTE || advocate.equals(Optional.of(step.actor()));
            if (acts && step.kind() != StepKind.ASKED) {
                return Optional.of(new End(step.at(), true));
            }
            if (step.kind().ends()) {
                return Optional.of(new End(step.at(), false));
            }
        }
        return Optional.empty();
    }

    private static Optional<End> replied(List<Step> from) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        for (Step step : from.subList(1, from.size())) {
            step.side().ifPresent(sides::add);
            if (sides.size() == Side.values().length) {
                return Optional.of(new End(step.at(), true));
            }
            if (step.kind() == StepKind.DRAFTED
                    || step.kind() == StepKind.RULED
                    || step.kind().ends()) {
                return Optional.of(new End(step.at(), false));
            }
        }
        return Optional.empty();
    }

    /** The first step that does what it was for, or makes it pointless. */
    private static Optional<End> first(List<Step> from, Set<StepKind> meets, Set<StepKind> ends) {
        return from.stream()
                .filter(step -> meets.contains(step.kind())
                        || ends.contains(step.kind())
                        || step.kind().ends())
                .findFirst()
                .map(step -> new End(step.at(), meets.contains(step.kind())));
    }
}
