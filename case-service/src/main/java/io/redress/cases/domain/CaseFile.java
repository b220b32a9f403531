package io.redress.cases.domain;

import java.util.Optional;

/**
 * A case: an appeal against one penalty, or a request. Immutable; {@link Advocacy}, {@link Deliberation} and
 * {@link Judgment} decide its commands.
 */
public record CaseFile(
        String id,
        CaseKind kind,
        Party party,
        Subject subject,
        Opening opening,
        CaseStatus status,
        People people,
        Proceedings proceedings,
        Checklist checklist) {

    CaseFile with(CaseStatus next) {
        return new CaseFile(id, kind, party, subject, opening, next, people, proceedings, checklist);
    }

    CaseFile with(People changed) {
        return new CaseFile(id, kind, party, subject, opening, status, changed, proceedings, checklist);
    }

    CaseFile with(Proceedings changed) {
        return new CaseFile(id, kind, party, subject, opening, status, people, changed, checklist);
    }

    CaseFile with(Checklist changed) {
        return new CaseFile(id, kind, party, subject, opening, status, people, proceedings, changed);
    }

    CaseFile with(Opening changed) {
        return new CaseFile(id, kind, party, subject, changed, status, people, proceedings, checklist);
    }

    /** The penalty that is appealed; empty for a case about something else. */
    public Optional<PenaltyUnderAppeal> penalty() {
        return subject instanceof PenaltyUnderAppeal penalty ? Optional.of(penalty) : Optional.empty();
    }

    /** The id of the penalty that is appealed; empty for a case about something else. */
    public Optional<String> penaltyId() {
        return penalty().map(PenaltyUnderAppeal::penaltyId);
    }

    /** True once the brief is filed: it is the one case about its subject from then on. */
    public boolean counted() {
        return proceedings.brief().isPresent();
    }

    /** True when another case about the same subject would be a duplicate. */
    public boolean excludesAnother() {
        return !status.ended() || counted();
    }
}
