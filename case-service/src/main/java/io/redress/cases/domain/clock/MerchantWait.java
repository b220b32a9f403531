package io.redress.cases.domain.clock;

import io.redress.cases.domain.BusinessCalendar;
import io.redress.cases.domain.Term;
import io.redress.cases.domain.clock.Phase.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The time that the policy gives to all questions of a case together, so that nobody parks a case by asking. */
final class MerchantWait {

    private MerchantWait() {}

    /** When what is left of it ends if it is used from {@code asOf} on; empty where nothing is left. */
    static Optional<Instant> until(List<Phase> phases, ClockRules rules, Instant asOf) {
        List<Phase> waited = phases.stream()
                .filter(phase -> phase.waiting() == Waiting.FOR_MERCHANT)
                .toList();
        Instant first = waited.isEmpty() ? asOf : waited.get(0).from();
        Term term = rules.policy().merchantAnswer();
        BusinessCalendar calendar = rules.calendars().inForceAt(first);
        BusinessTime time = BusinessTime.of(calendar, term);
        Duration left = time.between(first, calendar.after(first, term));
        for (Phase phase : waited) {
            left = left.minus(time.between(phase.from(), phase.to().orElse(asOf)));
        }
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(time.after(asOf, left));
    }
}
