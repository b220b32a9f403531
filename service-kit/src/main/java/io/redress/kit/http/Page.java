package io.redress.kit.http;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, in stable order.
 *
 * @param next the cursor of the next part; null on the last
 */
public record Page<T>(List<T> items, String next) {

    /**
     * Cuts a page out of rows read with {@code limit + 1}.
     *
     * @param sortKey the values that the list is ordered by, as text
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, List<String>> sortKey) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, PageRequest.cursor(sortKey.apply(items.get(limit - 1))));
    }
}
