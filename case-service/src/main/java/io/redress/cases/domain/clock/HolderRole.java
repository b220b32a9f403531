package io.redress.cases.domain.clock;

/** With whom a case lies. */
public enum HolderRole {
    ADVOCATE,
    RESPONDENT,
    ADJUDICATOR,
    /** The merchant's side, with a draft ruling to reply to that the department has replied to. */
    MERCHANT,
    /** The merchant's side and the responding department, with a draft ruling to reply to. */
    BOTH_SIDES,
    /** Whoever has to carry out what was ruled. */
    EFFECT_OWNERS
}
