package io.redress.penalties.domain.milestone;

import io.redress.penalties.domain.rulebook.Text;
import java.util.OptionalInt;

/**
 * Something that a partner verifies: a course passed, so many clean orders, a breach made good. The one concept behind
 * earn-back, proof of cure, conditional rulings and undertakings.
 *
 * @param kind what is achieved, for example COURSE_PASSED; a word of the marketplace's own
 * @param howMany of what the kind counts; empty when it counts nothing
 * @param credit points it takes off; only, and always, for EARN_BACK
 * @param verifierId who alone may say that it was achieved
 * @param once whether a shop achieves it only once
 * @param validDays so many days of 24 hours after it was achieved it can be reported
 */
public record Milestone(
        String id,
        String kind,
        OptionalInt howMany,
        Text title,
        Purpose purpose,
        OptionalInt credit,
        String verifierId,
        boolean once,
        int validDays) {

    /** What follows when it is verified. */
    public enum Purpose {
        /** Points of the general bucket are taken off. */
        EARN_BACK,
        /** The penalty that the report names was made good; no person has to answer that. */
        PROOF_OF_CURE,
        /** The case it is about is told with it; a conditional ruling of case-service may wait for it. */
        CONDITIONAL_RULING,
        /** The penalty it is about is told with it; a ruling that rests on the undertaking may wait for it. */
        UNDERTAKING;

        /** Whether a report has to name the matter (a penalty, a case) that it is about. */
        public boolean namesMatter() {
            return this != EARN_BACK;
        }
    }
}
