package io.redress.cases.domain.clock;

/** What a case's time is counted for. */
public enum ClockKind {
    /**
     * From the opening to the first thing the case's advocate does, paused while the merchant is asked. Charged to the
     * advocates.
     */
    FIRST_RESPONSE(HolderRole.ADVOCATE),
    /** From the claim to the answer of the responding department. Charged to it. */
    ANSWER(HolderRole.RESPONDENT),
    /** From a draft ruling to both sides' replies; a further draft starts it anew. Of both sides: charged to no team. */
    REPLY(HolderRole.BOTH_SIDES),
    /** From the brief to the ruling, paused while an answer or replies are awaited. Charged to adjudication. */
    RULING(HolderRole.ADJUDICATOR);

    private final HolderRole role;

    ClockKind(HolderRole role) {
        this.role = role;
    }

    /** Whose time it is. */
    public HolderRole role() {
        return role;
    }
}
