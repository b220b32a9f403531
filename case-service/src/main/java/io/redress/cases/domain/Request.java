package io.redress.cases.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a merchant asks for in a case that is no appeal against a penalty. It has one item, which is granted or not;
 * whoever belongs to a department that it names has a part in it.
 */
public sealed interface Request extends Subject permits MoneyRequest, ShopTransfer, Complaint {

    /** Names of what the request says, and the references in it. */
    Set<String> said();

    /** From when on the window of its kind runs; empty for what has no date. */
    Optional<Instant> since();

    /** In the merchant's own words, or the advocate's on her own motion; empty when nothing was said. */
    String description();

    /** The name of its one item. */
    String itemId();

    @Override
    default List<DisputedItem> items() {
        return List.of(new DisputedItem(itemId(), said()));
    }

    @Override
    default boolean imposedBy(String employee) {
        return false;
    }
}
