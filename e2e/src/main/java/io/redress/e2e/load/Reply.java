package io.redress.e2e.load;

import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * What became of a request.
 *
 * @param status 0 if there was no answer
 * @param text the body, or why there was none
 */
record Reply(Ask ask, Verdict verdict, int status, String text) {

    /** How a request may end under overload, and how it must not. */
    enum Verdict {
        /** Answered with 2xx. */
        DONE,
        /** Refused with 429 or 503, a problem document, and when to come back. */
        SHED,
        /** The connection was refused or closed: whether a command took place is not known. */
        CLOSED,
        /** Anything else. */
        WRONG
    }

    private static final int OK = 200;
    private static final int NOT_SUCCESS = 300;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    static Reply answered(Ask ask, int status, MultiMap headers, String body) {
        if (status >= OK && status < NOT_SUCCESS) {
            return new Reply(ask, Verdict.DONE, status, body);
        }
        boolean shed = (status == TOO_MANY_REQUESTS || status == UNAVAILABLE)
                && comesBack(headers.get("Retry-After"))
                && isProblem(headers.get("Content-Type"), body);
        return new Reply(ask, shed ? Verdict.SHED : Verdict.WRONG, status, body);
    }

    static Reply closed(Ask ask, Throwable why) {
        return new Reply(ask, Verdict.CLOSED, 0, String.valueOf(why));
    }

    static Reply never(Ask ask) {
        return new Reply(ask, Verdict.WRONG, 0, "no answer in time");
    }

    /** The id of what a command made. */
    String id() {
        return new JsonObject(text).getString("id");
    }

    private static boolean comesBack(String retryAfter) {
        return retryAfter != null && retryAfter.matches("[1-9]\\d{0,4}");
    }

    private static boolean isProblem(String contentType, String body) {
        if (contentType == null || !contentType.startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonObject problem = new JsonObject(body);
            return !problem.getString("requestId", "").isBlank()
                    && !problem.getString("code", "").isBlank();
        } catch (DecodeException | ClassCastException e) {
            return false;
        }
    }
}
