package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What has to be achieved for a conditional ruling to have its effects: a milestone of penalty-service, which its verifier
 * alone can report, by signed call.
 *
 * @param text what is to be done, for the merchant to read
 * @param fulfilBy exclusive: what is achieved from then on does not count
 * @param reportBy when it lapses; leaves the verifier time to report what was achieved in time
 * @param verificationId of the report that fulfilled it
 * @param settledAt when it was fulfilled, or lapsed
 */
public record Condition(
        String conditionId,
        Kind kind,
        BilingualText text,
        String programmeId,
        String milestoneId,
        Instant fulfilBy,
        Instant reportBy,
        State state,
        Optional<String> verificationId,
        Optional<Instant> settledAt) {

    /** Whose word the condition is; says which matter the report names. */
    public enum Kind {
        /** The ruling sets it. Its report names the case. */
        CONDITION,
        /** The merchant promises it, before the ruling. Its report names the penalty. */
        UNDERTAKING
    }

    /** How far it has come. */
    public enum State {
        PENDING,
        FULFILLED,
        LAPSED
    }

    /** As a draft sets it. */
    static Condition pending(
            String conditionId,
            Kind kind,
            BilingualText text,
            String programmeId,
            String milestoneId,
            Instant fulfilBy,
            Instant reportBy) {
        return new Condition(
                conditionId,
                kind,
                text,
                programmeId,
                milestoneId,
                fulfilBy,
                reportBy,
                State.PENDING,
                Optional.empty(),
                Optional.empty());
    }

    boolean pending() {
        return state == State.PENDING;
    }

    /** Whether the report is about this milestone in this case, of what was achieved in its time. */
    boolean metBy(MilestoneReport report, CaseFile file, Instant from) {
        String matter =
                switch (kind) {
                    case CONDITION -> file.id();
                    case UNDERTAKING -> file.penaltyId().orElseThrow();
                };
        return report.kind() == kind
                && report.matterId().equals(matter)
                && report.programmeId().equals(programmeId)
                && report.milestoneId().equals(milestoneId)
                && !report.achievedAt().isBefore(from)
                && report.achievedAt().isBefore(fulfilBy);
    }

    Condition fulfilled(String by, Instant at) {
        return settled(State.FULFILLED, Optional.of(by), at);
    }

    Condition lapsed(Instant at) {
        return settled(State.LAPSED, Optional.empty(), at);
    }

    private Condition settled(State next, Optional<String> by, Instant at) {
        return new Condition(
                conditionId, kind, text, programmeId, milestoneId, fulfilBy, reportBy, next, by, Optional.of(at));
    }
}
