package io.redress.kit.command;

/**
 * An aggregate as it was read, with the revision that guards the write.
 *
 * @param <T> the aggregate
 */
public record Loaded<T>(T state, Revision revision) {}
