package io.redress.cases.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A shop that shall have another owner.
 *
 * @param transfereeId the merchant that shall own it
 * @param claimants who else could claim it, one by one
 * @param bar why it cannot be transferred as things stand now
 */
public record ShopTransfer(
        String shopId, String transfereeId, List<Claimant> claimants, String description, Optional<Bar> bar)
        implements Request {

    /**
     * Somebody who could claim the shop.
     *
     * @param relation to the registrant, such as {@code child}
     */
    public record Claimant(String id, String relation) {}

    /** What keeps a shop with its owner. */
    public enum Bar {
        PENALTY_PENDING,
        CLOSURE_IN_FORCE
    }

    public ShopTransfer {
        claimants = List.copyOf(claimants);
    }

    public ShopTransfer barred(Optional<Bar> now) {
        return new ShopTransfer(shopId, transfereeId, claimants, description, now);
    }

    @Override
    public boolean shopClosed() {
        return bar.equals(Optional.of(Bar.CLOSURE_IN_FORCE));
    }

    @Override
    public CaseKind kind() {
        return CaseKind.SHOP_TRANSFER;
    }

    @Override
    public String itemId() {
        return "transfer";
    }

    @Override
    public Optional<Instant> since() {
        return Optional.empty();
    }

    @Override
    public Set<String> said() {
        Set<String> said = new HashSet<>(Set.of("shopId", "transfereeId", "claimants", "description"));
        said.add(shopId);
        said.add(transfereeId);
        claimants.forEach(claimant -> said.add(claimant.id()));
        return said;
    }

    @Override
    public Set<String> departments() {
        return Set.of();
    }
}
