package io.redress.cases.app.search;

import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A case as lists show it.
 *
 * @param dueBy when what it waits for is, or was, to be done; only in a list in that order
 */
public record CaseSummary(
        String id,
        CaseKind kind,
        CaseStatus status,
        String merchantId,
        String shopId,
        Optional<String> penaltyId,
        Optional<String> advocateId,
        Optional<String> adjudicatorId,
        boolean ownMotion,
        Instant openedAt,
        long version,
        Optional<Instant> dueBy) {}
