package io.redress.testkit.eventloop;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One blocking call on an event loop.
 *
 * @param method what blocks
 * @param stack from its caller outwards
 */
public record BlockingCall(String method, List<StackTraceElement> stack) {

    private static final int FRAMES_SHOWN = 40;

    static BlockingCall of(String method, StackTraceElement[] stack) {
        List<StackTraceElement> callers = Stream.of(stack)
                .dropWhile(frame -> !frame.getClassName().startsWith("reactor.blockhound."))
                .dropWhile(frame -> frame.getClassName().startsWith("reactor.blockhound."))
                .toList();
        return new BlockingCall(method, callers);
    }

    /** Whether code of this class was on its way. */
    public boolean passes(Class<?> type) {
        return stack.stream().anyMatch(frame -> frame.getClassName().equals(type.getName()));
    }

    @Override
    public String toString() {
        return stack.stream()
                .limit(FRAMES_SHOWN)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining("", method, ""));
    }
}
