package io.redress.kit.command;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks, as the verified token says.
 *
 * @param subject employee, merchant user or machine
 * @param roles as in the token
 * @param merchantId on the merchant's side only
 * @param locale preferred language, a BCP 47 tag
 * @param bearer the token itself, to be forwarded; empty for the service itself
 */
public record Caller(String subject, Set<String> roles, Optional<String> merchantId, String locale, String bearer) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The service acting on its own account: consumers and deadlines. */
    public static Caller service(String name) {
        return new Caller(name, Set.of("machine"), Optional.empty(), "en", "");
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    @Override
    public String toString() {
        return "Caller[" + subject + ", " + roles + "]";
    }
}
