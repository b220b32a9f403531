package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How a case came to be.
 *
 * @param mandate under which an agency opened it
 */
public record Opening(String openedBy, boolean ownMotion, Instant openedAt, Optional<String> mandate) {

    /** Gone on with by an advocate, whoever opened it. */
    Opening continued() {
        return new Opening(openedBy, true, openedAt, mandate);
    }
}
