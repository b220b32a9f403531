package io.redress.kit.http;

import java.util.List;
import java.util.OptionalInt;

/** Carries a shared failure through a future to the edge, where it becomes a problem document. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Problem.Violation> errors;
    private final int retryAfterSeconds;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), 0);
    }

    public ProblemException(ProblemType type, String detail, List<Problem.Violation> errors) {
        this(type, detail, errors, 0);
    }

    /** A failure that may be over soon; the answer says when to come back. */
    public static ProblemException retryAfter(ProblemType type, String detail, int seconds) {
        return new ProblemException(type, detail, List.of(), seconds);
    }

    private ProblemException(ProblemType type, String detail, List<Problem.Violation> errors, int retryAfterSeconds) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public ProblemType type() {
        return type;
    }

    public List<Problem.Violation> errors() {
        return errors;
    }

    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds == 0 ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
    }
}
