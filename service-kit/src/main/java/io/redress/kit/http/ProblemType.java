package io.redress.kit.http;

import io.redress.kit.outcome.RefusalKind;

/** Failures that every service shares; the services' own refusals carry their own codes. */
public enum ProblemType {
    VALIDATION_FAILED(400, "The request is not as the contract says"),
    IDEMPOTENCY_KEY_MISSING(400, "An Idempotency-Key header is required"),
    UNAUTHENTICATED(401, "A valid bearer token is required"),
    FORBIDDEN(403, "This caller may not do this"),
    NOT_FOUND(404, "There is no such resource"),
    METHOD_NOT_ALLOWED(405, "The resource does not know this method"),
    NOT_ACCEPTABLE(406, "The resource is not to be had in a form that the caller accepts"),
    REQUEST_TIMEOUT(408, "The request did not arrive in time"),
    IDEMPOTENCY_KEY_RUNNING(409, "A request with this Idempotency-Key is still running"),
    VERSION_CONFLICT(412, "The resource has changed since this version"),
    PAYLOAD_TOO_LARGE(413, "The request body is too large"),
    URI_TOO_LONG(414, "The request target is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The request body is of a media type that this operation does not take"),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for another request"),
    PRECONDITION_REQUIRED(428, "An If-Match header with the resource's version is required"),
    RATE_LIMITED(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The request's headers are too large"),
    INTERNAL(500, "Something went wrong on our side"),
    DEPENDENCY_UNAVAILABLE(503, "A part that this needs is not available now"),
    OVERLOADED(503, "More is asked of us at this moment than we can answer");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The status that a kind of refusal is answered with. */
    public static int statusOf(RefusalKind kind) {
        return switch (kind) {
            case RULE -> 422;
            case STATE -> 409;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
        };
    }
}
