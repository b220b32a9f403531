package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One act on a file of evidence; never changed.
 *
 * @param sequence order within the service
 * @param requestId of the request, or of the step, that did it
 * @param reason of a hold and its end; of a scan what was found
 */
public record EvidenceLogEntry(
        long sequence, EvidenceAct act, String by, Instant at, String requestId, Optional<String> reason) {}
