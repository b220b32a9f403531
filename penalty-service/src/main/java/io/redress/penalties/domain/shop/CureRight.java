package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.penalty.Cure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which breaches may be cured: those of clauses that all have a cure window, each of them a first breach of its clause or
 * stated as unintentional.
 *
 * <p>A breach repeats an earlier one of its clause by the same shop if that one was punished, education included, began
 * no later, and ended less than the rulebook's look-back before it.
 *
 * @param window the longest of the clauses; empty when one of them has none
 * @param repeats the penalty of the earlier breach
 */
record CureRight(Optional<Duration> window, Optional<String> repeats) {

    /** As the shop stands; a penalty that is not decided yet makes nothing a repeat. */
    static CureRight of(ShopFile file, List<Violation> violations) {
        List<Optional<Duration>> windows = violations.stream()
                .map(violation -> clause(file, violation).cure())
                .toList();
        if (windows.stream().anyMatch(Optional::isEmpty)) {
            return new CureRight(Optional.empty(), Optional.empty());
        }
        return new CureRight(
                windows.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()),
                violations.stream()
                        .filter(violation -> violation.unintentional().isEmpty())
                        .flatMap(violation -> earlier(file, violation).stream())
                        .findFirst());
    }

    /** The window that begins now, or why there is none. */
    Cure from(Instant now) {
        return repeats.map(Cure::barredBy)
                .or(() -> window.map(now::plus).map(Cure::until))
                .orElse(Cure.NONE);
    }

    private static Optional<String> earlier(ShopFile file, Violation violation) {
        Instant lookingBackTo =
                violation.actFrom().minus(rulebook(file, violation).cureLookBack());
        return file.penalties().stream()
                .filter(penalty -> penalty.status().booked() || penalty.cured())
                .filter(penalty -> penalty.violations().stream()
                        .anyMatch(before -> before.clauseId().equals(violation.clauseId())
                                && !before.actFrom().isAfter(violation.actFrom())
                                && before.actTo().isAfter(lookingBackTo)))
                .map(Penalty::id)
                .findFirst();
    }

    private static Clause clause(ShopFile file, Violation violation) {
        return rulebook(file, violation).clause(violation.clauseId()).orElseThrow();
    }

    private static Rulebook rulebook(ShopFile file, Violation violation) {
        return file.rulebooks().version(violation.rulebookVersion()).orElseThrow();
    }
}
