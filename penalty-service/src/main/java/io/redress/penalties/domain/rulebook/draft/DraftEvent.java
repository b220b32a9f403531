package io.redress.penalties.domain.rulebook.draft;

/** What happened to a draft, to an objection or to a clause in shadow; {@code about} is how it was left. */
public sealed interface DraftEvent {

    /** Of the draft itself. */
    record OfDraft(Kind kind, RulebookDraft about) implements DraftEvent {}

    /**
     * Of an objection.
     *
     * @param merchantId whose objection, support or withdrawal it is
     */
    record OfObjection(ObjectionKind kind, Objection about, String merchantId) implements DraftEvent {}

    /** A clause is in shadow. */
    record OfShadow(ShadowClause about) implements DraftEvent {}

    enum Kind {
        OPENED,
        CHANGED,
        ANNOUNCED,
        WITHDRAWN,
        PUBLISHED
    }

    enum ObjectionKind {
        RAISED,
        JOINED,
        LEFT,
        ANSWERED
    }
}
