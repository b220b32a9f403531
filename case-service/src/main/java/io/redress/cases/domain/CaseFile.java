package io.redress.cases.domain;

/**
 * A case: an appeal against one penalty. Immutable; {@link Advocacy}, {@link Deliberation} and {@link Judgment} decide
 * its commands.
 */
public record CaseFile(
        String id,
        CaseKind kind,
        Party party,
        PenaltyUnderAppeal penalty,
        Opening opening,
        CaseStatus status,
        People people,
        Proceedings proceedings) {

    CaseFile with(CaseStatus next) {
        return new CaseFile(id, kind, party, penalty, opening, next, people, proceedings);
    }

    CaseFile with(People changed) {
        return new CaseFile(id, kind, party, penalty, opening, status, changed, proceedings);
    }

    CaseFile with(Proceedings changed) {
        return new CaseFile(id, kind, party, penalty, opening, status, people, changed);
    }

    CaseFile with(Opening changed) {
        return new CaseFile(id, kind, party, penalty, changed, status, people, proceedings);
    }

    /** True once the brief is filed: it is the penalty's one appeal from then on. */
    public boolean counted() {
        return proceedings.brief().isPresent();
    }

    /** True when another appeal against the same penalty would be a duplicate. */
    public boolean excludesAnother() {
        return !status.ended() || counted();
    }
}
