package io.redress.cases.domain.clock;

import io.redress.cases.domain.clock.Clock.Pause;
import io.redress.cases.domain.clock.Phase.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In which stretches a clock does not run, because the other side is waited for. */
final class Pauses {

    /** The replies to so many drafts are waited for at the sides' time; whoever drafts on and on does so at his own. */
    private static final int PAUSING_DRAFTS = 2;

    private Pauses() {}

    /**
     * Between its start and its end; stretches that follow each other at once are one.
     *
     * @param end empty while it has none
     */
    static List<Pause> of(ClockKind kind, List<Step> steps, List<Phase> phases, Instant start, Optional<Instant> end) {
        List<Pause> pauses = new ArrayList<>();
        for (Phase phase : phases) {
            boolean within = !phase.from().isBefore(start)
                    && (end.isEmpty() || phase.from().isBefore(end.get()));
            if (!within || !phase.waiting().pauses(kind) || ofAFurtherDraft(phase, steps, start)) {
                continue;
            }
            int last = pauses.size() - 1;
            if (last >= 0 && pauses.get(last).to().equals(Optional.of(phase.from()))) {
                pauses.set(last, new Pause(pauses.get(last).from(), phase.to()));
            } else {
                pauses.add(new Pause(phase.from(), phase.to()));
            }
        }
        return pauses;
    }

    /** Whether it waits for replies to a draft beyond those for which a ruling's time pauses. */
    private static boolean ofAFurtherDraft(Phase phase, List<Step> steps, Instant start) {
        return phase.waiting() == Waiting.FOR_REPLIES
                && steps.stream()
                                .filter(step -> step.kind() == StepKind.DRAFTED)
                                .filter(step ->
                                        !step.at().isBefore(start) && !step.at().isAfter(phase.from()))
                                .count()
                        > PAUSING_DRAFTS;
    }
}
