package io.redress.refunds.app;

import io.redress.kit.boot.Ids;
import io.redress.kit.command.Decision;
import io.redress.kit.command.Revision;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Write;
import io.redress.refunds.domain.ClaimPolicy;
import io.redress.refunds.domain.Money;

/** Pins the effect line a ruling would carry if it ordered money back. Nothing is kept: the ruling brings it back. */
public final class PreviewClaimEffect {
    /**
     * The line.
     *
     * @param effectId its id, fresh with every preview
     * @param claimId the claim it would make
     */
    public record Line(String effectId, String claimId, Money amount) {}

    private final ClaimPolicy policy;
    private final Ids ids;

    public PreviewClaimEffect(ClaimPolicy policy, Ids ids) {
        this.policy = policy;
        this.ids = ids;
    }

    /** Refuses {@code AMOUNT_NOT_POSITIVE}, {@code CURRENCY_UNKNOWN}. */
    public Decision<Line> handle(Money amount) {
        Outcome<Money> checked = policy.check(amount);
        if (checked instanceof Outcome.Refused<Money> refused) {
            return Decision.refuse(refused.refusal());
        }
        Line line = new Line(ids.next("eff"), ids.next("clm"), amount);
        return Decision.accept(line, Revision.NEW, Write.none());
    }
}
