package io.redress.gateway.access;

import io.redress.gateway.routing.Destination;
import io.redress.kit.command.Caller;
import io.redress.kit.http.OperationAccess;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.http.RoleTable;
import io.redress.kit.http.TokenVerifier;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a request may go on, decided before its body is read: who asks, for whom, and whether the operation's scope
 * allows it. Deny by default: an unknown operation, an unknown role, two answers to one question and any error are a
 * refusal. Afterwards the request's Authorization header holds the one token that a service gets to see.
 */
public final class Admission {

    /** Request header: the merchant that an agency acts for. It goes no further than here. */
    public static final String MERCHANT_HEADER = "Redress-Merchant";

    private static final String AUTHORIZATION = "Authorization";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final ScopeTable scopes;
    private final RoleTable roles;
    private final TokenVerifier tokens;
    private final ApiKeyExchange apiKeys;
    private final MandateExchange mandates;

    Admission(
            ScopeTable scopes,
            RoleTable roles,
            TokenVerifier tokens,
            ApiKeyExchange apiKeys,
            MandateExchange mandates) {
        this.scopes = scopes;
        this.roles = roles;
        this.tokens = tokens;
        this.apiKeys = apiKeys;
        this.mandates = mandates;
    }

    /**
     * Fails with a problem if the request ends here: unauthenticated, forbidden, or not-found.
     *
     * @param destination as the contracts say
     * @return who asks; empty for an open operation, which asks nobody
     */
    public Future<Optional<Caller>> admit(HttpServerRequest request, Destination destination) {
        Optional<OperationAccess> operation = template(destination)
                .flatMap(template -> scopes.find(request.method().name(), template));
        if (operation.isEmpty()) {
            return Future.failedFuture(new ProblemException(ProblemType.FORBIDDEN, "this caller may not do this"));
        }
        if (operation.get().open()) {
            request.headers().remove(AUTHORIZATION).remove(MERCHANT_HEADER);
            return Future.succeededFuture(Optional.empty());
        }
        return identify(request.headers().getAll(AUTHORIZATION))
                .compose(caller -> acting(caller, request.headers().getAll(MERCHANT_HEADER)))
                .map(caller -> {
                    operation.get().admit(caller, roles);
                    request.headers().remove(MERCHANT_HEADER).set(AUTHORIZATION, "Bearer " + caller.bearer());
                    return Optional.of(caller);
                });
    }

    private static Optional<String> template(Destination destination) {
        if (destination instanceof Destination.Known known) {
            return Optional.of(known.template());
        }
        return destination instanceof Destination.Own own ? Optional.of(own.template()) : Optional.empty();
    }

    private Future<Caller> identify(List<String> authorization) {
        if (authorization.size() != 1) {
            return tokens.verify(null);
        }
        String header = authorization.get(0);
        return ApiKeyExchange.isApiKey(header) ? apiKeys.exchange(header) : tokens.verify(header);
    }

    private Future<Caller> acting(Caller caller, List<String> merchants) {
        if (merchants.isEmpty()) {
            return Future.succeededFuture(caller);
        }
        if (!caller.hasRole("agency")) {
            return Future.failedFuture(new ProblemException(ProblemType.FORBIDDEN, "this caller may not do this"));
        }
        if (merchants.size() > 1 || !ID.matcher(merchants.get(0)).matches()) {
            return MandateExchange.none();
        }
        return mandates.exchange(caller, merchants.get(0));
    }
}
