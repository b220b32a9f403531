package io.redress.cases.domain.clock;

/** With whom a case lies. */
public enum HolderRole {
    ADVOCATE,
    RESPONDENT,
    ADJUDICATOR,
    /**
     * The merchant's side: asked by the advocate, with a draft ruling to reply to that the department has replied to, or
     * with conditions of a ruling to fulfil.
     */
    MERCHANT,
    /** The merchant's side and the responding department, with a draft ruling to reply to. */
    BOTH_SIDES,
    /** Whoever has to carry out what was ruled. */
    EFFECT_OWNERS
}
