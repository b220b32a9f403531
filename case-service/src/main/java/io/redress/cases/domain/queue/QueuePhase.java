package io.redress.cases.domain.queue;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.CaseStatus;
import java.util.Optional;

/** A stretch of a case's life in which one kind of people work on it. */
public enum QueuePhase {
    /** Until the brief. */
    ADVOCACY,
    /** Until the ruling. */
    ADJUDICATION,
    /** Until everything is confirmed. */
    EXECUTION,
    /** While it is considered whether to decide it anew. */
    REVIEW;

    /** Empty for a case that has ended: it lies in no queue. */
    public static Optional<QueuePhase> of(CaseStatus status) {
        return switch (status) {
            case OPEN, IN_ADVOCACY -> Optional.of(ADVOCACY);
            case SUBMITTED, IN_DELIBERATION, REPLY_WINDOW -> Optional.of(ADJUDICATION);
            case RULED, CONDITIONAL, EXECUTING -> Optional.of(EXECUTION);
            case REOPENED -> Optional.of(REVIEW);
            case CLOSED, WITHDRAWN, INADMISSIBLE -> Optional.empty();
        };
    }

    /** In whose hands the case is in this phase; empty while it waits for somebody. */
    public Optional<String> takenBy(CaseFile file) {
        return switch (this) {
            case ADVOCACY -> file.people().advocateId();
            case ADJUDICATION -> file.people().adjudicatorId();
            case EXECUTION, REVIEW -> Optional.empty();
        };
    }
}
