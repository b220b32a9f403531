package io.redress.cases.domain;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts.
 *
 * @param id employee or merchant user
 * @param roles as in the token
 * @param merchantId on the merchant's side only
 * @param department as the organisation chart says; empty when it does not know the person
 */
public record Actor(String id, Set<String> roles, Optional<String> merchantId, Optional<String> department) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean hasAnyOf(Set<String> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    /** True for a merchant's owner and delegates; their token carries the merchant. */
    public boolean ofMerchantSide() {
        return merchantId.isPresent();
    }
}
