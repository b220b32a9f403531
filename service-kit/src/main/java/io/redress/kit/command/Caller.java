package io.redress.kit.command;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks, as the verified token says.
 *
 * @param subject employee, merchant user, agency user or machine
 * @param roles as in the token
 * @param merchantId on the merchant's side only; an agency's is the one that its mandate names
 * @param locale preferred language, a BCP 47 tag
 * @param bearer the token itself, to be forwarded; empty for the service itself
 * @param mandate under which an agency acts; to be recorded with what it does
 */
public record Caller(
        String subject,
        Set<String> roles,
        Optional<String> merchantId,
        String locale,
        String bearer,
        Optional<String> mandate) {

    private static final Set<String> MERCHANT_SIDE = Set.of("merchant", "delegate", "agency");

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody who acts in his own right. */
    public Caller(String subject, Set<String> roles, Optional<String> merchantId, String locale, String bearer) {
        this(subject, roles, merchantId, locale, bearer, Optional.empty());
    }

    /** The service acting on its own account: consumers and deadlines. */
    public static Caller service(String name) {
        return new Caller(name, Set.of("machine"), Optional.empty(), "en", "");
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    /** By role, or by the merchant acted for; also without the one or the other. Staff and machines are not. */
    public boolean ofMerchantSide() {
        return merchantId.isPresent() || roles.stream().anyMatch(MERCHANT_SIDE::contains);
    }

    /** Whose idempotency keys are meant: one agency user has keys of his own for each merchant he acts for. */
    public String keySpace() {
        return mandate.isEmpty() ? subject : subject + " for " + merchantId.orElse("");
    }

    @Override
    public String toString() {
        return "Caller[" + subject + ", " + roles + "]";
    }
}
