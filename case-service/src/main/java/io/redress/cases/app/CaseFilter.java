package io.redress.cases.app;

import io.redress.cases.domain.CaseStatus;
import java.util.Optional;

/**
 * Which cases a list holds.
 *
 * @param merchantId set for the merchant's side
 */
public record CaseFilter(Optional<String> merchantId, Optional<String> penaltyId, Optional<CaseStatus> status) {}
