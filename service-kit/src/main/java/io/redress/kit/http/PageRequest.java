package io.redress.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a list is asked for. The cursor is opaque to callers: it holds the sort key of the last item seen.
 *
 * @param limit items at the most, 1 to 200
 * @param after the decoded sort key, parts in order; empty for the first page
 */
public record PageRequest(int limit, Optional<List<String>> after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR_CHARS = 512;
    private static final String SEPARATOR = "\u001f";

    static PageRequest of(Optional<String> limit, Optional<String> cursor) {
        int size = limit.map(PageRequest::parseLimit).orElse(DEFAULT_LIMIT);
        return new PageRequest(size, cursor.map(PageRequest::decode));
    }

    /** The cursor that continues behind an item with this sort key. */
    public static String cursor(List<String> sortKey) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, sortKey).getBytes(StandardCharsets.UTF_8));
    }

    private static int parseLimit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException ignored) {
            // answered below, like a number out of range
        }
        throw invalid("limit", "a whole number from 1 to " + MAX_LIMIT);
    }

    private static List<String> decode(String cursor) {
        if (cursor.length() > MAX_CURSOR_CHARS) {
            throw invalid("cursor", "not a cursor of this list");
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.indexOf('\0') >= 0) {
                throw invalid("cursor", "not a cursor of this list");
            }
            return List.of(text.split(SEPARATOR, -1));
        } catch (IllegalArgumentException e) {
            throw invalid("cursor", "not a cursor of this list");
        }
    }

    private static ProblemException invalid(String parameter, String detail) {
        return new ProblemException(
                ProblemType.VALIDATION_FAILED,
                "a paging parameter is not valid",
                List.of(new Problem.Violation(parameter, detail)));
    }
}
