package io.redress.e2e.workload;

/** Sees every answer that any client gets, in the thread that got it. */
@FunctionalInterface
public interface AnswerWatch {

    /** @param request method and path */
    void saw(String request, Answer answer);
}
