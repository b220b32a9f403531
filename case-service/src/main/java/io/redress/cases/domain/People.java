package io.redress.cases.domain;

import java.util.Optional;

/**
 * Who has which part in a case.
 *
 * @param respondentDepartment that imposed the penalty; empty when the organisation chart does not say
 */
public record People(
        Optional<String> advocateId, Optional<String> adjudicatorId, Optional<String> respondentDepartment) {

    People withAdvocate(String advocate) {
        return new People(Optional.of(advocate), adjudicatorId, respondentDepartment);
    }

    People withAdjudicator(String adjudicator) {
        return new People(advocateId, Optional.of(adjudicator), respondentDepartment);
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
