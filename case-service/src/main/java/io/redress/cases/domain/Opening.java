package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How a case came to be.
 *
 * @param mandate under which an agency opened it
 * @param right by which it was opened; empty of cases older than this record of it
 * @param lateBecause why it was opened after its window had closed, in the words of who opened it
 */
public record Opening(
        String openedBy,
        boolean ownMotion,
        Instant openedAt,
        Optional<String> mandate,
        Optional<Right> right,
        Optional<String> lateBecause) {

    /** By what right somebody opens a case. */
    public enum Right {
        OWNER,
        DELEGATE,
        AGENCY,
        ADVOCATE
    }

    static Opening by(Actor actor, boolean ownMotion, Instant now) {
        return new Opening(
                actor.id(), ownMotion, now, actor.mandate(), Optional.of(right(actor, ownMotion)), Optional.empty());
    }

    private static Right right(Actor actor, boolean ownMotion) {
        if (ownMotion) {
            return Right.ADVOCATE;
        }
        if (actor.mandate().isPresent() || actor.roles().contains("agency")) {
            return Right.AGENCY;
        }
        return actor.roles().contains("merchant") ? Right.OWNER : Right.DELEGATE;
    }

    /** Gone on with by an advocate, whoever opened it. */
    Opening continued() {
        return new Opening(openedBy, true, openedAt, mandate, right, lateBecause);
    }

    Opening late(String cause) {
        return new Opening(openedBy, ownMotion, openedAt, mandate, right, Optional.of(cause));
    }
}
