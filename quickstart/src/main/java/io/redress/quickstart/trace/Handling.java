package io.redress.quickstart.trace;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an event at a service that reads its topic.
 *
 * @param at machine time, where it is known: of an event with later ones behind it only the last is
 */
public record Handling(String service, State state, Optional<Instant> at) {

    /** In words for the reader. */
    public enum State {
        HANDLED("handled"),
        PARKED("parked"),
        DEAD_LETTER("dead letter"),
        DISCARDED("discarded"),
        NOT_YET("not handled yet");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
