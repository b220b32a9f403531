package io.redress.kit.messaging;

/**
 * A record that waits for its turn.
 *
 * @param overdue whether its deadline has passed, in machine time
 */
record ParkedEvent(long id, ConsumedRecord record, String subject, long sequence, String reason, boolean overdue) {}
