package io.redress.cases.domain.clock;

import io.redress.cases.domain.Side;
import io.redress.cases.domain.clock.Phase.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks through a case's steps once and notes what it waited for, without gaps, from the opening to its end. */
final class Phases {

    private final List<Phase> done = new ArrayList<>();
    private final Set<Side> replied = EnumSet.noneOf(Side.class);
    private Optional<Phase> current = Optional.empty();
    private Optional<Instant> lapse = Optional.empty();
    private Optional<String> advocate = Optional.empty();
    private Optional<String> adjudicator = Optional.empty();
    private boolean briefed;
    private boolean answered;

    private Phases() {}

    /** What the case waited for up to {@code asOf}; the last one has no end while the case goes on. */
    static List<Phase> of(List<Step> steps, Instant asOf) {
        Phases walk = new Phases();
        for (Step step : steps) {
            walk.lapseUpTo(step.at());
            walk.take(step);
        }
        walk.lapseUpTo(asOf);
        walk.current.ifPresent(walk.done::add);
        return List.copyOf(walk.done);
    }

    /** An answer or replies that have not come in their time are waited for no longer. */
    private void lapseUpTo(Instant instant) {
        if (lapse.isPresent() && !lapse.get().isAfter(instant)) {
            forRuling(lapse.get());
        }
    }

    private void take(Step step) {
        Instant at = step.at();
        switch (step.kind()) {
            case OPENED -> next(Waiting.FOR_ADVOCATE, HolderRole.ADVOCATE, Optional.empty(), at);
            case ASSIGNED, CHANGED -> {
                advocate = step.person();
                if (waitsFor(Waiting.FOR_ADVOCATE) || waitsFor(Waiting.FOR_BRIEF)) {
                    next(Waiting.FOR_BRIEF, HolderRole.ADVOCATE, advocate, at);
                }
            }
            case BRIEF -> {
                briefed = true;
                next(Waiting.FOR_ADJUDICATOR, HolderRole.ADJUDICATOR, Optional.empty(), at);
            }
            case CLAIMED -> claimed(step);
            case ADJUDICATOR -> adjudicator(step);
            case ANSWERED -> {
                answered = true;
                if (waitsFor(Waiting.FOR_ANSWER)) {
                    forRuling(at);
                }
            }
            case DRAFTED -> {
                replied.clear();
                next(Waiting.FOR_REPLIES, HolderRole.BOTH_SIDES, Optional.empty(), at);
                lapse = step.until();
            }
            case REPLIED -> reply(step);
            case RULED -> next(Waiting.FOR_EFFECTS, HolderRole.EFFECT_OWNERS, Optional.empty(), at);
            case REOPENING -> next(Waiting.FOR_ADJUDICATOR, HolderRole.ADJUDICATOR, Optional.empty(), at);
            case REOPENED -> {
                adjudicator = step.person();
                forRuling(at);
            }
            case CONTINUED -> continued(step);
            case CLOSED, REOPENING_REFUSED, WITHDRAWN, INADMISSIBLE -> {
                close(at);
                current = Optional.empty();
                lapse = Optional.empty();
            }
        }
    }

    /** An answer that was given before the case was withdrawn and continued is not waited for again. */
    private void claimed(Step step) {
        adjudicator = step.person();
        if (answered) {
            forRuling(step.at());
            return;
        }
        next(Waiting.FOR_ANSWER, HolderRole.RESPONDENT, Optional.empty(), step.at());
        lapse = step.until();
    }

    /** While an answer or replies are awaited it makes no difference who will decide. */
    private void adjudicator(Step step) {
        adjudicator = step.person();
        if (!waitsFor(Waiting.FOR_RULING) && !waitsFor(Waiting.FOR_ADJUDICATOR)) {
            return;
        }
        if (adjudicator.isPresent()) {
            forRuling(step.at());
        } else {
            next(Waiting.FOR_ADJUDICATOR, HolderRole.ADJUDICATOR, Optional.empty(), step.at());
        }
    }

    /** Where it was when it was taken back: with the advocate, or after its brief to be claimed. */
    private void continued(Step step) {
        advocate = step.person();
        if (briefed) {
            next(Waiting.FOR_ADJUDICATOR, HolderRole.ADJUDICATOR, Optional.empty(), step.at());
        } else {
            next(Waiting.FOR_BRIEF, HolderRole.ADVOCATE, advocate, step.at());
        }
    }

    private void reply(Step step) {
        step.side().ifPresent(replied::add);
        if (!waitsFor(Waiting.FOR_REPLIES)) {
            return;
        }
        if (replied.size() == Side.values().length) {
            forRuling(step.at());
        } else {
            Optional<Instant> end = lapse;
            HolderRole other = replied.contains(Side.MERCHANT) ? HolderRole.RESPONDENT : HolderRole.MERCHANT;
            next(Waiting.FOR_REPLIES, other, Optional.empty(), step.at());
            lapse = end;
        }
    }

    private void forRuling(Instant at) {
        next(Waiting.FOR_RULING, HolderRole.ADJUDICATOR, adjudicator, at);
    }

    private boolean waitsFor(Waiting waiting) {
        return current.filter(phase -> phase.waiting() == waiting).isPresent();
    }

    private void next(Waiting waiting, HolderRole role, Optional<String> person, Instant at) {
        Phase phase = new Phase(waiting, role, person, at, Optional.empty());
        lapse = Optional.empty();
        if (current.isPresent() && current.get().sameAs(phase)) {
            return;
        }
        close(at);
        current = Optional.of(phase);
    }

    private void close(Instant at) {
        current.filter(phase -> phase.from().isBefore(at)).ifPresent(phase -> done.add(phase.until(at)));
    }
}
