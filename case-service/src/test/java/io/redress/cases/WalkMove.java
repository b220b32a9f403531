package io.redress.cases;

import io.redress.cases.WalkCast.Who;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** One thing that happens in a walk, and what must come of it. */
sealed interface WalkMove {

    /**
     * Somebody asks something.
     *
     * @param versioned whether it is about the walk's own case at the version last seen
     * @param expected code of the refusal; empty when it is accepted
     * @param then what has changed after it was accepted, from the answer
     */
    record Call(String path, Who who, JsonObject body, boolean versioned, String expected, Consumer<JsonObject> then)
            implements WalkMove {

        Call expecting(String code) {
            return new Call(path, who, body, versioned, code, then);
        }

        @Override
        public String toString() {
            return path + " by " + who + " " + body.encode();
        }
    }

    /**
     * Another service tells something; it is heard after everything that is asked in the same round.
     *
     * @param words for the log
     * @param publish to be run once
     */
    record Telling(String words, Runnable publish) implements WalkMove {

        @Override
        public String toString() {
            return words;
        }
    }
}
