package io.redress.kit.messaging;

import java.time.Instant;

/** A committed event on its way to the broker. */
record OutboxRow(long id, String topic, String key, String envelope, Instant createdAt) {}
