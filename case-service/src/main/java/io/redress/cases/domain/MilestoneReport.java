package io.redress.cases.domain;

import java.time.Instant;

/**
 * A milestone that its verifier has reported, as penalty-service has verified it.
 *
 * @param kind of the conditions that it can fulfil
 * @param matterId the case, or for an undertaking the penalty, that it is about
 */
public record MilestoneReport(
        String verificationId,
        Condition.Kind kind,
        String matterId,
        String programmeId,
        String milestoneId,
        Instant achievedAt) {}
