package io.redress.cases.domain;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts.
 *
 * @param id employee, merchant user or agency user
 * @param roles as in the token
 * @param merchantId on the merchant's side only
 * @param department as the organisation chart says; empty when it does not know the person
 * @param mandate under which an agency acts for the merchant
 */
public record Actor(
        String id,
        Set<String> roles,
        Optional<String> merchantId,
        Optional<String> department,
        Optional<String> mandate) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Somebody who acts in his own right. */
    public Actor(String id, Set<String> roles, Optional<String> merchantId, Optional<String> department) {
        this(id, roles, merchantId, department, Optional.empty());
    }

    public boolean hasAnyOf(Set<String> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    /** True for a merchant's owner, delegates and agencies; their token carries the merchant. */
    public boolean ofMerchantSide() {
        return merchantId.isPresent();
    }
}
