package io.redress.cases.domain.queue;

/**
 * Which cases go where.
 *
 * @param when an expression over {@link RoutingFacts}
 */
public record RoutingRule(String id, String when, Destination to) {}
