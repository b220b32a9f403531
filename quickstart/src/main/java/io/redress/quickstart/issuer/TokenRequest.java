package io.redress.quickstart.issuer;

import java.util.List;
import java.util.Optional;

/**
 * Whom a token is for.
 *
 * @param subject employee, merchant user or machine
 * @param merchantId the merchant, for the merchant side only
 * @param locale zh or en
 */
public record TokenRequest(String subject, List<String> roles, Optional<String> merchantId, String locale) {

    public TokenRequest {
        roles = List.copyOf(roles);
    }
}
