package io.redress.kit.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a batch.
 *
 * @param deletable ids that were acknowledged and have no earlier failed row of the same key
 * @param failedKeys keys with a failed row, and the first failure of each
 */
record SendOutcome(List<Long> deletable, Map<String, Throwable> failedKeys) {

    /**
     * A row behind a failed one of its key stays even if the broker took it: sent again in order it is a duplicate,
     * which consumers drop, while its predecessor would otherwise come last for good.
     *
     * @param failures by position in the batch; null where the broker acknowledged
     */
    static SendOutcome of(List<OutboxRow> rows, List<Throwable> failures) {
        List<Long> deletable = new ArrayList<>(rows.size());
        Map<String, Throwable> failedKeys = new HashMap<>();
        Set<String> stopped = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            if (failures.get(i) != null && stopped.add(row.key())) {
                failedKeys.put(row.key(), failures.get(i));
            }
            if (!stopped.contains(row.key())) {
                deletable.add(row.id());
            }
        }
        return new SendOutcome(List.copyOf(deletable), Map.copyOf(failedKeys));
    }
}
