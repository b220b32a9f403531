package io.redress.contracts;

/** Whether a regular expression by itself limits how long a text can be: anchored at both ends, nothing repeated for ever. */
final class BoundedPattern {
    private BoundedPattern() {}

    static boolean isBounded(String pattern) {
        if (!pattern.startsWith("^") || !pattern.endsWith("$") || pattern.endsWith("\\$")) {
            return false;
        }
        int groups = 0;
        boolean inClass = false;
        for (int i = 1; i < pattern.length() - 1; i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else {
                inClass = c == '[';
                groups += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == '*' || c == '+' || (c == '|' && groups == 0) || opensEndlessCount(pattern, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean opensEndlessCount(String pattern, int at) {
        return pattern.substring(at).matches("\\{[0-9]+,\\}.*");
    }
}
