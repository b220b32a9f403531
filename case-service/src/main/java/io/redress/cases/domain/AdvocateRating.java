package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * What the merchant's side or another advocate thinks of an advocate's work in a case that has ended.
 *
 * @param score 1 to 5
 */
public record AdvocateRating(String caseId, String advocateId, String ratedBy, Side side, int score, Instant at) {

    /** Whose rating it is. */
    public enum Side {
        MERCHANT,
        PEER
    }

    /** Refused for respondents and those above them, before the end, and for the advocate. */
    public static Outcome<AdvocateRating> of(
            CaseFile file, Actor actor, Respondents respondents, int score, Instant now) {
        Optional<String> advocate = file.people().advocateId();
        if (advocate.isPresent()
                && !actor.ofMerchantSide()
                && respondents.standing(actor.id(), actor.department()).isPresent()) {
            return Outcome.refused(AdvocateChanges.advocateIsFree());
        }
        if (!file.status().ended() || advocate.isEmpty()) {
            return Outcome.refused(Refusal.of(
                            CaseRefusal.ILLEGAL_TRANSITION,
                            "An advocate is rated when the case has ended; this one is " + file.status() + ".")
                    .with("currentStatus", file.status().name()));
        }
        if (file.people().advocate(actor.id())) {
            return Outcome.refused(CaseRefusal.OWN_CAUSE, "Nobody rates himself.");
        }
        if (!actor.ofMerchantSide() && !actor.roles().contains("advocate")) {
            return Outcome.refused(
                    CaseRefusal.NOT_THE_ADVOCATE, "The merchant's side and other advocates rate an advocate.");
        }
        Side side = actor.ofMerchantSide() ? Side.MERCHANT : Side.PEER;
        return Outcome.done(new AdvocateRating(file.id(), advocate.get(), actor.id(), side, score, now));
    }
}
