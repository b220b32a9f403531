package io.redress.cases.app.search;

import io.redress.cases.domain.CaseKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What staff ask for cases by, and the merchant's side never.
 *
 * @param tag as tags are kept
 * @param department that is to answer
 * @param clauseId of a violation in the penalty that is appealed against
 * @param queue in which the case lies
 * @param openedTo exclusive
 * @param pastDue only those in which something is late
 * @param idPrefix what the id of the case, its penalty, its merchant or its shop begins with
 * @param byDue those first in which something is due first
 */
public record StaffFilter(
        Optional<CaseKind> kind,
        Optional<String> tag,
        Optional<String> advocateId,
        Optional<String> adjudicatorId,
        Optional<String> department,
        Optional<String> clauseId,
        Optional<String> queue,
        Optional<Instant> openedFrom,
        Optional<Instant> openedTo,
        boolean pastDue,
        Optional<String> idPrefix,
        boolean byDue) {

    public static final StaffFilter NONE = new StaffFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            false);
}
