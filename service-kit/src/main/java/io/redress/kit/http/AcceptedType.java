package io.redress.kit.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Picks a media type by an Accept header (RFC 9110, 12.5.1); parameters other than {@code q} are not looked at. */
final class AcceptedType {

    private static final double UNSAID = 1;

    private AcceptedType() {}

    /**
     * The offered type with the highest quality, of several the first; the first of all where nothing is said.
     *
     * @param accept values of the header, in their order
     * @return empty when none is taken
     */
    static Optional<String> of(List<String> accept, List<String> offered) {
        List<String> ranges = accept.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(range -> range.strip().toLowerCase(Locale.ROOT))
                .filter(range -> !range.isEmpty())
                .toList();
        if (ranges.isEmpty()) {
            return Optional.of(offered.get(0));
        }
        String best = null;
        double highest = 0;
        for (String type : offered) {
            double quality = quality(ranges, type);
            if (quality > highest) {
                best = type;
                highest = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** That of the range which is closest to the type; 0 when no range has it. */
    private static double quality(List<String> ranges, String type) {
        double quality = 0;
        int closest = 0;
        for (String range : ranges) {
            String[] parts = range.split(";");
            int closeness = closeness(parts[0].strip(), type);
            if (closeness > closest) {
                closest = closeness;
                quality = quality(parts);
            }
        }
        return quality;
    }

    private static int closeness(String range, String type) {
        if (range.equals(type)) {
            return 3;
        }
        if (range.equals(type.substring(0, type.indexOf('/')) + "/*")) {
            return 2;
        }
        return range.equals("*/*") ? 1 : 0;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2));
            }
        }
        return UNSAID;
    }

    private static double number(String text) {
        return text.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(text) : 0;
    }
}
