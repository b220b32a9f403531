package io.redress.cases.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A loss by a fault of the platform.
 *
 * @param reference the incident, order or settlement that names it
 * @param liable the departments that the merchant names as liable; the first one is asked to answer
 */
public record Loss(String reference, Money amount, Instant happenedAt, List<String> liable, String description)
        implements MoneyRequest {

    public Loss {
        liable = List.copyOf(liable);
    }

    @Override
    public CaseKind kind() {
        return CaseKind.COMPENSATION;
    }

    @Override
    public String itemId() {
        return "loss";
    }

    @Override
    public Set<String> said() {
        return Set.of("reference", reference, "amount", "lostAt", "liableDepartments", "description");
    }

    @Override
    public Set<String> departments() {
        return new HashSet<>(liable);
    }
}
