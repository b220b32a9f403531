package io.redress.cases.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a case is heard alone, or together with others on the same question.
 *
 * @param group that it is in now
 * @param departure how it last left one; empty again once it is in another
 */
public record Hearing(Optional<Group> group, Optional<Departure> departure) {

    public static final Hearing ALONE = new Hearing(Optional.empty(), Optional.empty());

    /**
     * Cases that are heard together. Each keeps its own reasons, ruling, effects and end.
     *
     * @param leadId the case that the others were joined to; the lead's own id, of the lead
     * @param question that all of them turn on
     */
    public record Group(String leadId, BilingualText question, String joinedBy, Instant joinedAt) {}

    /** Why a case is no longer heard together with others. */
    public enum Cause {
        /** Its adjudicator found that it is different. */
        ADJUDICATOR,
        /** The merchant's side wants it to be heard alone, which is a right. */
        MERCHANT_SIDE,
        WITHDRAWN,
        REOPENED
    }

    /** @param reasons of the merchant's side perhaps in one language only; empty where the cause says it all */
    public record Departure(Cause cause, String by, Instant at, BilingualText reasons) {}

    Hearing in(Group joined) {
        return new Hearing(Optional.of(joined), Optional.empty());
    }

    /** Alone from now on; one that is alone already stays as it is. */
    Hearing left(Departure how) {
        return group.isPresent() ? new Hearing(Optional.empty(), Optional.of(how)) : this;
    }

    Hearing left(Cause cause, String by, Instant at) {
        return left(new Departure(cause, by, at, BilingualText.EMPTY));
    }

    /** True once the merchant's side has asked for it. */
    boolean aloneByRight() {
        return departure.filter(how -> how.cause() == Cause.MERCHANT_SIDE).isPresent();
    }
}
