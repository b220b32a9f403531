package io.redress.cases.domain;

import java.util.Optional;

/**
 * Who has which part in a case.
 *
 * @param respondentDepartment that imposed the penalty; empty when the organisation chart does not say
 * @param askedForAnother whether the merchant has asked for another advocate
 */
public record People(
        Optional<String> advocateId,
        Optional<String> adjudicatorId,
        Optional<String> respondentDepartment,
        boolean askedForAnother) {

    /** The merchant has not asked for another advocate. */
    public People(Optional<String> advocateId, Optional<String> adjudicatorId, Optional<String> respondentDepartment) {
        this(advocateId, adjudicatorId, respondentDepartment, false);
    }

    People withAdvocate(String advocate) {
        return new People(Optional.of(advocate), adjudicatorId, respondentDepartment, askedForAnother);
    }

    People withAdjudicator(String adjudicator) {
        return new People(advocateId, Optional.of(adjudicator), respondentDepartment, askedForAnother);
    }

    /** Given back by its adjudicator. */
    People unclaimed() {
        return new People(advocateId, Optional.empty(), respondentDepartment, askedForAnother);
    }

    People asked() {
        return new People(advocateId, adjudicatorId, respondentDepartment, true);
    }

    /** To be claimed anew. */
    People unclaimedWith(String advocate) {
        return new People(Optional.of(advocate), Optional.empty(), respondentDepartment);
    }

    /** True for the case's advocate. */
    public boolean advocate(String employee) {
        return advocateId.equals(Optional.of(employee));
    }

    /** True for the adjudicator who claimed the case. */
    public boolean adjudicator(String employee) {
        return adjudicatorId.equals(Optional.of(employee));
    }
}
