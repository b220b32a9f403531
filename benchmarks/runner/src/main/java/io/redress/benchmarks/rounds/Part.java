package io.redress.benchmarks.rounds;

/**
 * A process that works for a contender.
 *
 * @param counted whether its time is the contender's; otherwise it is only noted
 */
public record Part(String name, long pid, boolean counted) {}
