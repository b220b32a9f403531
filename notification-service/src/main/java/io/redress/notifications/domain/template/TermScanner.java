package io.redress.notifications.domain.template;

import java.util.Optional;

/** Finds what must never stand in a text that the platform writes. */
@FunctionalInterface
public interface TermScanner {
    /** The first sealed term in the text, however it is spelt. */
    Optional<String> find(String text);
}
