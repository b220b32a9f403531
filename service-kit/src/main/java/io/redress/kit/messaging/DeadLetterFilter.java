package io.redress.kit.messaging;

import java.util.Optional;

/** Which dead letters, or parked events, are asked for. */
public record DeadLetterFilter(DeadLetter.State state, Optional<String> topic, Optional<String> key) {}
