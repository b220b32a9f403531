package io.redress.gateway.overview;

import io.vertx.core.json.JsonObject;

/** What became of the question for one part. */
sealed interface Finding {

    /** The part, as the caller may see it. */
    record Shown(JsonObject part) implements Finding {}

    /** The service says that there is no such merchant, or not for this caller. */
    record Unknown() implements Finding {}

    /** The part is not there now, or not for this caller. */
    record Missing(Reason reason) implements Finding {}

    /** Why a part is missing. */
    enum Reason {
        UNAVAILABLE,
        TIMEOUT,
        NOT_PERMITTED
    }
}
