package io.redress.kit.faults;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point at which the process is to end.
 *
 * @param scope operationId, event type or topic
 * @param count which of the times that the point is reached from now on; 1 is the next
 */
public record Armed(CrashPoint point, String scope, int count) {

    private static final String SCOPE = "[A-Za-z0-9.-]{1,64}";
    private static final Pattern TEXT = Pattern.compile("([A-Z_]+):(" + SCOPE + ")(?::(\\d{1,6}))?");

    /** @throws IllegalArgumentException if it could never be reached */
    public Armed {
        if (scope == null || !scope.matches(SCOPE)) {
            throw new IllegalArgumentException("a scope is an operationId, an event type or a topic, not " + scope);
        }
        if (count < 1) {
            throw new IllegalArgumentException("a count is at least 1, not " + count);
        }
    }

    /**
     * Reads {@code AFTER_COMMIT:openCase} or, for the third time, {@code AFTER_COMMIT:openCase:3}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    static Armed parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("POINT:SCOPE or POINT:SCOPE:COUNT, not '" + text + "'");
        }
        int count = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        return new Armed(CrashPoint.valueOf(matcher.group(1)), matcher.group(2), count);
    }
}
