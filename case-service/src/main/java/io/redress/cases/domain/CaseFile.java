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
        Checklist checklist,
        Hearing hearing) {

    /** Heard alone. */
    public CaseFile(
            String id,
            CaseKind kind,
            Party party,
            Subject subject,
            Opening opening,
            CaseStatus status,
            People people,
            Proceedings proceedings,
            Checklist checklist) {
        this(id, kind, party, subject, opening, status, people, proceedings, checklist, Hearing.ALONE);
    }

    CaseFile with(CaseStatus next) {
        return new CaseFile(id, kind, party, subject, opening, next, people, proceedings, checklist, hearing);
    }

    CaseFile with(People changed) {
        return new CaseFile(id, kind, party, subject, opening, status, changed, proceedings, checklist, hearing);
    }

    CaseFile with(Proceedings changed) {
        return new CaseFile(id, kind, party, subject, opening, status, people, changed, checklist, hearing);
    }

    CaseFile with(Checklist changed) {
        return new CaseFile(id, kind, party, subject, opening, status, people, proceedings, changed, hearing);
    }

    CaseFile with(Opening changed) {
        return new CaseFile(id, kind, party, subject, changed, status, people, proceedings, checklist, hearing);
    }

    CaseFile with(Hearing changed) {
        return new CaseFile(id, kind, party, subject, opening, status, people, proceedings, checklist, changed);
    }

    /** True for a case that others were joined to. */
    public boolean leads() {
        return hearing.group().filter(group -> group.leadId().equals(id)).isPresent();
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
