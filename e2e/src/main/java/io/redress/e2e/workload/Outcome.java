package io.redress.e2e.workload;

/** What a client knows of a command. */
public enum Outcome {
    /** It was accepted: its effect is there. */
    OK,
    /** It was refused for good: it has no effect. */
    REFUSED,
    /** Nobody said: it has an effect or none. */
    UNKNOWN
}
