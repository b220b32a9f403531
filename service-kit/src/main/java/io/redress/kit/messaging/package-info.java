/**
 * Events out and in. Out: a command writes history and outbox in its own statement ({@link EventRecorder}), the
 * {@link OutboxRelay} publishes what is committed. In: the {@link ConsumerLoop} settles each record in one transaction
 * with its offset. Each exactly once in effect: at least once on the wire, and judged by sequence on arrival.
 */
package io.redress.kit.messaging;
