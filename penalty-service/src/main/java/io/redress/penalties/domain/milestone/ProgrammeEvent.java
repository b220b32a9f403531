package io.redress.penalties.domain.milestone;

import io.redress.penalties.domain.points.CreditLimit;

/** What happened to a programme or to a shop's part in it. */
public sealed interface ProgrammeEvent {

    /** The aggregate it belongs to. */
    String subject();

    record ProgrammeCreated(Programme programme) implements ProgrammeEvent {
        @Override
        public String subject() {
            return programme.id();
        }
    }

    record ShopEnrolled(Enrolment enrolment, Programme programme) implements ProgrammeEvent {
        @Override
        public String subject() {
            return enrolment.id();
        }
    }

    record MilestoneVerified(Enrolment enrolment, Milestone milestone, Verification verification, CreditLimit limitedBy)
            implements ProgrammeEvent {
        @Override
        public String subject() {
            return enrolment.id();
        }
    }
}
