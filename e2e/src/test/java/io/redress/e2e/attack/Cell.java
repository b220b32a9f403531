package io.redress.e2e.attack;

import io.redress.e2e.attack.Wire.Exchange;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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

    /** What the contract promises for a cell: what answer meets it does not depend on the service. */
    enum Expectation {
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        /** A list of the own, asked by something of another merchant's: there is nothing of it. */
        EMPTY_PAGE,
        /** The same list, asked by whoever may see what is asked by; without it an empty page would prove nothing. */
        FULL_PAGE,
        /** None of 401, 403 and 404; what else the answer is depends on the state of things. */
        LET_IN;

        private static final Set<Integer> CLOSED = Set.of(401, 403, 404);
        private static final int FIRST_BREAKDOWN = 500;

        boolean met(Answer answer) {
            return switch (this) {
                case UNAUTHENTICATED -> refused(answer, 401, "unauthenticated");
                case FORBIDDEN -> refused(answer, 403, "forbidden");
                case NOT_FOUND -> refused(answer, 404, "not-found");
                case EMPTY_PAGE ->
                    page(answer)
                            .filter(page -> page.getJsonArray("items").isEmpty() && !page.containsKey("next"))
                            .isPresent();
                case FULL_PAGE ->
                    page(answer)
                            .filter(page -> !page.getJsonArray("items").isEmpty())
                            .isPresent();
                case LET_IN -> !CLOSED.contains(answer.status()) && answer.status() < FIRST_BREAKDOWN;
            };
        }

        /** Whether whoever is in such a cell sees what the request names. */
        boolean opens() {
            return switch (this) {
                case FULL_PAGE, LET_IN -> true;
                case UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, EMPTY_PAGE -> false;
            };
        }

        private static boolean refused(Answer answer, int status, String code) {
            return answer.status() == status && answer.code().equals(code);
        }

        private static Optional<JsonObject> page(Answer answer) {
            if (answer.status() != 200) {
                return Optional.empty();
            }
            try {
                return Optional.of(answer.json()).filter(page -> page.getValue("items") instanceof JsonArray);
            } catch (DecodeException e) {
                return Optional.empty();
            }
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
