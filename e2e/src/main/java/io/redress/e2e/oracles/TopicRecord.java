package io.redress.e2e.oracles;

/** One record of a topic as the broker keeps it; key and value may be anything, null too. */
public record TopicRecord(String topic, int partition, long offset, String key, String value) {}
