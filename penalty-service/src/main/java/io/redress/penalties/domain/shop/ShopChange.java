package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.points.Credit;
import io.redress.penalties.domain.points.Entry;
import java.util.List;

/**
 * What a decision about a shop leads to.
 *
 * @param after the shop as it then is
 * @param entries to be appended to its points
 * @param credits to be appended to its points
 * @param events in the order they happened
 */
public record ShopChange(ShopFile after, List<Entry> entries, List<Credit> credits, List<ShopEvent> events) {

    public ShopChange {
        entries = List.copyOf(entries);
        credits = List.copyOf(credits);
        events = List.copyOf(events);
    }
}
