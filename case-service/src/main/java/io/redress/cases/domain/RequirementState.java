package io.redress.cases.domain;

/** Where a requirement stands. */
public enum RequirementState {
    /** Nothing was said about it yet. */
    OPEN,
    /** Proved by evidence of a kind that the policy names. */
    PROVIDED,
    /** Proved by evidence of another kind, with reasons why it does. */
    SUBSTITUTED,
    /** Not asked for in this case, with reasons. */
    WAIVED,
    /** Cannot be had by anybody, with reasons. */
    IMPOSSIBLE
}
