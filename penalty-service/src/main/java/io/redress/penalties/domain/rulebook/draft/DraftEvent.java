package io.redress.penalties.domain.rulebook.draft;

/** What happened to a draft or to an objection; {@code about} is how it was left. */
public sealed interface DraftEvent {

    /** Of the draft itself. */
    record OfDraft(Kind kind, RulebookDraft about) implements DraftEvent {}

    /**
     * Of an objection.
     *
     * @param merchantId whose objection, support or withdrawal it is
     */
    record OfObjection(ObjectionKind kind, Objection about, String merchantId) implements DraftEvent {}

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
