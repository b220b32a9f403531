package io.redress.e2e.oracles;

/**
 * Something that must not be.
 *
 * @param oracle the invariant that does not hold
 * @param what what was found, with the ids to look it up by
 */
public record Violation(String oracle, String what) {}
