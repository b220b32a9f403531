package io.redress.cases.domain.queue;

/** Where a case is put. */
public record Destination(String queueId, Priority priority) {}
