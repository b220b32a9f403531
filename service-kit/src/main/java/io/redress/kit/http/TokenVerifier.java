package io.redress.kit.http;

import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.Caller;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.web.client.WebClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Verifies bearer tokens against the keys of the issuers that are trusted, each with its own: the claim {@code iss}
 * chooses the issuer, whose key of the token's key id has to have signed it with that key's algorithm; then audience,
 * expiry, beginning, and what tokens of this issuer may say. Anything wrong or unexpected is a refusal that does not say
 * what it was. A token that was verified is not verified again before it expires (see {@link VerifiedTokens}). Used from
 * one event loop.
 */
public final class TokenVerifier {

    private static final int MAX_TOKEN_CHARS = 8_192;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_=.-]+");

    private final List<TrustedIssuer> issuers;
    private final String audience;
    private final MachineClock clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    public TokenVerifier(List<TrustedIssuer> issuers, String audience, MachineClock clock) {
        this.issuers = List.copyOf(issuers);
        this.audience = audience;
        this.clock = clock;
    }

    /** A service's: the identity issuer and, if it is told of one, the gateway. */
    public static TokenVerifier of(Vertx vertx, WebClient client, TokenConfig config, MachineClock clock) {
        List<TrustedIssuer> issuers = new ArrayList<>();
        issuers.add(TrustedIssuer.identity(vertx, client, config.issuer(), config.jwksUrl(), clock));
        config.edge()
                .ifPresent(
                        edge -> issuers.add(TrustedIssuer.edge(vertx, client, edge.issuer(), edge.jwksUrl(), clock)));
        return new TokenVerifier(issuers, config.audience(), clock);
    }

    /** Fetches the key sets once; a failure is logged, and made good when the first token comes. */
    public Future<Void> warmUp() {
        return Future.join(issuers.stream().map(TrustedIssuer::warmUp).toList()).mapEmpty();
    }

    /** Fails with an {@code unauthenticated} problem, which never says what was wrong with the token. */
    public Future<Caller> verify(String authorization) {
        return bearer(authorization).map(this::knownOrVerified).orElseGet(TokenVerifier::refused);
    }

    private Future<Caller> knownOrVerified(String token) {
        Instant now = clock.now();
        return verified.find(token, now).map(Future::succeededFuture).orElseGet(() -> verifyToken(token, now));
    }

    private Future<Caller> verifyToken(String token, Instant now) {
        if (!COMPACT.matcher(token).matches()) {
            return refused();
        }
        try {
            TokenClaims claims = TokenClaims.parse(token);
            TrustedIssuer issuer = issuers.stream()
                    .filter(trusted -> trusted.name().equals(claims.issuer()))
                    .findFirst()
                    .orElseThrow(TokenClaims.Bad::new);
            claims.checkFor(audience, now);
            Caller caller = claims.caller(issuer.kind(), token);
            return issuer.keys()
                    .find(claims.keyId(), claims.algorithm())
                    .compose(key ->
                            key.orElseThrow(TokenClaims.Bad::new).verifier().authenticate(new TokenCredentials(token)))
                    .map(user -> {
                        verified.remember(token, caller, claims.expires(), issuer);
                        return caller;
                    })
                    .recover(failure -> refused());
        } catch (RuntimeException e) {
            return refused();
        }
    }

    private static Optional<String> bearer(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        String token = authorization.substring(7).strip();
        return Optional.of(token).filter(given -> given.length() <= MAX_TOKEN_CHARS);
    }

    private static <T> Future<T> refused() {
        return Future.failedFuture(
                new ProblemException(ProblemType.UNAUTHENTICATED, "the bearer token is missing or not valid"));
    }
}
