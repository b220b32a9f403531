package io.redress.e2e.attack;

import com.nimbusds.jwt.JWTClaimsSet;
import io.redress.testkit.HostileTokens;
import io.redress.testkit.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes tokens with the suite's own signing keys, good ones and ones that must open no door. */
final class Tokens {

    /** Nobody answers there, and nobody is to ask. */
    private static final String ATTACKER = "http://127.0.0.1:1";

    private final TestTokens believed;

    Tokens(TestTokens believed) {
        this.believed = believed;
    }

    String good(String subject, String role, Optional<String> merchantId) {
        JWTClaimsSet.Builder claims = believed.claims(subject, List.of(role));
        merchantId.ifPresent(id -> claims.claim("merchant_id", id));
        return believed.sign(claims.build());
    }

    /** As the gateway makes it for a machine's API key; services take it, the gateway does not. */
    String ofTheGateway(String subject) {
        return believed.signEdge(believed.claims(subject, List.of("machine"))
                .issuer(believed.edgeIssuer())
                .build());
    }

    /** By name; each would be an operator's token if it were believed. */
    Map<String, String> hostile() {
        return HostileTokens.of(believed, ATTACKER);
    }
}
