package io.redress.e2e.workload;

import io.redress.quickstart.story.User;
import java.util.Optional;

/** Sees every answer that any client gets, in the thread that got it. */
@FunctionalInterface
public interface AnswerWatch {

    /**
     * @param caller who asked; empty for nobody in particular
     * @param request method and path
     */
    void saw(Optional<User> caller, String request, Answer answer);

    /** Both of them see it. */
    default AnswerWatch and(AnswerWatch other) {
        return (caller, request, answer) -> {
            saw(caller, request, answer);
            other.saw(caller, request, answer);
        };
    }
}
