package io.redress.e2e.oracles;

/**
 * One breach of an invariant.
 *
 * @param oracle the invariant's number
 * @param what with the ids that are needed to look it up
 */
public record Violation(String oracle, String what) {}
