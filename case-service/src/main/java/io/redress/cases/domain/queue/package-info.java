/** Queues, and which case lies in which: pure decisions, without clock, storage or transport. */
package io.redress.cases.domain.queue;
