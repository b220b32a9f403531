package io.redress.kit.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a trace, as the header and the CloudEvents extension {@code traceparent} carry it (W3C Trace Context,
 * level 1).
 *
 * @param traceId 32 lower-case hex digits, not all zero; shared by everything that one request led to
 * @param spanId 16 lower-case hex digits, not all zero; this step
 * @param sampled whether the step before may have been recorded
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {

    /** Name of the header and of the CloudEvents extension. */
    public static final String NAME = "traceparent";

    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    /** Later versions may append fields behind another hyphen; version ff is forbidden. */
    private static final Pattern HEADER =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final int MAX_CHARACTERS = 256;

    public TraceParent {
        if (!isTraceId(traceId) || !SPAN_ID.matcher(spanId).matches()) {
            throw new IllegalArgumentException("not a trace id and a span id: " + traceId + ", " + spanId);
        }
    }

    /** Whether the text is a trace id. */
    public static boolean isTraceId(String text) {
        return TRACE_ID.matcher(text).matches();
    }

    /** What a header says; empty if it is absent, malformed, all zero or longer than 256 characters. */
    public static Optional<TraceParent> parse(String header) {
        if (header == null || header.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        Matcher matcher = HEADER.matcher(header);
        boolean valid = matcher.matches()
                && !(matcher.group(1).equals("00") && matcher.group(5) != null)
                && isTraceId(matcher.group(2))
                && SPAN_ID.matcher(matcher.group(3)).matches();
        return valid
                ? Optional.of(new TraceParent(
                        matcher.group(2), matcher.group(3), (Integer.parseInt(matcher.group(4), 16) & 1) == 1))
                : Optional.empty();
    }

    /** The first step of a new trace, which nobody has recorded. */
    public static TraceParent fresh(RandomGenerator random) {
        return new TraceParent(hex(random, 2), hex(random, 1), false);
    }

    /** The next step of the trace that the header names, or the first of a new one if it names none. */
    public static TraceParent following(String header, RandomGenerator random) {
        return parse(header).map(parent -> parent.child(random)).orElseGet(() -> fresh(random));
    }

    /** A further step of the same trace. */
    public TraceParent child(RandomGenerator random) {
        return new TraceParent(traceId, hex(random, 1), sampled);
    }

    /** The value of the header. */
    public String header() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    @Override
    public String toString() {
        return header();
    }

    private static String hex(RandomGenerator random, int longs) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < longs * 16) {
            long part = random.nextLong();
            // an id of zeros is no id
            if (part != 0) {
                digits.append(HexFormat.of().toHexDigits(part));
            }
        }
        return digits.toString();
    }
}
