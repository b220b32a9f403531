package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a case is about. */
public sealed interface Subject permits PenaltyUnderAppeal, Request {

    CaseKind kind();

    /** What is argued and decided one by one; never empty. */
    List<DisputedItem> items();

    /** True for those who brought about what the case is about. */
    boolean imposedBy(String employee);

    /** The departments that it names as those that shall answer. */
    Set<String> departments();

    /** Whether the shop that it is about is closed by a measure in force, as far as the kind of case looks at that. */
    default boolean shopClosed() {
        return false;
    }

    default Optional<DisputedItem> item(String id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
