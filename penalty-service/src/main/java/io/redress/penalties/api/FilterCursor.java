package io.redress.penalties.api;

import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Sort keys of a filtered list, with a mark of the filters in front: the cursor of other filters is refused instead of
 * answered with a page that fits neither. The mark is no secret and no signature; a cursor shows nothing that the
 * filters do not let through.
 */
final class FilterCursor {

    /** Of four-digit years: others do not come from here, and the database does not take all of them. */
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-[-0-9T:.]{1,30}Z");

    private final String mark;

    private FilterCursor(String mark) {
        this.mark = mark;
    }

    /** @param filters the same text for the same filters, in every instance */
    static FilterCursor of(String filters) {
        CRC32 crc = new CRC32();
        crc.update(filters.getBytes(StandardCharsets.UTF_8));
        return new FilterCursor(Long.toHexString(crc.getValue()));
    }

    List<String> key(String... parts) {
        List<String> key = new ArrayList<>(List.of(mark));
        key.addAll(List.of(parts));
        return key;
    }

    /** @throws ProblemException {@code validation-failed} for a cursor of another list, or of none */
    String text(List<String> key, int part) {
        if (!key.get(0).equals(mark) || key.size() <= part + 1) {
            throw foreign();
        }
        return key.get(part + 1);
    }

    /** @throws ProblemException {@code validation-failed}, also where the part is no instant */
    Instant instant(List<String> key, int part) {
        String text = text(key, part);
        if (!INSTANT.matcher(text).matches()) {
            throw foreign();
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw foreign();
        }
    }

    private static ProblemException foreign() {
        return new ProblemException(
                ProblemType.VALIDATION_FAILED,
                "a paging parameter is not valid",
                List.of(new Problem.Violation("cursor", "not a cursor of this list with these filters")));
    }
}
