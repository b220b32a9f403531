package io.redress.e2e.attack;

import io.redress.e2e.attack.Wire.Exchange;
import io.redress.testkit.ApiClient.Answer;
import java.util.Optional;
import java.util.Set;

/**
 * One route, called by one role in one relation to what it names.
 *
 * @param merchantId whom the caller is bound to
 */
record Cell(Route route, String role, Relation relation, Optional<String> merchantId, Expectation expected, Sent sent) {

    /** What the caller has to do with what the request names. */
    enum Relation {
        OWN,
        FOREIGN,
        /** A role of the merchant side in a token without a merchant. */
        UNBOUND,
        /** Staff and machines, who belong to no merchant. */
        STAFF,
        NO_TOKEN
    }

    /** What the contract promises for a cell. */
    enum Expectation {
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        /** A page without anything in it. */
        EMPTY,
        /** None of the three by which a door is closed; what the route itself makes of the example is its own matter. */
        LET_IN;

        private static final Set<Integer> CLOSED = Set.of(401, 403, 404);

        boolean met(Answer answer) {
            return switch (this) {
                case UNAUTHENTICATED -> answer.status() == 401;
                case FORBIDDEN -> answer.status() == 403 && answer.code().equals("forbidden");
                case NOT_FOUND -> answer.status() == 404 && answer.code().equals("not-found");
                case EMPTY ->
                    answer.status() == 200
                            && answer.json().getJsonArray("items").isEmpty();
                case LET_IN -> !CLOSED.contains(answer.status());
            };
        }
    }

    /** Sent one by one with the version that there is, so that it is more than a stale attempt. */
    boolean needsVersion() {
        return route.needsIfMatch() && expected == Expectation.LET_IN;
    }

    String failure(Exchange exchange, String why) {
        return "%s as %s (%s) at %s: expected %s, %s: %s"
                .formatted(route, role, relation, sent.base(), expected, why, exchange.answer());
    }
}
