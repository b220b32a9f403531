package io.redress.kit.faults;

/**
 * Places at which a process can be made to end at once. Each is meant for a scope: the operationId of a command, the
 * type of an event that is handled, the type of an event on its way to the broker, or a topic.
 */
public enum CrashPoint {
    /** Decided, and the guarded write of a command or of a handler not yet sent. Scope: operationId or event type. */
    BEFORE_STATEMENT,
    /** Written, in a transaction that is still open. */
    AFTER_STATEMENT,
    /** All is written. The offset of the event and its place in the sequence are part of that. */
    BEFORE_COMMIT,
    /** Durable, and nobody has been told. */
    AFTER_COMMIT,
    /** In the outbox, not handed to the producer. Scope: type of the outgoing event. */
    BEFORE_PRODUCE,
    /** Handed to the producer and not acknowledged: whether the broker has it is open. */
    AFTER_PRODUCE,
    /** Acknowledged by the broker, and the row still in the outbox. */
    BEFORE_ACKNOWLEDGE,
    /** The row is deleted. */
    AFTER_ACKNOWLEDGE,
    /**
     * Progress is to be committed to the broker. Scope: topic. The offset that counts is in Postgres, and moves in the
     * transaction of its event: the points around {@link #BEFORE_COMMIT} are for that one.
     */
    BEFORE_OFFSET,
    /** The broker knows the progress. */
    AFTER_OFFSET,
    /** The answer is there and no byte of it is sent. Scope: operationId. */
    BEFORE_REPLY,
    /** The answer was handed to the network in full. */
    AFTER_REPLY
}
