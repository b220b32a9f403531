package io.redress.penalties.domain.rulebook.impact;

import java.util.List;

/**
 * What a draft would make of one shop.
 *
 * @param stands its buckets, changed or not
 * @param violations judged by the draft
 * @param unpunished those of them for which the draft has no clause
 */
public record ShopImpact(List<Change> stands, long violations, long unpunished) {

    /** Points of all buckets, after less before. */
    int difference() {
        return stands.stream()
                .mapToInt(change -> change.after() - change.before())
                .sum();
    }

    boolean standingChanges() {
        return stands.stream().anyMatch(Change::standing);
    }

    boolean measuresChange() {
        return stands.stream().anyMatch(Change::measures);
    }
}
