package io.redress.e2e.planted;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A change of one place of a source file.
 *
 * @param module directory of the module, e.g. {@code service-kit}
 * @param type the top-level class, with its package
 * @param find the text as it stands there exactly once; any run of white space is as good as any other
 * @param replacement what stands there instead
 */
record Edit(String module, String type, String find, String replacement) {

    static Edit of(String module, String type, String find, String replacement) {
        return new Edit(module, type, find, replacement);
    }

    /** From the project's root. */
    Path source() {
        return Path.of(module, "src", "main", "java").resolve(type.replace('.', '/') + ".java");
    }

    /** @throws CannotPlant unless the text is found once */
    String applyTo(String source) {
        Matcher matcher = pattern().matcher(source);
        if (!matcher.find()) {
            throw new CannotPlant("its source is gone from " + type + ": " + find);
        }
        String changed = source.substring(0, matcher.start()) + replacement + source.substring(matcher.end());
        if (matcher.find()) {
            throw new CannotPlant("its source is more than once in " + type + ": " + find);
        }
        return changed;
    }

    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(find.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
    }
}
