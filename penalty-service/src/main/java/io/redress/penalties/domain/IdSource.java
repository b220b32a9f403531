package io.redress.penalties.domain;

/** Gives new ids, so that decisions stay pure and tests can foretell them. */
@FunctionalInterface
public interface IdSource {

    /** A new id: the prefix, an underscore, and something unique. */
    String next(String prefix);
}
