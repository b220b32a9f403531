package io.redress.cases.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A fee that was charged by the rules and that it would be unfair to keep.
 *
 * @param reference the fee or the settlement that names it
 * @param chargedBy the department that charged it
 * @param campaign that it was charged for
 */
public record Fee(
        String reference,
        Money amount,
        Instant happenedAt,
        String chargedBy,
        Optional<String> campaign,
        String description)
        implements MoneyRequest {

    @Override
    public CaseKind kind() {
        return CaseKind.FEE_RELIEF;
    }

    @Override
    public String itemId() {
        return "fee";
    }

    @Override
    public Set<String> said() {
        Set<String> said = new HashSet<>(Set.of("reference", reference, "amount", "chargedAt", "chargedBy"));
        said.add("description");
        campaign.ifPresent(id -> {
            said.add("campaignId");
            said.add(id);
        });
        return said;
    }

    @Override
    public Set<String> departments() {
        return Set.of(chargedBy);
    }
}
