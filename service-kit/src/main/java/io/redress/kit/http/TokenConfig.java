package io.redress.kit.http;

import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import java.util.Optional;

/**
 * Whose tokens are believed, and how the service gets its own.
 *
 * @param tokenUrl of the OAuth 2.0 client-credentials grant
 * @param edge the gateway as an issuer, if its tokens are believed here
 */
public record TokenConfig(
        String issuer,
        String jwksUrl,
        String audience,
        String tokenUrl,
        String clientId,
        Secret clientSecret,
        Optional<EdgeIssuer> edge) {

    /** The gateway's name in {@code iss}, and where its public keys are. */
    public record EdgeIssuer(String issuer, String jwksUrl) {}

    public static TokenConfig from(Env env) {
        return new TokenConfig(
                env.required("REDRESS_ISSUER"),
                env.required("REDRESS_JWKS_URL"),
                env.optional("REDRESS_AUDIENCE", "redress"),
                env.required("REDRESS_TOKEN_URL"),
                env.required("REDRESS_CLIENT_ID"),
                env.secret("REDRESS_CLIENT_SECRET"),
                env.find("REDRESS_EDGE_JWKS_URL").map(url -> new EdgeIssuer(env.required("REDRESS_EDGE_ISSUER"), url)));
    }
}
